// SPDX-License-Identifier: Apache-2.0
#include "core/vault/Errors.h"
#include "core/vault/Strength.h"

#include <QTest>

class StrengthTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsEasyToGuess_data();
    void knowsWhatIsEasyToGuess();
    void countsAWideCharacterOnce();
    void looksAtTheBeginningOfALongText();
};

void StrengthTest::knowsWhatIsEasyToGuess_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("enough");
    const auto row = [](const char* text, bool enough) { QTest::newRow(text) << QByteArray(text) << enough; };
    row("x", false);
    row("password123", false);
    row("qwertyuiop", false);
    row("P@ssw0rd!", false);
    row("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false);
    row("2024-01-31", false);
    row("correct horse", false);
    row("agora vault console", false);
    row("密码密码密码密码密码密码", false);
    row("correct horse battery staple", true);
    row("umbrella granite violet seventeen", true);
    row("k7#Rq9!vLz2m", true);
    row("正确的马电池钉书钉", true);
}

void StrengthTest::knowsWhatIsEasyToGuess()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, enough);
    const auto passphrase = vault::Passphrase::fromText(text.toStdString());
    QVERIFY(passphrase);
    const auto checked = vault::checkNewPassphrase(*passphrase);
    QCOMPARE(checked.has_value(), enough);
    if (!enough)
        QCOMPARE(checked.error().code, std::string(vault::errors::kPassphraseWeak));
}

void StrengthTest::countsAWideCharacterOnce()
{
    QCOMPARE(vault::passphraseBits(""), 0);
    QCOMPARE(vault::passphraseBits("密"), 11);
    QCOMPARE(vault::passphraseBits("密密密密"), 11);
    QCOMPARE(vault::passphraseBits("密码"), 22);
}

void StrengthTest::looksAtTheBeginningOfALongText()
{
    const std::string beginning(100, 'a');
    QCOMPARE(vault::passphraseBits(beginning + "k7#Rq9!vLz2m"), vault::passphraseBits(beginning));
}

QTEST_GUILESS_MAIN(StrengthTest)
#include "StrengthTest.moc"

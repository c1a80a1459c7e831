// SPDX-License-Identifier: Apache-2.0
#include "core/base/Errors.h"
#include "core/catalogue/Errors.h"
#include "core/http/Errors.h"
#include "core/local/Errors.h"
#include "core/project/Errors.h"
#include "core/rest/Errors.h"
#include "core/sandbox/Errors.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/text/ProblemText.h"
#include "core/token/Errors.h"
#include "core/tokenserver/Errors.h"
#include "core/vault/Errors.h"

#include <QTest>

using text::q;

class SentencesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasASentence();
    void everyProblemHasAMessage();
    void writesOneLine();
    void spellsLengthsOfTime_data();
    void spellsLengthsOfTime();
    void countsBytes_data();
    void countsBytes();
    void namesMoments();
};

void SentencesTest::everyErrorHasASentence()
{
    QStringList missing;
    const auto check = [&](const auto& codes) {
        for (const std::string_view code : codes) {
            if (!text::hasErrorText(code))
                missing << q(code);
            const text::Sentence sentence = text::errorText(
                base::makeError(code, "field", {std::string("1"), std::string("2"), std::string("3")}));
            const bool whole =
                !sentence.why.isEmpty() && !sentence.why.endsWith(QLatin1Char('.')) &&
                (sentence.hint.endsWith(QLatin1Char('.')) || sentence.hint.endsWith(QLatin1Char('?')));
            if (!whole || sentence.line().contains(QLatin1Char('%')))
                missing << sentence.line();
        }
    };
    check(base::errors::kAll);
    check(token::errors::kAll);
    check(project::errors::kAll);
    check(http::errors::kAll);
    check(local::errors::kAll);
    check(catalogue::errors::kAll);
    check(rest::errors::kAll);
    check(tokenserver::errors::kAll);
    check(sandbox::errors::kAll);
    check(vault::errors::kAll);
    QCOMPARE(missing, QStringList());
}

void SentencesTest::everyProblemHasAMessage()
{
    for (int i = 0; i < token::kProblemCount; ++i) {
        const token::Problem problem{static_cast<token::ProblemCode>(i), {}, {"1", "2", "3", "4"}};
        const text::Finding finding = text::problemText(problem);
        QVERIFY2(finding.message.endsWith(QLatin1Char('.')),
                 qPrintable(finding.message)); // a sentence, not the word
        QVERIFY2(!finding.message.contains(QLatin1Char('%')), qPrintable(finding.message));
        if (problem.severity() == token::Severity::Error)
            QVERIFY2(!finding.hint.isEmpty(), qPrintable(finding.message));
    }
}

void SentencesTest::writesOneLine()
{
    const base::Error error = base::makeError("bad-app-id", "app_id", {"31", ""});
    QCOMPARE(text::errorText(error).line(),
             QStringLiteral("app_id: has 31 characters instead of 32. An App ID is 32 "
                            "hexadecimal digits; copy it from the Agora Console."));
    QCOMPARE(text::errorText(base::makeError("never-heard-of")).line(), QStringLiteral("never-heard-of."));
}

void SentencesTest::spellsLengthsOfTime_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 s");
    QTest::newRow("seconds") << qint64(59) << QStringLiteral("59 s");
    QTest::newRow("a minute") << qint64(60) << QStringLiteral("1 min");
    QTest::newRow("minutes and seconds") << qint64(3599) << QStringLiteral("59 min 59 s");
    QTest::newRow("hours and minutes") << qint64(11520) << QStringLiteral("3 h 12 min");
    QTest::newRow("negative") << qint64(-61) << QStringLiteral("1 min 1 s");
}

void SentencesTest::spellsLengthsOfTime()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, words);
    QCOMPARE(text::spell(seconds), words);
}

void SentencesTest::countsBytes_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("words");
    QTest::newRow("bytes") << qint64(999) << QStringLiteral("999 B");
    QTest::newRow("a kilobyte") << qint64(1000) << QStringLiteral("1.0 kB");
    QTest::newRow("megabytes") << qint64(104'000'000) << QStringLiteral("104 MB");
    QTest::newRow("just below") << qint64(999'499) << QStringLiteral("999 kB");
}

void SentencesTest::countsBytes()
{
    QFETCH(qint64, count);
    QFETCH(QString, words);
    QCOMPARE(text::bytes(count), words);
}

void SentencesTest::namesMoments()
{
    QCOMPARE(text::moment(1700000000, true), QStringLiteral("2023-11-14 22:13:20 UTC"));
    QCOMPARE(text::moment(8589934590, true), QStringLiteral("2242-03-16 12:56:30 UTC"));
    const auto zone = [](int seconds) {
        return text::zone(QDateTime(QDate(2026, 11, 24), QTime(14, 3), Qt::OffsetFromUTC, seconds));
    };
    QCOMPARE(zone(0), QStringLiteral("UTC"));
    QCOMPARE(zone(7200), QStringLiteral("UTC+2"));
    QCOMPARE(zone(-5 * 3600), QStringLiteral("UTC-5"));
    QCOMPARE(zone(5 * 3600 + 1800), QStringLiteral("UTC+5:30"));
    QCOMPARE(zone(-(3 * 3600 + 1800)), QStringLiteral("UTC-3:30"));
}

QTEST_GUILESS_MAIN(SentencesTest)
#include "SentencesTest.moc"

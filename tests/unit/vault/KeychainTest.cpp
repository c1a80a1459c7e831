// SPDX-License-Identifier: Apache-2.0
#include "core/vault/SystemKeychain.h"
#include "tests/support/FakeKeychain.h"
#include "tests/unit/vault/Fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using fixture::codeOf;
using support::FakeKeychain;
using vault::Salt;
using vault::SystemKeychain;
using vault::VaultId;
using vault::VaultKey;

/// The real keychains are the matter of tests/e2e/keychain_test.py; here there is no bus.
class KeychainTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesAndReadsBack();
    void believesNoWriteWithoutReadingBack();
    void tellsWhyAStoreFailed();
    void saysThatThereIsNoKeychain();
    void neverAnswersAfterItsEnd();
    void mayEndInItsAnswer();
    void givesUpAfterTheWait();
};

namespace {

const VaultId kId = fixture::name<VaultId>(0x11);
const Salt kSalt = fixture::name<Salt>(0x22);

} // namespace

void KeychainTest::storesAndReadsBack()
{
    FakeKeychain chain;
    QString said;
    chain.store(kId, kSalt, fixture::key(), [&](base::Result<> result) { said = codeOf(result); });
    QVERIFY(said.isEmpty()); // later, not at once
    QTRY_COMPARE(said, QStringLiteral("ok"));
    QCOMPARE(chain.log, std::string("write read "));
    QVERIFY(chain.entries.at("11111111111111111111111111111111/22222222222222222222222222222222") ==
            fixture::key());
}

void KeychainTest::believesNoWriteWithoutReadingBack()
{
    FakeKeychain chain;
    chain.forgets = true;
    QString said;
    chain.store(kId, kSalt, fixture::key(), [&](base::Result<> result) { said = codeOf(result); });
    QTRY_COMPARE(said, QStringLiteral("keychain-refused"));
}

void KeychainTest::tellsWhyAStoreFailed()
{
    FakeKeychain chain;
    QString said;
    const auto note = [&](base::Result<> result) { said = codeOf(result); };
    chain.writeFails = base::makeError(vault::errors::kKeychainRefused, "", {"no"});
    chain.store(kId, kSalt, fixture::key(), note);
    QTRY_COMPARE(said, QStringLiteral("keychain-refused"));
    QCOMPARE(chain.log, std::string("write "));
    chain.writeFails.reset();
    chain.readFails = base::makeError(vault::errors::kKeychainSilent, "", {"5"});
    chain.store(kId, kSalt, fixture::key(), note);
    QTRY_COMPARE(said, QStringLiteral("keychain-silent"));
}

void KeychainTest::saysThatThereIsNoKeychain()
{
    SystemKeychain chain;
    QStringList said;
    const auto note = [&](base::Result<> result) { said << codeOf(result); };
    chain.isAnswering(note);
    chain.write(kId, kSalt, fixture::key(), note);
    chain.erase(kId, kSalt, note);
    chain.read(kId, kSalt, [&](base::Result<VaultKey> key) { said << codeOf(key); });
    QTRY_COMPARE(said.size(), 4);
    said.removeDuplicates();
    QCOMPARE(said, QStringList{QStringLiteral("keychain-unavailable")});
}

void KeychainTest::neverAnswersAfterItsEnd()
{
    bool answered = false;
    {
        SystemKeychain chain;
        chain.read(kId, kSalt, [&](base::Result<VaultKey>) { answered = true; });
    }
    QTest::qWait(200);
    QVERIFY(!answered);
}

void KeychainTest::mayEndInItsAnswer()
{
    auto chain = std::make_unique<SystemKeychain>();
    bool answered = false;
    chain->read(kId, kSalt, [&](base::Result<VaultKey>) {
        chain.reset();
        answered = true;
    });
    QTRY_VERIFY(answered);
    QVERIFY(!chain);
}

void KeychainTest::givesUpAfterTheWait()
{
    // A job in front of it that takes its time is not needed: a wait of 1 ms is over before any answer.
    SystemKeychain chain;
    QStringList said;
    chain.read(
        kId, kSalt, [&](base::Result<VaultKey> key) { said << codeOf(key); }, std::chrono::milliseconds(1));
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 20) { // both are due now; the answer comes once
    }
    QTRY_COMPARE(said.size(), 1);
    QTest::qWait(200);
    QCOMPARE(said.size(), 1);
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "KeychainTest.moc"

// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Digest.h"
#include "core/sandbox/IssuedTokens.h"

#include <QTest>

class ValuesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesPasswordsWithASalt();
    void makesUuids();
    void writesBase64ForUrls();
    void sweepsExpiredTokens();
};

void ValuesTest::hashesPasswordsWithASalt()
{
    const sandbox::PasswordHash hash("s3cret");
    QVERIFY(hash.matches("s3cret"));
    for (const char* wrong : {"", "s3cre", "s3cret ", "S3cret"})
        QVERIFY(!hash.matches(wrong));
    QVERIFY(!sandbox::PasswordHash().matches(""));
}

void ValuesTest::makesUuids()
{
    QVERIFY(sandbox::isUuid(sandbox::randomUuid()));
    QVERIFY(sandbox::randomUuid() != sandbox::randomUuid());
    QCOMPARE(sandbox::uuidOf("org#app"), sandbox::uuidOf("org#app"));
    QVERIFY(sandbox::uuidOf("org#app") != sandbox::uuidOf("org#apq"));
    for (const char* other : {"", "0ffe2d80-0000-4000-8d66-279e3e1c214", "0ffe2d80000040008d66279e3e1c214b",
                              "0ffe2d80-0000-4000-8d66-279e3e1c214g", "0ffe2d80-0000-4000-8d66+279e3e1c214b"})
        QVERIFY(!sandbox::isUuid(other));
}

void ValuesTest::writesBase64ForUrls()
{
    QCOMPARE(sandbox::base64Url("\xfb\xff\xfe"), std::string("-__-"));
    QCOMPARE(sandbox::base64Url("a"), std::string("YQ"));
    QCOMPARE(sandbox::base64Url(""), std::string());
}

void ValuesTest::sweepsExpiredTokens()
{
    sandbox::Database database;
    sandbox::IssuedTokens tokens(database);
    const std::string brief = tokens.issue({true, "", 1000}, 0);
    const std::string lasting = tokens.issue({false, "alice", 0}, 0);
    QVERIFY(tokens.find(brief).has_value());
    for (int i = 0; i < 1000; ++i)
        (void)tokens.issue({true, "", 5000}, 2000);
    QVERIFY(!tokens.find(brief).has_value());
    QCOMPARE(tokens.find(lasting)->caller.user, std::string("alice"));
    QVERIFY(!tokens.find("YWMt").has_value());
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "ValuesTest.moc"

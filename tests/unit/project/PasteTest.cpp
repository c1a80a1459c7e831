// SPDX-License-Identifier: Apache-2.0
#include "core/project/PastedProject.h"
#include "tests/support/Data.h"

#include <QTest>

using support::q;

class PasteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsAllFields_data();
    void fillsAllFields();
    void showsWhatContradicts();
    void saysWhatIsMissing();
    void readsNothingFromProse();
    void knowsTheHostByEachName_data();
    void knowsTheHostByEachName();
    void readsOrgAndAppBehindTheHost();
    void knowsAHostOfTheServiceUnderAnyName();
    void namesWhatItDidNotUse();
    void proposesNothingForAHostThatIsUnclear();
    void neverNamesAValue_data();
    void neverNamesAValue();
};

void PasteTest::fillsAllFields_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("name: value") << QByteArray("App ID: 970CA35de60c44645bbae8a215061b33\n"
                                               "Primary Certificate: 5CFd2fd1755d40ecb72977518be15d3b\n"
                                               "AppKey: 41434878#504205\n"
                                               "REST API: a41.chat.agora.io\n"
                                               "WebSocket Address: msync-api-41.chat.agora.io\n");
    QTest::newRow("an .env file") << QByteArray(
        "export AGORA_APP_ID=970CA35de60c44645bbae8a215061b33\r\n"
        "AGORA_APP_CERTIFICATE=\"5CFd2fd1755d40ecb72977518be15d3b\"\r\n"
        "AGORA_ORG_NAME=41434878\r\nAGORA_APP_NAME='504205'\r\n"
        "AGORA_CHAT_HOST=a41.chat.agora.io\r\n"
        "WEBSOCKET_HOST=msync-api-41.chat.agora.io");
    QTest::newRow("JSON") << QByteArray(R"({"project":{"appId":"970CA35de60c44645bbae8a215061b33",
        "appCertificate":"5CFd2fd1755d40ecb72977518be15d3b"},"chat":[{"org_name":"41434878","app_name":"504205",
        "restHost":"a41.chat.agora.io","webSocketAddress":"msync-api-41.chat.agora.io"}]})");
    QTest::newRow("a table with tabs") << QByteArray("App ID\t970CA35de60c44645bbae8a215061b33\n"
                                                     "App Certificate\t5CFd2fd1755d40ecb72977518be15d3b\n"
                                                     "App Key\t41434878#504205\nOrgName\t41434878\n"
                                                     "REST host\ta41.chat.agora.io\n"
                                                     "WebSocket\tmsync-api-41.chat.agora.io\n");
    QTest::newRow("a table with bars")
        << QByteArray("| App ID | 970CA35de60c44645bbae8a215061b33 |\n"
                      "| App Certificate | 5CFd2fd1755d40ecb72977518be15d3b |\n"
                      "| AppKey | 41434878#504205 |\n"
                      "| REST URL | a41.chat.agora.io |\n"
                      "| WebSocket address | msync-api-41.chat.agora.io |\n");
    QTest::newRow("value under its label")
        << QByteArray("App ID\n970CA35de60c44645bbae8a215061b33\n\n"
                      "App Certificate\n\n5CFd2fd1755d40ecb72977518be15d3b\n"
                      "AppKey\n41434878#504205\nREST API\na41.chat.agora.io\n"
                      "WebSocket Address\nmsync-api-41.chat.agora.io");
}

void PasteTest::fillsAllFields()
{
    QFETCH(QByteArray, text);
    const auto pasted = project::parsePastedProject(text.toStdString());
    QCOMPARE(q(pasted.appId), QStringLiteral("970CA35de60c44645bbae8a215061b33"));
    QCOMPARE(q(pasted.certificate.view()), QStringLiteral("5CFd2fd1755d40ecb72977518be15d3b"));
    QCOMPARE(q(pasted.orgName), QStringLiteral("41434878"));
    QCOMPARE(q(pasted.appName), QStringLiteral("504205"));
    QCOMPARE(q(pasted.restHost), QStringLiteral("a41.chat.agora.io"));
    QCOMPARE(q(pasted.webSocketHost), QStringLiteral("msync-api-41.chat.agora.io"));
    QVERIFY(pasted.contradictions.empty());
    QVERIFY(pasted.missing().empty());
}

void PasteTest::showsWhatContradicts()
{
    const auto pasted =
        project::parsePastedProject("AppKey: 1#2\nOrgName: 9\nAppName: 2\nApp ID: a\nApp ID: a");
    QCOMPARE(pasted.contradictions, std::vector<std::string>{"org_name"});
}

void PasteTest::saysWhatIsMissing()
{
    const auto pasted = project::parsePastedProject("App ID: 970CA35de60c44645bbae8a215061b33\nAppKey: 1#2");
    const std::vector<std::string> expected{"app_certificate", "rest_host"};
    QCOMPARE(pasted.missing(), expected);
}

void PasteTest::readsNothingFromProse()
{
    QVERIFY(project::parsePastedProject("Hello, here is: nothing = useful | at all").empty());
    QVERIFY(project::parsePastedProject("").empty());
    QVERIFY(project::parsePastedProject("[1,2,\"App ID\"]").empty());
}

void PasteTest::knowsTheHostByEachName_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name : {"AGORA_CHAT_REST_HOST",
                             "AGORA_CHAT_HOST",
                             "AGORA_REST_HOST",
                             "AGORA-REST-URL",
                             "CHAT_HOST",
                             "chat url",
                             "EASEMOB_HOST",
                             "EASEMOB_REST_API",
                             "easemobRestServer",
                             "REST_HOST",
                             "REST domain",
                             "rest-server",
                             "RESTful API",
                             "restApi",
                             "restBaseUrl",
                             "REST_API_BASE_URL",
                             "rest endpoint",
                             "Rest Endpoint URL",
                             "AGORA_CHAT_BASE_URL",
                             "AGORA_CHAT_API_URL",
                             "agoraChatApiHost",
                             "AGORA_CHAT_DOMAIN",
                             "AGORA_HOST",
                             "VITE_AGORA_CHAT_REST_HOST",
                             "NEXT_PUBLIC_CHAT_API_URL",
                             "export AGORA_CHAT_SERVER",
                             "host",
                             "IM_SERVER"})
        QTest::newRow(name) << QByteArray(name);
}

void PasteTest::knowsTheHostByEachName()
{
    QFETCH(QByteArray, name);
    for (const char* value : {"rest.example.org", "https://rest.example.org", "\"https://rest.example.org/\"",
                              "https://rest.example.org/41434878/504205"}) {
        const auto pasted = project::parsePastedProject(name.toStdString() + '=' + value);
        const QString host = q(pasted.restHost);
        QVERIFY2(host == QLatin1String("rest.example.org") ||
                     host == QLatin1String("https://rest.example.org"),
                 qPrintable(host));
        QVERIFY(pasted.unused.empty());
    }
}

void PasteTest::readsOrgAndAppBehindTheHost()
{
    auto pasted =
        project::parsePastedProject("REST_URL=https://a61.chat.agora.io/41434878/504205/users?limit=1");
    QCOMPARE(q(pasted.restHost), QStringLiteral("https://a61.chat.agora.io"));
    QCOMPARE(q(pasted.orgName), QStringLiteral("41434878"));
    QCOMPARE(q(pasted.appName), QStringLiteral("504205"));

    pasted =
        project::parsePastedProject("REST_URL=a61.chat.agora.io/app-id/970CA35de60c44645bbae8a215061b33");
    QCOMPARE(q(pasted.restHost), QStringLiteral("a61.chat.agora.io"));
    QCOMPARE(q(pasted.appId), QStringLiteral("970CA35de60c44645bbae8a215061b33"));
    QVERIFY(pasted.orgName.empty());

    pasted = project::parsePastedProject("APP_KEY=1#2\nREST_URL=https://a61.chat.agora.io/3/4");
    QCOMPARE(q(pasted.orgName), QStringLiteral("1"));
}

void PasteTest::knowsAHostOfTheServiceUnderAnyName()
{
    const auto pasted = project::parsePastedProject("BACKEND=https://a61.chat.agora.io\n"
                                                    "GATE=msync-api-61.chat.agora.io\n");
    QCOMPARE(q(pasted.restHost), QStringLiteral("https://a61.chat.agora.io"));
    QCOMPARE(q(pasted.webSocketHost), QStringLiteral("msync-api-61.chat.agora.io"));
    QVERIFY(pasted.unused.empty());
}

void PasteTest::namesWhatItDidNotUse()
{
    const auto lines = project::parsePastedProject("AGORA_APP_ID=970CA35de60c44645bbae8a215061b33\n"
                                                   "DATABASE_URL=postgres://u:pw@db/x\n"
                                                   "export REDIS=1\nEMPTY=\nAPP_KEY=no-hash\n");
    const std::vector<std::string> expected{"DATABASE_URL", "REDIS", "APP_KEY"};
    QCOMPARE(lines.unused, expected);
    QVERIFY(!lines.hostUnclear);

    const auto json = project::parsePastedProject(R"({"appId":"x","org_name":41434878,"region":"us"})");
    QCOMPARE(q(json.orgName), QStringLiteral("41434878"));
    QCOMPARE(json.unused, std::vector<std::string>{"region"});
}

void PasteTest::proposesNothingForAHostThatIsUnclear()
{
    QVERIFY(project::parsePastedProject("APP_ID=a\nAGORA_CHAT_ADMIN_HOST_EU=my.gate").hostUnclear);
    QVERIFY(!project::parsePastedProject("APP_ID=a\nAGORA_CHAT_ADMIN_HOST_EU=x\nREST_HOST=y").hostUnclear);
    QVERIFY(!project::parsePastedProject("APP_ID=a\nDATABASE_URL=x").hostUnclear);
}

void PasteTest::neverNamesAValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a certificate before a colon")
        << QByteArray("5CFd2fd1755d40ecb72977518be15d3b: certificate");
    QTest::newRow("base64 with its padding") << QByteArray("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwg==");
    QTest::newRow("short base64") << QByteArray("aGVsbG8gd29ybGQ1Njc4OTA==x");
    QTest::newRow("a token") << QByteArray("007eJxSYEjbWnz=Q4: x");
    QTest::newRow("a link") << QByteArray("https://example.org/secret");
    QTest::newRow("a value with a sign") << QByteArray("p@ss!word: x");
    QTest::newRow("JSON") << QByteArray(R"({"5CFd2fd1755d40ecb72977518be15d3b":"x"})");
}

void PasteTest::neverNamesAValue()
{
    QFETCH(QByteArray, text);
    const auto pasted = project::parsePastedProject(text.toStdString());
    QVERIFY2(pasted.unused.empty(), pasted.unused.empty() ? "" : pasted.unused.front().c_str());
}

QTEST_GUILESS_MAIN(PasteTest)
#include "PasteTest.moc"

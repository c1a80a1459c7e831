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

QTEST_GUILESS_MAIN(PasteTest)
#include "PasteTest.moc"

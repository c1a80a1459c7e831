// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/AccessKey.h"
#include "tests/unit/tokenserver/ServerTrial.h"

#include <QTest>

using namespace std::string_literals;

/// Who gets an answer at all: hosts, web pages, access keys.
class GateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void webPagesGetNothingUnlessListed_data();
    void webPagesGetNothingUnlessListed();
    void answersAPreflightOfAListedPage();
    void foreignHostsGetNothing();
    void asksForTheKey_data();
    void asksForTheKey();
    void takesTheRightKey();
    void letsAPreflightThroughWithoutKey();
    void neverLogsTheKey();
};

namespace {

constexpr std::string_view kKey = "0123456789abcdef-access-key";
constexpr const char* kPage = "https://app.example.com";

void listPage(tokenserver::Settings& settings)
{
    settings.origins = {kPage, "http://localhost:3000"};
}

void askForKey(tokenserver::Settings& settings)
{
    settings.accessKey = base::SecretBytes(kKey);
}

} // namespace

void GateTest::webPagesGetNothingUnlessListed_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("passes");
    QTest::newRow("listed") << QByteArray("https://app.example.com") << true;
    QTest::newRow("listed with port") << QByteArray("http://localhost:3000") << true;
    QTest::newRow("another port") << QByteArray("http://localhost:3001") << false;
    QTest::newRow("another scheme") << QByteArray("http://app.example.com") << false;
    QTest::newRow("a longer name") << QByteArray("https://app.example.com.evil.example") << false;
    QTest::newRow("below it") << QByteArray("https://x.app.example.com") << false;
    QTest::newRow("null") << QByteArray("null") << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("star") << QByteArray("*") << false;
    QTest::newRow("loopback") << QByteArray("http://127.0.0.1:8080") << false;
}

void GateTest::webPagesGetNothingUnlessListed()
{
    QFETCH(QByteArray, origin);
    QFETCH(bool, passes);
    const ServerTrial trial(listPage);
    const std::string header = "Origin: " + origin.toStdString() + "\r\n";
    const std::string preflight = header + "Access-Control-Request-Method: POST\r\n";
    const Answer simple = trial.alice(header);
    const Answer asked = trial.ask("OPTIONS", "/generate-user-token", preflight);
    QCOMPARE(simple.status, passes ? 200 : 403);
    QCOMPARE(asked.status, passes ? 204 : 403);
    for (const Answer& answer : {simple, asked}) {
        QCOMPARE(answer.raw.count("Access-Control-Allow-Origin"), std::size_t(passes ? 1 : 0));
        QCOMPARE(answer.raw.header("Access-Control-Allow-Origin"), passes ? origin.toStdString() : ""s);
    }
    const ServerTrial without;
    QCOMPARE(without.alice(header).status, 403);
    QCOMPARE(without.alice().raw.count("Access-Control-Allow-Origin"), std::size_t(0));
}

void GateTest::answersAPreflightOfAListedPage()
{
    const ServerTrial trial(listPage);
    const Answer answer = trial.ask("OPTIONS", "/generate-user-token",
                                    "Origin: "s + kPage +
                                        "\r\nAccess-Control-Request-Method: POST\r\n"
                                        "Access-Control-Request-Headers: content-type, authorization\r\n");
    QCOMPARE(answer.status, 204);
    QVERIFY(answer.raw.header("Access-Control-Allow-Methods").find("POST") != std::string::npos);
    QCOMPARE(answer.raw.header("Access-Control-Allow-Headers"), "content-type, authorization"s);
    QCOMPARE(answer.raw.header("Vary"), "Origin"s);
}

void GateTest::foreignHostsGetNothing()
{
    const ServerTrial trial;
    const std::string port = std::to_string(trial.port);
    for (const std::string& host :
         {"evil.example:" + port, "0.0.0.0:" + port, "localhost.:" + port, "localhost"s, "127.0.0.1:1"s}) {
        const auto answer = support::ask(
            trial.port, "GET /api/token/generateAppToken HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.starts_with("{\"error\":\""));
    }
}

void GateTest::asksForTheKey_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("query");
    const QByteArray key = QByteArray::fromStdString(std::string(kKey));
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("in the query") << QByteArray() << "&access_key=" + key + "&Authorization=Bearer%20" + key;
    QTest::newRow("wrong") << QByteArray("Authorization: Bearer 0123456789abcdef-access-kez\r\n")
                           << QByteArray();
    QTest::newRow("shorter") << "Authorization: Bearer " + key.chopped(1) + "\r\n" << QByteArray();
    QTest::newRow("longer") << "Authorization: Bearer " + key + "x\r\n" << QByteArray();
    QTest::newRow("empty") << QByteArray("Authorization: Bearer \r\n") << QByteArray();
    QTest::newRow("another scheme") << "Authorization: Basic " + key + "\r\n" << QByteArray();
    QTest::newRow("no scheme") << "Authorization: " + key + "\r\n" << QByteArray();
    QTest::newRow("twice") << "Authorization: Bearer " + key + "\r\nAuthorization: Bearer x\r\n"
                           << QByteArray();
    QTest::newRow("another header") << "X-Access-Key: " + key + "\r\n" << QByteArray();
}

void GateTest::asksForTheKey()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, query);
    const ServerTrial trial(askForKey);
    for (const char* target : {"/api/token/generateUserToken?account=alice", "/nowhere?"}) {
        const Answer answer = trial.ask("GET", target + query.toStdString(), headers.toStdString());
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.raw.header("WWW-Authenticate").starts_with("Bearer"));
        QVERIFY(answer.error.find("Authorization: Bearer") != std::string::npos);
        QVERIFY(answer.token.empty());
    }
}

void GateTest::takesTheRightKey()
{
    const ServerTrial trial(askForKey);
    QCOMPARE(trial.alice("Authorization: Bearer " + std::string(kKey) + "\r\n").status, 200);
    QCOMPARE(trial.alice("authorization: bearer " + std::string(kKey) + "\r\n").status, 200);
    const auto made = tokenserver::randomAccessKey();
    QVERIFY(tokenserver::checkAccessKey(made.view()).has_value());
    QVERIFY(made.view() != tokenserver::randomAccessKey().view());
}

void GateTest::letsAPreflightThroughWithoutKey()
{
    const ServerTrial trial([](tokenserver::Settings& settings) {
        listPage(settings);
        askForKey(settings);
    });
    const std::string origin = "Origin: "s + kPage + "\r\n";
    QCOMPARE(trial.ask("OPTIONS", "/generate-user-token", origin + "Access-Control-Request-Method: POST\r\n")
                 .status,
             204);
    const Answer refused = trial.alice(origin); // the page may read why
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.raw.header("Access-Control-Allow-Origin"), std::string(kPage));
}

void GateTest::neverLogsTheKey()
{
    ServerTrial trial(askForKey);
    (void)trial.ask("GET", "/api/token/generateUserToken?account=a&key=" + std::string(kKey));
    QTRY_COMPARE(trial.log.counts().requests, std::uint64_t(1));
    const auto records = trial.log.take();
    QCOMPARE(records[0].path, "/api/token/generateUserToken"s);
    QVERIFY(records[0].error.find(kKey) == std::string::npos);
}

QTEST_GUILESS_MAIN(GateTest)
#include "GateTest.moc"

// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tokenserver/ServerTrial.h"

#include <QTest>

#include <set>

/// Each route in its own shape, and everything that it refuses.
class RoutesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInTheShapeOfTheRoute_data();
    void answersInTheShapeOfTheRoute();
    void refusesWhatCannotBeMinted_data();
    void refusesWhatCannotBeMinted();
    void readsJsonUnderAnyNameForIt_data();
    void readsJsonUnderAnyNameForIt();
    void namesTheMethodsThatAPathTakes();
    void answersHeadLikeGetWithoutTheBody();
    void takesUserIdsAsTheyAre_data();
    void takesUserIdsAsTheyAre();
    void keepsTheCap();
    void aCapBelowTheDefaultIsTheDefault();
    void drawsANewSaltForEveryToken();
    void isNotKeptInCaches();
};

namespace {

constexpr const char* kJson = "Content-Type: application/json\r\n";
constexpr const char* kForm = "Content-Type: application/x-www-form-urlencoded\r\n";

QString q(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

void RoutesTest::answersInTheShapeOfTheRoute_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("grant");
    QTest::addColumn<QString>("shape"); // TOKEN stands for the token
    const QString json = QStringLiteral("{\"token\":\"TOKEN\"}");
    const QString status = QStringLiteral("{\"status\":\"success\",\"token\":\"TOKEN\"}");
    const QString plain = QStringLiteral("TOKEN");
    const auto row = [](const char* name, const char* method, const char* target, const char* headers,
                        const char* body, const char* grant, const QString& shape) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(headers)
                            << QByteArray(body) << QString::fromUtf8(grant) << shape;
    };
    row("user, Go", "POST", "/generate-user-token", kJson, R"({"user_uuid": "test_user", "expire": 3600})",
        "user test_user 3600", json);
    row("user, Go, no expiry", "POST", "/generate-user-token", kJson, R"({"user_uuid":"u"})", "user u 3600",
        json);
    row("user, Go, null expiry", "POST", "/generate-user-token", kJson, R"({"user_uuid":"u","expire":null})",
        "user u 3600", json);
    row("app, Go", "POST", "/generate-app-token", kJson, R"({"expire": 60})", "app 60", json);
    row("app, Go, nothing sent", "POST", "/generate-app-token", "", "", "app 3600", json);
    row("user, Node", "GET", "/api/token/generateUserToken?account=user123&expireTimeInSeconds=7200", "", "",
        "user user123 7200", status);
    row("user, Node, no expiry", "GET", "/api/token/generateUserToken?account=a%20b", "", "", "user a b 3600",
        status);
    row("app, Node", "GET", "/api/token/generateAppToken?expireTimeInSeconds=86400", "", "", "app 86400",
        status);
    row("app, Node, no expiry", "GET", "/api/token/generateAppToken", "", "", "app 3600", status);
    row("user, Java", "POST", "/token/generate", kForm, "userId=testUser&expireSeconds=1&tokenType=user",
        "user testUser 1", plain);
    row("user by default, Java", "POST", "/token/generate", kForm, "userId=a%2Bb", "user a+b 3600", plain);
    row("app, Java", "POST", "/token/generate", kForm, "tokenType=app&expireSeconds=10", "app 10", plain);
}

void RoutesTest::answersInTheShapeOfTheRoute()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(QString, grant);
    QFETCH(QString, shape);
    const ServerTrial trial;
    const Answer answer =
        trial.ask(method.toStdString(), target.toStdString(), headers.toStdString(), body.toStdString());
    QCOMPARE(answer.status, 200);
    QCOMPARE(q(answer.raw.body), shape.replace(QStringLiteral("TOKEN"), q(answer.token)));
    QCOMPARE(q(answer.raw.header("Content-Type")), shape.startsWith(QLatin1Char('{'))
                                                       ? QStringLiteral("application/json")
                                                       : QStringLiteral("text/plain; charset=utf-8"));
    const token::Inspection inspection = trial.inspect(answer.token);
    QCOMPARE(q(grantOf(inspection)), grant);
    QCOMPARE(inspection.state, token::TokenState::Valid);
    QCOMPARE(inspection.signatureCheck, token::SignatureCheck::Valid);
    QCOMPARE(std::int64_t{inspection.decoded.issueTs.value_or(0)}, trial.clock.now());
}

void RoutesTest::refusesWhatCannotBeMinted_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says"); // a word of the error
    const auto row = [](const char* name, const char* method, const char* target, const char* headers,
                        const QByteArray& body, int status, const char* says) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(headers) << body
                            << status << QString::fromUtf8(says);
    };
    const auto user = [&](const char* name, const QByteArray& body, const char* says) {
        row(name, "POST", "/generate-user-token", kJson, body, 400, says);
    };
    user("no user", R"({"expire":3600})", "user_uuid");
    user("an empty user", R"({"user_uuid":""})", "user_uuid");
    user("a user that is a number", R"({"user_uuid":7})", "user_uuid");
    user("nothing at all", "", "user_uuid");
    user("no JSON", "user_uuid=alice", "JSON");
    user("a list", "[]", "JSON");
    user("deep JSON", QByteArray(20, '[') + QByteArray(20, ']'), "JSON");
    user("expiry 0", R"({"user_uuid":"a","expire":0})", "expire");
    user("a negative expiry", R"({"user_uuid":"a","expire":-1})", "expire");
    user("a broken expiry", R"({"user_uuid":"a","expire":1.5})", "expire");
    user("an expiry in words", R"({"user_uuid":"a","expire":"soon"})", "expire");
    user("an expiry as text", R"({"user_uuid":"a","expire":"3600"})", "expire");
    user("an expiry past the cap", R"({"user_uuid":"a","expire":86401})", "cap");
    user("an expiry past 64 bits", R"({"user_uuid":"a","expire":99999999999999999999})", "cap");
    row("app, expiry 0", "POST", "/generate-app-token", kJson, R"({"expire":0})", 400, "expire");
    row("JSON as a form", "POST", "/generate-user-token", kForm, "user_uuid=a", 415, "application/json");
    row("JSON as text", "POST", "/generate-app-token", "Content-Type: text/plain\r\n", "{}", 415, "json");
    row("no account", "GET", "/api/token/generateUserToken", "", "", 400, "account");
    row("an empty account", "GET", "/api/token/generateUserToken?account=", "", "", 400, "account");
    row("an expiry in words in the query", "GET",
        "/api/token/generateUserToken?account=a&expireTimeInSeconds=soon", "", "", 400,
        "expireTimeInSeconds");
    row("an empty expiry", "GET", "/api/token/generateAppToken?expireTimeInSeconds=", "", "", 400,
        "expireTimeInSeconds");
    row("a signed expiry", "GET", "/api/token/generateAppToken?expireTimeInSeconds=%2B5", "", "", 400,
        "expireTimeInSeconds");
    row("an expiry past the cap in the query", "GET", "/api/token/generateAppToken?expireTimeInSeconds=86401",
        "", "", 400, "cap");
    row("an account that is no UTF-8", "GET", "/api/token/generateUserToken?account=%FF", "", "", 400,
        "UTF-8");
    row("no userId", "POST", "/token/generate", kForm, "expireSeconds=1", 400, "userId");
    row("another type", "POST", "/token/generate", kForm, "userId=a&tokenType=rtc", 400, "tokenType");
    row("expireSeconds below 1", "POST", "/token/generate", kForm, "userId=a&expireSeconds=0", 400,
        "expireSeconds");
    row("a form as JSON", "POST", "/token/generate", kJson, R"({"userId":"a"})", 415, "urlencoded");
    row("the root", "GET", "/", "", "", 404, "POST /generate-user-token");
    row("another path", "POST", "/generate-user-token/x", kJson, "{}", 404, "nothing");
    row("another case", "POST", "/Generate-User-Token", kJson, "{}", 404, "nothing");
    row("GET for POST", "GET", "/generate-user-token", "", "", 405, "POST, OPTIONS");
    row("POST for GET", "POST", "/api/token/generateAppToken", kJson, "{}", 405, "GET, HEAD, OPTIONS");
    row("DELETE", "DELETE", "/token/generate", "", "", 405, "POST, OPTIONS");
    row("a body of 64 KiB and a byte", "POST", "/generate-user-token", kJson, QByteArray(65537, ' '), 413,
        "large");
}

void RoutesTest::refusesWhatCannotBeMinted()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, says);
    ServerTrial trial;
    const Answer answer =
        trial.ask(method.toStdString(), target.toStdString(), headers.toStdString(), body.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(q(answer.raw.header("Content-Type")), QStringLiteral("application/json"));
    QVERIFY2(answer.error.find(says.toStdString()) != std::string::npos, answer.error.c_str());
    QVERIFY(answer.raw.body.find("007eJ") == std::string::npos);
    QTRY_COMPARE(trial.log.counts().requests, std::uint64_t(1));
    const auto records = trial.log.take();
    QCOMPARE(records[0].status, status);
    QVERIFY(!records[0].issued);
    QVERIFY(records[0].error.find(says.toStdString()) != std::string::npos);
}

void RoutesTest::readsJsonUnderAnyNameForIt_data()
{
    QTest::addColumn<QByteArray>("headers");
    for (const char* type :
         {"application/json; charset=utf-8", "APPLICATION/JSON", "text/json", "application/vnd.api+json"})
        QTest::newRow(type) << QByteArray("Content-Type: ") + type + "\r\n";
    QTest::newRow("none") << QByteArray();
}

void RoutesTest::readsJsonUnderAnyNameForIt()
{
    QFETCH(QByteArray, headers);
    const ServerTrial trial;
    QCOMPARE(trial.ask("POST", "/generate-user-token", headers.toStdString(), R"({"user_uuid":"a"})").status,
             200);
}

void RoutesTest::namesTheMethodsThatAPathTakes()
{
    const ServerTrial trial;
    const auto allow = [&](const char* method, const char* path) {
        const Answer answer = trial.ask(method, path);
        return QString::number(answer.status) + QLatin1Char(' ') + q(answer.raw.header("Allow"));
    };
    QCOMPARE(allow("PUT", "/generate-user-token"), QStringLiteral("405 POST, OPTIONS"));
    QCOMPARE(allow("HEAD", "/token/generate"), QStringLiteral("405 POST, OPTIONS"));
    QCOMPARE(allow("OPTIONS", "/token/generate"), QStringLiteral("204 POST, OPTIONS"));
    QCOMPARE(allow("OPTIONS", "/api/token/generateAppToken"), QStringLiteral("204 GET, HEAD, OPTIONS"));
    QCOMPARE(allow("OPTIONS", "/elsewhere"), QStringLiteral("404 "));
}

void RoutesTest::answersHeadLikeGetWithoutTheBody()
{
    const ServerTrial trial;
    const Answer head = trial.ask("HEAD", "/api/token/generateUserToken?account=alice");
    QCOMPARE(head.status, 200);
    QCOMPARE(q(head.raw.header("Content-Type")), QStringLiteral("application/json"));
    QVERIFY(q(head.raw.header("Content-Length")).toInt() > 100);
    QCOMPARE(trial.ask("HEAD", "/api/token/generateUserToken").status, 400);
}

void RoutesTest::takesUserIdsAsTheyAre_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("letters") << QStringLiteral("Alice");
    QTest::newRow("beyond ASCII") << QStringLiteral("用户-é-🙂");
    QTest::newRow("quotes and blanks") << QStringLiteral(" \"a\" \\ \n");
    QTest::newRow("long") << QString(16000, QLatin1Char('x'));
}

void RoutesTest::takesUserIdsAsTheyAre()
{
    QFETCH(QString, user);
    const ServerTrial trial;
    const base::JsonObject body{{"user_uuid", user.toStdString()}};
    const Answer answer = trial.json("/generate-user-token", base::JsonValue(body).toJson());
    QCOMPARE(answer.status, 200);
    QCOMPARE(q(trial.inspect(answer.token).decoded.services.at(0).userId), user);
}

void RoutesTest::keepsTheCap()
{
    const ServerTrial trial([](tokenserver::Settings& settings) { settings.maxExpire = 7200; });
    QCOMPARE(trial.json("/generate-app-token", R"({"expire":7200})").status, 200);
    const Answer over = trial.json("/generate-app-token", R"({"expire":7201})");
    QCOMPARE(over.status, 400);
    QVERIFY2(over.error.find("7200 seconds (2h)") != std::string::npos, over.error.c_str());
}

void RoutesTest::aCapBelowTheDefaultIsTheDefault()
{
    const ServerTrial trial([](tokenserver::Settings& settings) { settings.maxExpire = 60; });
    QCOMPARE(q(grantOf(trial.inspect(trial.alice().token))), QStringLiteral("user alice 60"));
}

void RoutesTest::drawsANewSaltForEveryToken()
{
    const ServerTrial trial;
    std::set<std::uint32_t> salts;
    for (int i = 0; i < 200; ++i)
        salts.insert(trial.inspect(trial.alice().token).decoded.salt.value_or(0));
    QVERIFY(salts.size() >= 199); // of 99,999,999
    QVERIFY(*salts.begin() >= 1 && *salts.rbegin() <= 99'999'999);
}

void RoutesTest::isNotKeptInCaches()
{
    const ServerTrial trial;
    QCOMPARE(q(trial.alice().raw.header("Cache-Control")), QStringLiteral("no-store"));
}

QTEST_GUILESS_MAIN(RoutesTest)
#include "RoutesTest.moc"

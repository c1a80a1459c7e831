// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sandbox/SandboxTrial.h"

#include <QTest>

/// POST /token and the tokens that come from it.
class TokenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exchangesAnAppToken();
    void exchangesAUserToken();
    void exchangedTokensEndWithTheirs();
    void exchangesNothingElse();
    void givesAUserTokenForAPassword();
    void refusesWrongPasswords_data();
    void refusesWrongPasswords();
    void refusesBannedUsers();
    void givesAUserTokenToTheApp();
    void createsTheUserWhereAsked();
    void keepsTheTimeToLive();
    void knowsNoClientCredentials_data();
    void knowsNoClientCredentials();
    void refusesUnknownGrants();
    void forgetsTheTokensOfADeletedUser();

private:
    [[nodiscard]] Answer grant(const std::string& body, const std::string& bearer = {}) const
    {
        return m_trial->call("POST", "/token", body, bearer);
    }
    [[nodiscard]] std::int64_t number(const Answer& answer, std::string_view name) const
    {
        const base::JsonValue* value = answer.json.find(name);
        return value ? value->integer().value_or(-1) : -1;
    }

    std::unique_ptr<SandboxTrial> m_trial;
};

void TokenTest::init()
{
    m_trial = std::make_unique<SandboxTrial>();
    m_trial->registerUsers(R"([{"username":"alice","password":"s3cret"},{"username":"bob"}])");
}

void TokenTest::exchangesAnAppToken()
{
    const Answer answer = grant(R"({"grant_type":"agora"})", m_trial->appToken(600));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.memberNames(), std::string("access_token expire_timestamp"));
    QVERIFY(answer.text("access_token").starts_with("YWMt"));
    QVERIFY(answer.text("access_token").size() >= 4 + 43);                          // 32 bytes and more
    QCOMPARE(number(answer, "expire_timestamp"), m_trial->clock.nowMs() + 600'000); // a moment in ms
    QCOMPARE(m_trial->call("GET", "/users", "", answer.text("access_token")).status, 200);
    QVERIFY(grant(R"({"grant_type":"agora"})", m_trial->appToken(600)).text("access_token") !=
            answer.text("access_token"));
}

void TokenTest::exchangesAUserToken()
{
    const Answer answer = grant(R"({"grant_type":"agora"})", m_trial->userToken("alice"));
    QCOMPARE(answer.status, 200);
    const std::string bearer = answer.text("access_token");
    QCOMPARE(m_trial->call("GET", "/users/alice", "", bearer).status, 200);
    QCOMPARE(m_trial->call("GET", "/users/bob", "", bearer).status, 401);
    QCOMPARE(m_trial->call("GET", "/users", "", bearer).status, 401);
}

void TokenTest::exchangedTokensEndWithTheirs()
{
    const std::string bearer = grant(R"({"grant_type":"agora"})", m_trial->appToken(60)).text("access_token");
    m_trial->clock.advance(59'999);
    QCOMPARE(m_trial->call("GET", "/users", "", bearer).status, 200);
    m_trial->clock.advance(1);
    const Answer late = m_trial->call("GET", "/users", "", bearer);
    QCOMPARE(late.status, 401);
    QCOMPARE(late.text("error_description"),
             std::string("Unable to authenticate due to expired access token."));
}

void TokenTest::exchangesNothingElse()
{
    QCOMPARE(grant(R"({"grant_type":"agora"})").text("error"), std::string("unauthorized"));
    QCOMPARE(grant(R"({"grant_type":"agora"})", "nonsense").text("error"),
             std::string("auth_bad_access_token"));
    const std::string issued = grant(R"({"grant_type":"agora"})", m_trial->appToken()).text("access_token");
    QCOMPARE(grant(R"({"grant_type":"agora"})", issued).status, 401);
    const std::string old = m_trial->appToken(1);
    m_trial->clock.advance(1000);
    QCOMPARE(grant(R"({"grant_type":"agora"})", old).text("error_description"),
             std::string("Unable to authenticate due to expired access token."));
}

void TokenTest::givesAUserTokenForAPassword()
{
    const Answer answer =
        grant(R"({"grant_type":"password","username":"Alice","password":"s3cret","timestamp":1,"ttl":60})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.memberNames(), std::string("access_token expires_in user"));
    QCOMPARE(number(answer, "expires_in"), std::int64_t(60));
    const base::JsonValue user = *answer.json.find("user");
    QCOMPARE(user.text("username"), std::string_view("alice"));
    QCOMPARE(user.text("type"), std::string_view("user"));
    QCOMPARE(user, m_trial->call("GET", "/users/alice").entity(0));
    QCOMPARE(m_trial->call("GET", "/users/alice", "", answer.text("access_token")).status, 200);
    m_trial->clock.advance(60'000);
    QCOMPARE(m_trial->call("GET", "/users/alice", "", answer.text("access_token")).status, 401);
}

void TokenTest::refusesWrongPasswords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* rest, int status, const char* error, const char* text) {
        QTest::newRow(name) << QByteArray(QByteArray(R"({"grant_type":"password")") + rest + "}") << status
                            << QByteArray(error) << QByteArray(text);
    };
    row("wrong", R"(,"username":"alice","password":"S3cret")", 400, "invalid_grant", "invalid password");
    row("none", R"(,"username":"alice")", 400, "invalid_grant", "invalid password");
    row("a user without a password", R"(,"username":"bob","password":"")", 400, "invalid_grant",
        "invalid password");
    row("an unknown user", R"(,"username":"carol","password":"x")", 404, "invalid_grant", "user not found");
    row("no user", R"(,"password":"x")", 400, "illegal_argument", "username must be provided");
    row("a ttl below 0", R"(,"username":"alice","password":"s3cret","ttl":-1)", 400, "illegal_argument",
        "ttl must be a number of seconds, 0 or more");
    row("a ttl past all bounds", R"(,"username":"alice","password":"s3cret","ttl":9223372036854775807)", 400,
        "illegal_argument", "ttl must be a number of seconds, 0 or more");
}

void TokenTest::refusesWrongPasswords()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, text);
    const Answer answer = grant(body.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.text("error"), error.toStdString());
    QCOMPARE(answer.text("error_description"), text.toStdString());
}

void TokenTest::refusesBannedUsers()
{
    QCOMPARE(m_trial->call("POST", "/users/alice/deactivate").status, 200);
    for (const Answer& answer :
         {grant(R"({"grant_type":"password","username":"alice","password":"s3cret"})"),
          grant(R"({"grant_type":"inherit","username":"alice"})", m_trial->appToken())}) {
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(answer.text("error_description"), std::string("user not activated"));
    }
}

void TokenTest::givesAUserTokenToTheApp()
{
    const std::string body = R"({"grant_type":"inherit","username":"bob","autoCreateUser":false})";
    const Answer answer = grant(body, m_trial->appToken());
    QCOMPARE(answer.status, 200);
    QCOMPARE(number(answer, "expires_in"), std::int64_t(60 * 86400));
    QCOMPARE(m_trial->call("GET", "/users/bob", "", answer.text("access_token")).status, 200);
    QCOMPARE(grant(body).status, 401);
    QCOMPARE(grant(body, m_trial->userToken("bob")).status, 401);
    QVERIFY(grant(body, m_trial->userToken("bob"))
                .text("error_description")
                .starts_with("Subject does not have"));
}

void TokenTest::createsTheUserWhereAsked()
{
    const Answer refused =
        grant(R"({"grant_type":"inherit","username":"carol","autoCreateUser":false})", m_trial->appToken());
    QCOMPARE(refused.status, 404);
    QCOMPARE(refused.text("error_description"), std::string("user not found"));
    QCOMPARE(m_trial->call("GET", "/users/carol").status, 404);
    QCOMPARE(
        grant(R"({"grant_type":"inherit","username":"Carol","autoCreateUser":true})", m_trial->appToken())
            .status,
        200);
    QCOMPARE(m_trial->call("GET", "/users/carol").status, 200);
    QCOMPARE(grant(R"({"grant_type":"inherit","username":"c/d","autoCreateUser":true})", m_trial->appToken())
                 .status,
             400);
}

void TokenTest::keepsTheTimeToLive()
{
    const Answer forEver =
        grant(R"({"grant_type":"password","username":"alice","password":"s3cret","ttl":0})");
    QCOMPARE(number(forEver, "expires_in"), std::int64_t(0));
    m_trial->clock.advance(50LL * 365 * 86400 * 1000);
    QCOMPARE(m_trial->call("GET", "/users/alice", "", forEver.text("access_token")).status, 200);
}

void TokenTest::knowsNoClientCredentials_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no id") << QByteArray(R"(,"client_secret":"b")") << QByteArray("illegal_argument")
                           << QByteArray("client_id must be provided.");
    QTest::newRow("no secret") << QByteArray(R"(,"client_id":"a")") << QByteArray("illegal_argument")
                               << QByteArray("client_secret must be provided");
    QTest::newRow("both") << QByteArray(R"(,"client_id":"a","client_secret":"b")")
                          << QByteArray("invalid_grant") << QByteArray("client_id does not match");
}

void TokenTest::knowsNoClientCredentials()
{
    QFETCH(QByteArray, rest);
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, text);
    const Answer answer = grant(R"({"grant_type":"client_credentials")" + rest.toStdString() + "}");
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.text("error"), error.toStdString());
    QCOMPARE(answer.text("error_description"), text.toStdString());
}

void TokenTest::refusesUnknownGrants()
{
    for (const char* body : {"{}", R"({"grant_type":"x"})", R"({"grant_type":1})", "[]"}) {
        QCOMPARE(grant(body).status, 400);
        QCOMPARE(grant(body).text("error"), std::string("illegal_argument"));
    }
    QCOMPARE(grant("{").text("error"), std::string("json_parse"));
}

void TokenTest::forgetsTheTokensOfADeletedUser()
{
    const std::string bearer =
        grant(R"({"grant_type":"password","username":"alice","password":"s3cret"})").text("access_token");
    QCOMPARE(m_trial->call("DELETE", "/users/alice").status, 200);
    m_trial->registerUsers(R"([{"username":"alice"}])");
    QCOMPARE(m_trial->call("GET", "/users/alice", "", bearer).status, 401);
}

QTEST_GUILESS_MAIN(TokenTest)
#include "TokenTest.moc"

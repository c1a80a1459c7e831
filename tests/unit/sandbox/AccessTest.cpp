// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sandbox/SandboxTrial.h"

#include <QTest>

#include <set>

namespace {

constexpr const char* kCorrupt = "Unable to authenticate due to corrupt access token.";
constexpr const char* kExpired = "Unable to authenticate due to expired access token.";

} // namespace

/// Which requests reach an operation: application, path, method, token, body.
namespace {

/// What the sandbox is said to have built, in the words of the catalogue.
bool isBuilt(const catalogue::Endpoint& endpoint)
{
    static const std::set<std::string> kWhole{"User system registration", "Authentication", "Contact",
                                              "Presence"};
    static const std::set<std::string> kSdk{"sdk.token.expires",
                                            "sdk.joinGroup",
                                            "sdk.acceptGroupJoinRequest",
                                            "sdk.inviteToGroup",
                                            "sdk.acceptGroupInvite",
                                            "sdk.leaveGroup",
                                            "sdk.getPublicGroups",
                                            "sdk.getJoinedGroupsCount",
                                            "sdk.blockGroupMessage",
                                            "sdk.unblockGroupMessage",
                                            "sdk.isInGroupMutelist",
                                            "sdk.isGroupWhiteUser",
                                            "sdk.isInChatRoomMutelist",
                                            "sdk.isChatRoomWhiteUser",
                                            "sdk.getGroupMemberAttributes",
                                            "sdk.setGroupMemberAttributes",
                                            "sdk.addContact",
                                            "sdk.acceptContactInvite",
                                            "sdk.declineContactInvite",
                                            "sdk.setContactRemark",
                                            "sdk.getContactsWithCursor",
                                            "sdk.addToBlackList",
                                            "sdk.removeFromBlackList"};
    const std::string& id = endpoint.id;
    const auto has = [&](std::string_view part) { return id.find(part) != std::string::npos; };
    if (endpoint.group == "Chat group" || endpoint.group == "Chat room")
        return !has(".file.");
    return kWhole.contains(endpoint.group) || kSdk.contains(id) || has("message.send.users") ||
           has("message.send.groups") || has("message.send.rooms") || id == "message.recall";
}

} // namespace

class AccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_trial = std::make_unique<SandboxTrial>(); }
    void namesItsAddress();
    void answersUnderBothPrefixes();
    void knowsNoOtherApplication_data();
    void knowsNoOtherApplication();
    void knowsNoOtherPath();
    void refusesOtherMethods();
    void saysWhatIsNotBuiltYet();
    void everyEndpointOfTheCatalogueIsRouted();
    void refusesBadTokens_data();
    void refusesBadTokens();
    void refusesAMissingToken();
    void tokensRunOutOnTheSecond();
    void takesTheSchemeInAnyCase();
    void usersMayReadThemselvesOnly();
    void usersAreKnownByUuidToo();
    void refusesOtherContentTypes_data();
    void refusesOtherContentTypes();
    void refusesBrokenJson();
    void faultsHaveFiveKeys();
    void whatTheServerRefusesIsJsonToo();
    void pathSegmentsAreDecoded();
    void keepsItsUsersOverARestart();
    void answersPagesOnLoopback();

private:
    std::unique_ptr<SandboxTrial> m_trial;
};

void AccessTest::namesItsAddress()
{
    QVERIFY(m_trial->address.port != 0);
    QCOMPARE(m_trial->address.restUrl, "http://127.0.0.1:" + std::to_string(m_trial->address.port));
}

void AccessTest::answersUnderBothPrefixes()
{
    m_trial->registerUsers(R"([{"username":"alice"}])");
    const Answer byKey = m_trial->call("GET", "/users/alice");
    m_trial->prefix = "/app-id/" + std::string(SandboxTrial::kAppId);
    const Answer byId = m_trial->call("GET", "/users/alice");
    QCOMPARE(byKey.status, 200);
    QCOMPARE(byId.status, 200);
    QCOMPARE(byId.raw.body, byKey.raw.body); // the uri does not change either
    QCOMPARE(byId.text("uri"), m_trial->address.restUrl + "/41434878/504205/users/alice");
}

void AccessTest::knowsNoOtherApplication_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("application");
    const QByteArray id = "970CA35de60c44645bbae8a215061b33";
    QTest::newRow("another app") << QByteArray("/41434878/other/users") << QByteArray("41434878/other");
    QTest::newRow("another org") << QByteArray("/other/504205/token") << QByteArray("other/504205");
    QTest::newRow("another App ID") << QByteArray("/app-id/" + QByteArray(32, 'a') + "/users")
                                    << QByteArray("app-id/" + QByteArray(32, 'a'));
    QTest::newRow("the App ID in lower case")
        << QByteArray("/app-id/" + id.toLower() + "/users") << QByteArray("app-id/" + id.toLower());
    QTest::newRow("nothing behind the application") << QByteArray("/a/b") << QByteArray("a/b");
}

void AccessTest::knowsNoOtherApplication()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, application);
    const Answer answer = m_trial->raw("GET", target.toStdString(), "");
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.text("error"), std::string("organization_application_not_found"));
    QCOMPARE(answer.text("exception"),
             std::string("org.apache.usergrid.rest.exceptions.OrganizationApplicationNotFoundException"));
    QCOMPARE(answer.text("error_description"), "Could not find application for " + application.toStdString() +
                                                   " from URI: " + target.mid(1).toStdString());
}

void AccessTest::knowsNoOtherPath()
{
    for (const char* target : {"/nothing", "/users/alice/nothing", "", "/users/a/b/c/d/e"}) {
        const Answer answer = m_trial->call("GET", target);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.text("error"), std::string("service_resource_not_found"));
        QCOMPARE(answer.text("error_description"), std::string("Service resource not found"));
    }
    QCOMPARE(m_trial->raw("GET", "/", "").status, 404);
}

void AccessTest::refusesOtherMethods()
{
    const Answer answer = m_trial->call("PATCH", "/users");
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.raw.header("Allow"), std::string("DELETE, GET, POST"));
    QCOMPARE(answer.memberNames(), std::string("error exception timestamp duration error_description"));
    QCOMPARE(m_trial->call("GET", "/token").status, 405);
}

void AccessTest::saysWhatIsNotBuiltYet()
{
    const Answer answer = m_trial->call("GET", "/chatgroups/1/share_files");
    QCOMPARE(answer.status, 501);
    QVERIFY(answer.text("error_description").find("not built it yet") != std::string::npos);
    QVERIFY(answer.text("error_description").find("group.file.list") != std::string::npos);
}

void AccessTest::everyEndpointOfTheCatalogueIsRouted()
{
    int built = 0;
    for (const catalogue::Endpoint& endpoint : m_trial->endpoints.endpoints()) {
        std::string target;
        for (const std::string& segment : endpoint.routeSegments())
            target += "/" + (segment.starts_with('{') ? "x" : segment);
        const int status = m_trial->call(endpoint.method, target, "{}").status;
        QVERIFY2(status != 405 && status != 0, endpoint.id.c_str());
        const bool mine = isBuilt(endpoint);
        QVERIFY2(mine == (status != 501), endpoint.id.c_str());
        built += mine ? 1 : 0;
    }
    QCOMPARE(built, 143);
}

void AccessTest::refusesBadTokens_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* kind, const char* error, const char* text) {
        QTest::newRow(name) << QByteArray(kind) << QByteArray(error) << QByteArray(text);
    };
    row("signed with another certificate", "certificate", "auth_bad_access_token", kCorrupt);
    row("for another App ID", "app id", "auth_bad_access_token", kCorrupt);
    row("cut short", "cut", "auth_bad_access_token", kCorrupt);
    row("with a byte changed", "changed", "auth_bad_access_token", kCorrupt);
    row("no token at all", "nonsense", "auth_bad_access_token", kCorrupt);
    row("an issued token that nobody issued", "YWMt", "auth_bad_access_token", kCorrupt);
    row("for RTC only", "rtc", "auth_bad_access_token", kCorrupt);
    row("for Chat without a privilege", "bare", "auth_bad_access_token", "Unable to authenticate.");
    row("not yet valid", "future", "auth_bad_access_token", "Unable to authenticate.");
    row("expired", "expired", "unauthorized", kExpired);
    row("with a privilege that has expired", "privilege", "unauthorized", kExpired);
    row("wrong and expired is wrong", "certificate and expired", "auth_bad_access_token", kCorrupt);
}

void AccessTest::refusesBadTokens()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, text);
    const SandboxTrial& t = *m_trial;
    const std::string otherCertificate = "5CFd2fd1755d40ecb72977518be15d3c";
    const auto app = [] { return token::chatAppService(3600); };
    std::string bearer = t.appToken();
    if (kind == "certificate")
        bearer = t.token({app()}, 3600, otherCertificate);
    else if (kind == "app id")
        bearer = t.token({app()}, 3600, t.kCertificate, std::string(32, 'a'));
    else if (kind == "cut")
        bearer.resize(bearer.size() - 12);
    else if (kind == "changed")
        bearer[40] = bearer[40] == 'A' ? 'B' : 'A';
    else if (kind == "nonsense")
        bearer = "nonsense";
    else if (kind == "YWMt")
        bearer = "YWMt" + std::string(64, 'A');
    else if (kind == "rtc")
        bearer = t.token({token::Service{.type = 1, .privileges = {{1, 3600}}, .channel = "c", .uid = "1"}});
    else if (kind == "bare")
        bearer = t.token({token::Service{.type = 5, .privileges = {}, .userId = "alice"}});
    else if (kind == "future")
        bearer = t.token({app()}, 3600, t.kCertificate, t.kAppId, t.clock.now() + 60);
    else if (kind == "expired")
        bearer = t.token({app()}, 3600, t.kCertificate, t.kAppId, t.clock.now() - 3600);
    else if (kind == "privilege")
        bearer = t.token({token::chatAppService(10)}, 3600, t.kCertificate, t.kAppId, t.clock.now() - 10);
    else if (kind == "certificate and expired")
        bearer = t.token({app()}, 3600, otherCertificate, t.kAppId, t.clock.now() - 3600);
    QVERIFY(!bearer.empty());
    const Answer answer = t.call("GET", "/users", "", bearer);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.text("error"), error.toStdString());
    QCOMPARE(answer.text("error_description"), text.toStdString());
    QCOMPARE(answer.text("exception"), std::string("EasemobSecurityException"));
}

void AccessTest::refusesAMissingToken()
{
    const Answer registering = m_trial->call("POST", "/users", R"({"username":"alice"})", "");
    QCOMPARE(registering.status, 401);
    QCOMPARE(registering.text("error"), std::string("unauthorized"));
    QCOMPARE(registering.text("error_description"),
             std::string("Registration is not open, please contact the app admin."));
    QCOMPARE(m_trial->call("POST", "/users", R"([{"username":"alice"}])", "").text("error_description"),
             registering.text("error_description"));

    const Answer listing = m_trial->call("GET", "/users", "", "");
    QCOMPARE(listing.status, 401);
    QCOMPARE(listing.text("error"), std::string("unauthorized"));
    QCOMPARE(listing.text("error_description"), std::string(kExpired));
    QCOMPARE(m_trial->raw("GET", m_trial->prefix + "/users", "Authorization: Basic YTpi\r\n").status, 401);
    QCOMPARE(m_trial->raw("GET", m_trial->prefix + "/users", "Authorization: Bearer \r\n").status, 401);
}

void AccessTest::tokensRunOutOnTheSecond()
{
    const std::string bearer = m_trial->appToken(60);
    QCOMPARE(m_trial->call("GET", "/users", "", bearer).status, 200);
    m_trial->clock.advance(59'999);
    QCOMPARE(m_trial->call("GET", "/users", "", bearer).status, 200);
    m_trial->clock.advance(1);
    QCOMPARE(m_trial->call("GET", "/users", "", bearer).status, 401);
}

void AccessTest::takesTheSchemeInAnyCase()
{
    QCOMPARE(
        m_trial
            ->raw("GET", m_trial->prefix + "/users", "Authorization: bearer " + m_trial->appToken() + "\r\n")
            .status,
        200);
}

void AccessTest::usersMayReadThemselvesOnly()
{
    m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob"}])");
    const std::string bearer = m_trial->userToken("alice");
    const Answer self = m_trial->call("GET", "/users/alice", "", bearer);
    QCOMPARE(self.status, 200);
    QCOMPARE(self.entity(0).text("username"), std::string_view("alice"));

    const Answer other = m_trial->call("GET", "/users/bob", "", bearer);
    QCOMPARE(other.status, 401);
    QCOMPARE(other.text("error"), std::string("unauthorized"));
    QCOMPARE(other.text("exception"), std::string("org.apache.shiro.authz.UnauthorizedException"));
    const std::string application = std::string(m_trial->call("DELETE", "/users/bob").text("application"));
    QCOMPARE(other.text("error_description"),
             "Subject does not have permission [applications:get:" + application + ":/users/bob]");
    for (const auto& [method, target, body] :
         {std::tuple("POST", "/users", R"({"username":"carol"})"), std::tuple("GET", "/users", ""),
          std::tuple("DELETE", "/users/alice", ""),
          std::tuple("PUT", "/users/alice/password", R"({"newpassword":"x"})"),
          std::tuple("GET", "/users/alice/status", "")}) {
        const Answer refused = m_trial->call(method, target, body, bearer);
        QCOMPARE(refused.status, 401);
        QVERIFY(
            refused.text("error_description").starts_with("Subject does not have permission [applications:"));
    }
}

void AccessTest::usersAreKnownByUuidToo()
{
    m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob"}])");
    const Answer alice = m_trial->call("GET", "/users/alice");
    const std::string uuid(alice.entity(0).text("uuid"));
    const std::string bearer = m_trial->userToken(uuid);
    QCOMPARE(m_trial->call("GET", "/users/alice", "", bearer).status, 200);
    QCOMPARE(m_trial->call("GET", "/users/" + uuid, "", bearer).status, 200);
    QCOMPARE(m_trial->call("GET", "/users/" + uuid, "", m_trial->userToken("Alice")).status, 200);
    QCOMPARE(m_trial->call("GET", "/users/bob", "", bearer).status, 401);
}

void AccessTest::refusesOtherContentTypes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray() << 415;
    QTest::newRow("plain text") << QByteArray("Content-Type: text/plain\r\n") << 415;
    QTest::newRow("a form") << QByteArray("Content-Type: application/x-www-form-urlencoded\r\n") << 415;
    QTest::newRow("JSON in the name only") << QByteArray("Content-Type: application/jsonp\r\n") << 415;
    QTest::newRow("JSON") << QByteArray("Content-Type: application/json\r\n") << 200;
    QTest::newRow("JSON with a charset")
        << QByteArray("Content-Type: Application/JSON ; charset=utf-8\r\n") << 200;
    QTest::newRow("a kind of JSON") << QByteArray("Content-Type: application/vnd.x+json\r\n") << 200;
}

void AccessTest::refusesOtherContentTypes()
{
    QFETCH(QByteArray, line);
    QFETCH(int, status);
    const Answer answer =
        m_trial->raw("POST", m_trial->prefix + "/users",
                     "Authorization: Bearer " + m_trial->appToken() + "\r\n" + line.toStdString(),
                     R"({"username":"alice"})");
    QCOMPARE(answer.status, status);
    if (status == 415) {
        QCOMPARE(answer.text("error"), std::string("web_application"));
        QCOMPARE(answer.text("error_description"), std::string("Unsupported Media Type."));
    }
}

void AccessTest::refusesBrokenJson()
{
    for (const char* body : {"{", "username=alice", "{\"username\":\"alice\"}x", "{'username':'alice'}"}) {
        const Answer answer = m_trial->call("POST", "/users", body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("error"), std::string("json_parse"));
        QCOMPARE(answer.text("error_description"), std::string("Unexpected character."));
    }
    QCOMPARE(m_trial->call("POST", "/users", std::string(100, '[') + std::string(100, ']')).status, 400);
}

void AccessTest::faultsHaveFiveKeys()
{
    const Answer answer = m_trial->call("GET", "/users/nobody");
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.memberNames(), std::string("error exception timestamp duration error_description"));
    QCOMPARE(answer.json.find("timestamp")->integer().value_or(0), m_trial->clock.nowMs());
    QVERIFY(answer.raw.header("Content-Type").starts_with("application/json"));
}

void AccessTest::whatTheServerRefusesIsJsonToo()
{
    const support::RawAnswer foreign =
        support::ask(m_trial->address.port, "GET /41434878/504205/users HTTP/1.1\r\nHost: evil\r\n\r\n");
    QCOMPARE(foreign.status, 403);
    const auto json = base::JsonValue::parse(foreign.body);
    QVERIFY(json.has_value());
    QCOMPARE(json->text("error"), std::string_view("forbidden_op"));
    QVERIFY(json->text("error_description").find("adb reverse") != std::string_view::npos);
    const std::string large(1024 * 1024 + 1, 'x');
    QCOMPARE(m_trial->call("POST", "/users", large).status, 413);
}

void AccessTest::pathSegmentsAreDecoded()
{
    m_trial->registerUsers(R"([{"username":"alice.b"}])");
    QCOMPARE(m_trial->call("GET", "/users/alice%2Eb").status, 200);
    QCOMPARE(m_trial->call("GET", "/users/%61lice.b/").status, 200);
    QCOMPARE(m_trial
                 ->raw("GET", "/4143487%38/504205/users/alice.b",
                       "Authorization: Bearer " + m_trial->appToken() + "\r\n")
                 .status,
             200);
    QCOMPARE(m_trial->call("GET", "/users%2Falice.b").status, 404); // one segment, not two
    QCOMPARE(m_trial->call("GET", "/users/%zz").status, 400);
}

void AccessTest::keepsItsUsersOverARestart()
{
    m_trial->registerUsers(R"([{"username":"alice"}])");
    m_trial->server.stop();
    QVERIFY(!m_trial->server.isRunning());
    m_trial->address = m_trial->server.start().value_or(sandbox::Address{});
    QCOMPARE(m_trial->call("GET", "/users/alice").status, 200);
}

void AccessTest::answersPagesOnLoopback()
{
    const auto ask = [&](const std::string& origin) {
        return m_trial->raw("GET", m_trial->prefix + "/users",
                            "Origin: " + origin + "\r\nAuthorization: Bearer " + m_trial->appToken() +
                                "\r\n");
    };
    QCOMPARE(ask("http://localhost:5173").status, 200);
    QCOMPARE(ask("http://localhost:5173").raw.header("Access-Control-Allow-Origin"),
             std::string("http://localhost:5173"));
    QCOMPARE(ask("https://evil.example").status, 403);
}

QTEST_GUILESS_MAIN(AccessTest)
#include "AccessTest.moc"

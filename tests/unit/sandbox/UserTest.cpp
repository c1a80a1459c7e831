// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sandbox/SandboxTrial.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

/// The sixteen calls of the group "User system registration".
class UserTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_trial = std::make_unique<SandboxTrial>(); }
    void registersOne();
    void registersMany();
    void refusesIllegalUserIds_data();
    void refusesIllegalUserIds();
    void foldsUpperCase();
    void refusesATakenUserId();
    void reportsPartFailures();
    void limitsOneRegistration();
    void refusesRegistrationsOfNoUser();
    void limitsPasswordAndNickname();
    void getsOne();
    void listsInPages();
    void pagesStandFirmWhenUsersComeAndGo();
    void refusesBadPageQueries();
    void echoesTheQuery();
    void deletesOne();
    void deletesTheOldest();
    void setsAPassword();
    void bansAndUnbans();
    void disconnects();
    void hasNoDevicesOnline();
    void tellsWhoIsOnline();
    void tellsWhoOfManyIsOnline();
    void countsOfflineMessages();
    void tellsTheStateOfAMessage();
    void knowsNoUnknownUser_data();
    void knowsNoUnknownUser();
    void endpointsAnswerInTheirEnvelope_data();
    void endpointsAnswerInTheirEnvelope();

private:
    void registerNumbered(int count) const
    {
        for (int i = 0; i < count; ++i)
            m_trial->registerUsers(R"([{"username":"user)" + std::to_string(i) + R"("}])");
    }
    [[nodiscard]] static std::string names(const Answer& answer)
    {
        std::string list;
        for (std::size_t i = 0; !answer.entity(i).isNull(); ++i)
            list += (list.empty() ? "" : " ") + std::string(answer.entity(i).text("username"));
        return list;
    }

    std::unique_ptr<SandboxTrial> m_trial;
};

void UserTest::registersOne()
{
    const Answer answer = m_trial->call("POST", "/users", R"({"username":"alice","nickname":"Alice"})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("action"), std::string("post"));
    QCOMPARE(answer.text("path"), std::string("/users"));
    QCOMPARE(answer.text("uri"), m_trial->address.restUrl + "/41434878/504205/users");
    QCOMPARE(answer.text("organization"), std::string("41434878"));
    QCOMPARE(answer.text("applicationName"), std::string("504205"));
    QCOMPARE(answer.json.find("timestamp")->integer().value_or(0), m_trial->clock.nowMs());
    QCOMPARE(answer.json.find("duration")->integer().value_or(-1), std::int64_t(0));
    const base::JsonValue user = answer.entity(0);
    QCOMPARE(user.text("username"), std::string_view("alice"));
    QCOMPARE(user.text("type"), std::string_view("user"));
    QCOMPARE(user.text("nickname"), std::string_view("Alice"));
    QCOMPARE(user.find("created")->integer().value_or(0), m_trial->clock.nowMs());
    QVERIFY(*user.find("activated")->boolean());
    static const QRegularExpression uuid(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    for (const std::string& text : {std::string(user.text("uuid")), answer.text("application")})
        QVERIFY2(uuid.match(QString::fromStdString(text)).hasMatch(), text.c_str());
    QCOMPARE(SandboxTrial().call("DELETE", "/users").text("application"), answer.text("application"));
}

void UserTest::registersMany()
{
    const Answer answer = m_trial->call("POST", "/users", R"([{"username":"alice"},{"username":"bob"}])");
    QCOMPARE(answer.status, 200);
    QCOMPARE(names(answer), std::string("alice bob"));
    QVERIFY(!answer.json.find("data"));
}

void UserTest::refusesIllegalUserIds_data()
{
    QTest::addColumn<QByteArray>("username");
    QTest::addColumn<QByteArray>("text"); // empty: legal
    const auto legal = [](const QByteArray& name) {
        QTest::addRow("legal: %s", name.constData()) << name << QByteArray();
    };
    const auto illegal = [](const QByteArray& name) {
        QTest::addRow("not legal: %s", name.constData())
            << name << QByteArray("username [" + name + "] is not legal");
    };
    for (const char* name : {"a", "0", "a_b-c.d", "13800000000", "_", "..", "a.b"})
        legal(name);
    legal(QByteArray(64, 'x'));
    for (const char* name : {"a b", "a@b.example", "a/b", "a#b", "+8613800000000", "\xc3\xa4", "\xe4\xbd\xa0",
                             "a%", "0ffe2d80-0000-4000-8d66-279e3e1c214b", "a,b", "a:b", "*"})
        illegal(name);
    QTest::newRow("too long") << QByteArray(65, 'x') << QByteArray("USERNAME_TOO_LONG");
}

void UserTest::refusesIllegalUserIds()
{
    QFETCH(QByteArray, username);
    QFETCH(QByteArray, text);
    const Answer answer =
        m_trial->call("POST", "/users", "{\"username\":\"" + username.toStdString() + "\"}");
    QCOMPARE(answer.status, text.isEmpty() ? 200 : 400);
    if (!text.isEmpty()) {
        QCOMPARE(answer.text("error"), std::string("illegal_argument"));
        QCOMPARE(answer.text("exception"), std::string("java.lang.IllegalArgumentException"));
        QCOMPARE(answer.text("error_description"), text.toStdString());
    }
}

void UserTest::foldsUpperCase()
{
    QCOMPARE(names(m_trial->call("POST", "/users", R"({"username":"AliCe"})")), std::string("alice"));
    QCOMPARE(m_trial->call("GET", "/users/ALICE").status, 200);
    QCOMPARE(m_trial->call("POST", "/users", R"({"username":"aLICE"})").status, 400);
}

void UserTest::refusesATakenUserId()
{
    const Answer first = m_trial->call("POST", "/users", R"({"username":"alice"})");
    const Answer answer = m_trial->call("POST", "/users", R"({"username":"alice"})");
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.text("error"), std::string("duplicate_unique_property_exists"));
    QCOMPARE(answer.text("exception"), std::string("org.apache.usergrid.persistence.exceptions."
                                                   "DuplicateUniquePropertyExistsException"));
    QCOMPARE(answer.text("error_description"),
             "Application " + first.text("application") +
                 " Entity user requires that property named username be unique, value of alice exists");
}

void UserTest::reportsPartFailures()
{
    m_trial->registerUsers(R"([{"username":"carol"}])");
    const Answer answer = m_trial->call(
        "POST", "/users",
        R"([{"username":"alice"},{"username":"carol"},{"username":"a b"},{"username":"alice"}])");
    QCOMPARE(answer.status, 200);
    QCOMPARE(names(answer), std::string("alice"));
    QCOMPARE(answer.json.find("data")->toJson(),
             std::string(R"([{"username":"carol","registerUserFailReason":"the carol already exists"},)"
                         R"({"username":"a b","registerUserFailReason":"username [a b] is not legal"},)"
                         R"({"username":"alice","registerUserFailReason":"the alice already exists"}])"));
}

void UserTest::limitsOneRegistration()
{
    const auto many = [](int count) {
        std::string body;
        for (int i = 0; i < count; ++i)
            body += (i ? "," : "[") + std::string(R"({"username":"u)") + std::to_string(i) + "\"}";
        return body + "]";
    };
    const Answer refused = m_trial->call("POST", "/users", many(61));
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.text("error"), std::string("illegal_argument"));
    QCOMPARE(refused.text("error_description"),
             std::string("Request body array size[61] had almost reached or been "
                         "greater than the upper range value[60]"));
    QCOMPARE(m_trial->call("GET", "/users/u0").status, 404);
    QCOMPARE(m_trial->call("POST", "/users", many(60)).status, 200);
}

void UserTest::refusesRegistrationsOfNoUser()
{
    for (const char* body :
         {"[]", "1", "\"alice\"", "null", "{}", R"({"username":1})", R"({"username":""})"}) {
        const Answer answer = m_trial->call("POST", "/users", body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text("error"), std::string("illegal_argument"));
    }
}

void UserTest::limitsPasswordAndNickname()
{
    const auto with = [&](const char* name, std::size_t size) {
        return m_trial->call("POST", "/users",
                             std::string(R"({"username":"u)") + std::to_string(size) + name + "\",\"" + name +
                                 "\":\"" + std::string(size, 'x') + "\"}");
    };
    QCOMPARE(with("password", 64).status, 200);
    QCOMPARE(with("password", 65).text("error_description"), std::string("PASSWORD_TOO_LONG"));
    QCOMPARE(with("nickname", 100).status, 200);
    QCOMPARE(with("nickname", 101).text("error_description"), std::string("NICKNAME_TOO_LONG"));
}

void UserTest::getsOne()
{
    m_trial->registerUsers(R"([{"username":"alice"}])");
    const Answer answer = m_trial->call("GET", "/users/alice");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.memberNames(), std::string("action path uri entities timestamp duration count"));
    QCOMPARE(answer.json.find("count")->integer().value_or(0), std::int64_t(1));
    const std::string uuid(answer.entity(0).text("uuid"));
    QCOMPARE(names(m_trial->call("GET", "/users/" + uuid)), std::string("alice"));
}

void UserTest::listsInPages()
{
    registerNumbered(23);
    QCOMPARE(names(m_trial->call("GET", "/users")),
             std::string("user0 user1 user2 user3 user4 user5 user6 user7 user8 user9"));
    std::string all;
    std::string cursor;
    int pages = 0;
    do {
        const Answer page =
            m_trial->call("GET", "/users?limit=5" + (cursor.empty() ? std::string() : "&cursor=" + cursor));
        QCOMPARE(page.status, 200);
        all += (all.empty() ? "" : " ") + names(page);
        cursor = page.text("cursor");
        QCOMPARE(page.json.find("cursor") != nullptr, ++pages < 5); // absent at the end
        QCOMPARE(page.json.find("count")->integer().value_or(0), std::int64_t(pages < 5 ? 5 : 3));
    } while (!cursor.empty());
    QCOMPARE(names(m_trial->call("GET", "/users?limit=100")), all);
    QVERIFY(!m_trial->call("GET", "/users?limit=23").json.find("cursor"));
    QVERIFY(m_trial->call("GET", "/users?limit=22").json.find("cursor"));
    QCOMPARE(names(m_trial->call("GET", "/users?cursor=null")), names(m_trial->call("GET", "/users")));
    QCOMPARE(m_trial->call("GET", "/users?limit=101").text("error_description"),
             std::string("limit must be between 1 and 100"));
}

void UserTest::pagesStandFirmWhenUsersComeAndGo()
{
    registerNumbered(6);
    const Answer first = m_trial->call("GET", "/users?limit=3");
    QCOMPARE(names(first), std::string("user0 user1 user2"));
    QCOMPARE(m_trial->call("DELETE", "/users/user2").status, 200); // the one the cursor rests on
    QCOMPARE(m_trial->call("DELETE", "/users/user0").status, 200);
    QCOMPARE(m_trial->call("DELETE", "/users/user4").status, 200);
    m_trial->registerUsers(R"([{"username":"user0"}])");
    const Answer second = m_trial->call("GET", "/users?limit=3&cursor=" + first.text("cursor"));
    QCOMPARE(names(second), std::string("user3 user5 user0")); // registered anew, so at the end
    QVERIFY(!second.json.find("cursor"));
}

void UserTest::refusesBadPageQueries()
{
    for (const char* query : {"limit=0", "limit=-1", "limit=x", "limit=1.5", "limit=1x", "cursor=x",
                              "cursor=!", "cursor=YWZ0ZXI6eA", "limit=99999999999999999999"}) {
        const Answer answer = m_trial->call("GET", "/users?" + std::string(query));
        QVERIFY2(answer.status == 400, query);
        QCOMPARE(answer.text("error"), std::string("illegal_argument"));
    }
}

void UserTest::echoesTheQuery()
{
    QCOMPARE(m_trial->call("GET", "/users?limit=2&x=a%20b&x=c").json.find("params")->toJson(),
             std::string(R"({"limit":["2"],"x":["a b","c"]})"));
    QVERIFY(!m_trial->call("GET", "/users").json.find("params"));
}

void UserTest::deletesOne()
{
    m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob"}])");
    const Answer answer = m_trial->call("DELETE", "/users/alice");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("action"), std::string("delete"));
    QCOMPARE(names(answer), std::string("alice"));
    QCOMPARE(m_trial->call("DELETE", "/users/alice").status, 404);
    QCOMPARE(names(m_trial->call("GET", "/users")), std::string("bob"));
}

void UserTest::deletesTheOldest()
{
    registerNumbered(5);
    const Answer first = m_trial->call("DELETE", "/users?limit=2");
    QCOMPARE(first.status, 200);
    QCOMPARE(names(first), std::string("user0 user1"));
    QCOMPARE(first.json.find("params")->toJson(), std::string(R"({"limit":["2"]})"));
    const Answer second = m_trial->call("DELETE", "/users?limit=2&cursor=" + first.text("cursor"));
    QCOMPARE(names(second), std::string("user2 user3"));
    const Answer third = m_trial->call("DELETE", "/users?limit=2");
    QCOMPARE(names(third), std::string("user4"));
    QVERIFY(!third.json.find("cursor"));
    QCOMPARE(names(m_trial->call("GET", "/users")), std::string());
}

void UserTest::setsAPassword()
{
    m_trial->registerUsers(R"([{"username":"alice","password":"old"}])");
    const auto signIn = [&](const char* password) {
        return m_trial
            ->call("POST", "/token",
                   std::string(R"({"grant_type":"password","username":"alice","password":")") + password +
                       "\"}",
                   "")
            .status;
    };
    const Answer answer = m_trial->call("PUT", "/users/alice/password", R"({"newpassword":"new"})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.memberNames(), std::string("action timestamp duration"));
    QCOMPARE(answer.text("action"), std::string("set user password"));
    QCOMPARE(signIn("old"), 400);
    QCOMPARE(signIn("new"), 200);

    const Answer none = m_trial->call("PUT", "/users/alice/password", "{}");
    QCOMPARE(none.status, 400);
    QCOMPARE(none.text("error_description"), std::string("newpassword is required"));
    const Answer nobody = m_trial->call("PUT", "/users/nobody/password", R"({"newpassword":"new"})");
    QCOMPARE(nobody.status, 404);
    QCOMPARE(nobody.text("error"), std::string("entity_not_found"));
    QCOMPARE(nobody.text("error_description"), std::string("User null not found"));
}

void UserTest::bansAndUnbans()
{
    m_trial->registerUsers(R"([{"username":"alice"}])");
    const Answer ban = m_trial->call("POST", "/users/alice/deactivate");
    QCOMPARE(ban.status, 200);
    QCOMPARE(ban.text("action"), std::string("Deactivate user"));
    QCOMPARE(names(ban), std::string("alice"));
    QVERIFY(!*ban.entity(0).find("activated")->boolean());
    QVERIFY(!*m_trial->call("GET", "/users/alice").entity(0).find("activated")->boolean());
    const Answer unban = m_trial->call("POST", "/users/alice/activate");
    QCOMPARE(unban.text("action"), std::string("activate user"));
    QVERIFY(*m_trial->call("GET", "/users/alice").entity(0).find("activated")->boolean());
}

void UserTest::disconnects()
{
    m_trial->registerUsers(R"([{"username":"alice"}])");
    const Answer all = m_trial->call("GET", "/users/alice/disconnect");
    QCOMPARE(all.status, 200);
    QCOMPARE(all.text("action"), std::string("get"));
    QCOMPARE(all.json.find("data")->toJson(), std::string(R"({"result":true})"));
    const Answer one = m_trial->call("DELETE", "/users/alice/disconnect/web_1");
    QCOMPARE(one.status, 200);
    QCOMPARE(one.text("action"), std::string("delete"));
    QCOMPARE(one.text("uri"), m_trial->address.restUrl + "/41434878/504205/users/alice/disconnect/web_1");
}

void UserTest::hasNoDevicesOnline()
{
    m_trial->registerUsers(R"([{"username":"alice"}])");
    const Answer answer = m_trial->call("GET", "/users/alice/resources");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json.find("data")->toJson(), std::string("[]"));
}

void UserTest::tellsWhoIsOnline()
{
    m_trial->registerUsers(R"([{"username":"alice"}])");
    const Answer answer = m_trial->call("GET", "/users/Alice/status");
    QCOMPARE(answer.memberNames(), std::string("action uri entities data timestamp duration count"));
    QCOMPARE(answer.json.find("data")->toJson(), std::string(R"({"alice":"offline"})"));
}

void UserTest::tellsWhoOfManyIsOnline()
{
    const Answer answer = m_trial->call("POST", "/users/batch/status", R"({"usernames":["alice","nobody"]})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("action"), std::string("get batch user status"));
    QCOMPARE(answer.json.find("data")->toJson(),
             std::string(R"([{"alice":"offline"},{"nobody":"offline"}])"));
    std::string many = R"({"usernames":["a")";
    for (int i = 0; i < 100; ++i)
        many += ",\"a\"";
    const Answer refused = m_trial->call("POST", "/users/batch/status", many + "]}");
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.text("error_description"),
             std::string("request body exceeds maximum limit, maximum limit is 100"));
    for (const char* body : {"{}", R"({"usernames":[]})", R"({"usernames":[1]})", R"({"usernames":"a"})"})
        QCOMPARE(m_trial->call("POST", "/users/batch/status", body).status, 400);
}

void UserTest::countsOfflineMessages()
{
    m_trial->registerUsers(R"([{"username":"alice"}])");
    QCOMPARE(m_trial->call("GET", "/users/alice/offline_msg_count").json.find("data")->toJson(),
             std::string(R"({"alice":0})"));
}

void UserTest::tellsTheStateOfAMessage()
{
    m_trial->registerUsers(R"([{"username":"alice"}])");
    QCOMPARE(m_trial->call("GET", "/users/alice/offline_msg_status/1029457500870543736")
                 .json.find("data")
                 ->toJson(),
             std::string(R"({"1029457500870543736":"delivered"})"));
}

void UserTest::knowsNoUnknownUser_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    for (const auto& [method, target] :
         {std::pair("GET", "/users/nobody"), std::pair("DELETE", "/users/nobody"),
          std::pair("POST", "/users/nobody/deactivate"), std::pair("POST", "/users/nobody/activate"),
          std::pair("GET", "/users/nobody/disconnect"), std::pair("DELETE", "/users/nobody/disconnect/x"),
          std::pair("GET", "/users/nobody/resources"), std::pair("GET", "/users/nobody/status"),
          std::pair("GET", "/users/nobody/offline_msg_count"),
          std::pair("GET", "/users/nobody/offline_msg_status/1")})
        QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target);
}

void UserTest::knowsNoUnknownUser()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    const Answer answer = m_trial->call(method.toStdString(), target.toStdString());
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.text("error"), std::string("service_resource_not_found"));
    QCOMPARE(answer.text("exception"),
             std::string("org.apache.usergrid.services.exceptions.ServiceResourceNotFoundException"));
    QCOMPARE(answer.text("error_description"), std::string("Service resource not found"));
}

void UserTest::endpointsAnswerInTheirEnvelope_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char* id : {"user.register", "user.register.batch", "user.get", "user.list", "user.delete",
                           "user.delete.batch", "user.password", "user.deactivate", "user.activate",
                           "user.disconnect", "user.disconnect.device", "user.resources", "user.status",
                           "user.status.batch", "user.offline_msg_count", "user.offline_msg_status"})
        QTest::addRow("%s", id) << QByteArray(id);
}

/// Every answer has the members that the catalogue's example has; what only some answers have (data of a
/// part failure, a cursor, params) aside.
void UserTest::endpointsAnswerInTheirEnvelope()
{
    QFETCH(QByteArray, id);
    const catalogue::Endpoint* endpoint = m_trial->endpoints.find(id.toStdString());
    QVERIFY(endpoint);
    if (!id.startsWith("user.register"))
        m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob"}])");
    std::string target;
    for (const std::string& segment : endpoint->routeSegments()) {
        target += "/";
        target += segment == "{username}" || segment == "{owner_username}" ? "alice"
                  : segment.starts_with('{')                               ? "1029457500870543736"
                                                                           : segment;
    }
    const base::JsonValue* body = endpoint->bodyExample();
    const Answer answer = m_trial->call(endpoint->method, target, body ? body->toJson() : "");
    QCOMPARE(answer.status, 200);
    const auto membersOf = [](const base::JsonValue& value) {
        std::set<std::string> found;
        for (const auto& [name, member] : *value.object())
            found.insert(name);
        return found;
    };
    std::set<std::string> expected = membersOf(*endpoint->responseExample());
    if (id == "user.register.batch")
        expected.erase("data");
    expected.erase("cursor");
    expected.erase("params");
    QCOMPARE(membersOf(answer.json), expected);
}

QTEST_GUILESS_MAIN(UserTest)
#include "UserTest.moc"

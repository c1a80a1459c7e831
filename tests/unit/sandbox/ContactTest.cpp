// SPDX-License-Identifier: Apache-2.0
// Contacts and invitations: by the app, by the SDK's own calls, and what both sides hear.
#include "tests/unit/sandbox/ContactEvents.h"

#include <QTest>

class ContactTest final : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_trial = std::make_unique<SandboxTrial>();
        m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob"},{"username":"carol"}])");
    }
    void theAppAddsAndRemoves();
    void answersInTheDocumentedShape();
    void listsByPage();
    void keepsRemarksForOneSideOnly();
    void refusesWrongRemarks_data();
    void refusesWrongRemarks();
    void importsWhatItCan();
    void checksRelations();
    void refuses_data();
    void refuses();
    void stopsAtTheLimitOfContacts();
    void usersActForThemselvesOnly_data();
    void usersActForThemselvesOnly();
    void forgetsWhoIsGone();
};

void ContactTest::theAppAddsAndRemoves()
{
    Peer alice = signedIn("alice");
    Peer bob = signedIn("bob");
    befriend(*m_trial, "alice", "bob");
    QCOMPARE(contactsOf(*m_trial, "alice"), std::string(R"(["bob"])"));
    QCOMPARE(contactsOf(*m_trial, "bob"), std::string(R"(["alice"])"));
    QVERIFY(decodeNotice(alice.hear().payload) == user("bob"));
    QVERIFY(eventsOf(alice, "bob") == one(RosterOperation::Accept, "bob", "alice"));
    QVERIFY(decodeNotice(bob.hear().payload) == user("alice"));
    QVERIFY(eventsOf(bob, "alice") == one(RosterOperation::Accept, "alice", "bob"));
    befriend(*m_trial, "bob", "alice"); // once more changes nothing, and nobody hears of it
    QCOMPARE(contactsOf(*m_trial, "alice"), std::string(R"(["bob"])"));
    QCOMPARE(m_trial->waitingCount("alice"), std::int64_t(0));
    QCOMPARE(m_trial->call("DELETE", "/users/bob/contacts/users/alice").status, 200);
    QCOMPARE(contactsOf(*m_trial, "alice") + contactsOf(*m_trial, "bob"), std::string("[][]"));
    QCOMPARE(alice.hear().command, Command::Notice);
    QVERIFY(eventsOf(alice, "bob") == one(RosterOperation::Remove, "bob", "alice"));
    QCOMPARE(bob.hear().command, Command::Notice);
    QVERIFY(eventsOf(bob, "alice") == one(RosterOperation::Remove, "alice", "bob"));
}

void ContactTest::answersInTheDocumentedShape()
{
    const std::string uuid(m_trial->call("GET", "/users/alice").entity(0).text("uuid"));
    for (const char* method : {"POST", "DELETE"}) {
        const Answer answer = m_trial->call(method, "/users/alice/contacts/users/bob");
        QCOMPARE(answer.memberNames(), std::string("action application path uri entities timestamp duration "
                                                   "organization applicationName"));
        QCOMPARE(answer.text("path"), "/users/" + uuid + "/contacts");
        QCOMPARE(std::string(answer.entity(0).text("username")), std::string("bob"));
    }
    const Answer list = m_trial->call("GET", "/users/alice/contacts/users");
    QCOMPARE(list.memberNames(), std::string("action uri entities data timestamp duration count"));
    const Answer blocked = m_trial->call("POST", "/users/alice/blocks/users", R"({"usernames":["bob"]})");
    QCOMPARE(blocked.memberNames(), std::string("action application uri entities data timestamp duration "
                                                "organization applicationName"));
    QCOMPARE(blocked.json.find("data")->toJson(), std::string(R"(["bob"])"));
    const Answer freed = m_trial->call("DELETE", "/users/alice/blocks/users/bob");
    QCOMPARE(freed.text("path"), "/users/" + uuid + "/blocks");
    QCOMPARE(std::string(freed.entity(0).text("username")), std::string("bob"));
}

void ContactTest::listsByPage()
{
    m_trial->registerMany(12);
    for (int i = 0; i < 12; ++i)
        befriend(*m_trial, "alice", "u" + std::to_string(i));
    QCOMPARE(m_trial->call("PUT", "/user/alice/contacts/users/u11", R"({"remark":"dear"})").status, 200);
    const auto namesOf = [](const Answer& answer) {
        std::string names;
        for (const base::JsonValue& entry : *answer.json.find("data")->find("contacts")->array())
            names += std::string(entry.text("username")) + " ";
        return names;
    };
    const Answer first = m_trial->call("GET", "/user/alice/contacts?needReturnRemark=true");
    QCOMPARE(namesOf(first), std::string("u11 u10 u9 u8 u7 u6 u5 u4 u3 u2 ")); // the newest first
    QCOMPARE(first.json.find("count")->integer(), std::optional<std::int64_t>(10));
    QVERIFY(first.raw.body.find(R"({"remark":"dear","username":"u11"},{"remark":null,)") !=
            std::string::npos);
    const Answer second = m_trial->call("GET", "/user/alice/contacts?cursor=" + first.text("cursor"));
    QCOMPARE(namesOf(second), std::string("u1 u0 "));
    QVERIFY(!second.json.find("cursor"));
    QVERIFY(m_trial->call("GET", "/user/alice/contacts").raw.body.find("dear") == std::string::npos);
    QCOMPARE(m_trial->call("GET", "/user/alice/contacts?limit=51").text("error_description"),
             std::string("getContacts"));
    QCOMPARE(m_trial->call("GET", "/user/alice/contacts?limit=50").status, 200);
    // The SDK's own, with the cursor inside data.
    const Answer sdk = as("alice", "GET", "/users/alice/contacts?needReturnRemark=true&limit=10&cursor=");
    QCOMPARE(namesOf(sdk), namesOf(first));
    const std::string cursor(sdk.json.find("data")->text("cursor"));
    const Answer rest = as("alice", "GET", "/users/alice/contacts?limit=10&cursor=" + cursor);
    QCOMPARE(namesOf(rest), std::string("u1 u0 "));
    QVERIFY(!rest.json.find("data")->find("cursor"));
}

void ContactTest::keepsRemarksForOneSideOnly()
{
    befriend(*m_trial, "alice", "bob");
    const Answer answer = m_trial->call("PUT", "/user/alice/contacts/users/bob", R"({"remark":"dear"})");
    QCOMPARE(answer.memberNames(), std::string("action uri timestamp duration status"));
    QCOMPARE(answer.text("status"), std::string("ok"));
    QCOMPARE(as("bob", "PUT", "/users/bob/contacts/users/alice", R"({"remark":"boss"})").status, 200);
    const auto remark = [&](const std::string& name) {
        const Answer list = as(name, "GET", "/users/" + name + "/contacts/users?needReturnRemark=true");
        return std::string(list.entity(0).text("remark"));
    };
    QCOMPARE(remark("alice"), std::string("dear"));
    QCOMPARE(remark("bob"), std::string("boss"));
}

void ContactTest::refusesWrongRemarks_data()
{
    QTest::addColumn<QByteArray>("friendName");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray hundred = QByteArray("é").repeated(100);
    QTest::newRow("a stranger") << QByteArray("carol") << QByteArray(R"({"remark":"x"})") << 400;
    QTest::newRow("nobody") << QByteArray("ghost") << QByteArray(R"({"remark":"x"})") << 404;
    QTest::newRow("none") << QByteArray("bob") << QByteArray("{}") << 400;
    QTest::newRow("100") << QByteArray("bob") << "{\"remark\":\"" + hundred + "\"}" << 200;
    QTest::newRow("101") << QByteArray("bob") << "{\"remark\":\"" + hundred + "x\"}" << 400;
}

void ContactTest::refusesWrongRemarks()
{
    QFETCH(QByteArray, friendName);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    befriend(*m_trial, "alice", "bob");
    const std::string target = "/user/alice/contacts/users/" + friendName.toStdString();
    QCOMPARE(m_trial->call("PUT", target, body.toStdString()).status, status);
}

void ContactTest::importsWhatItCan()
{
    Peer bob = signedIn("bob");
    const Answer answer = m_trial->call("POST", "/users/alice/contacts/import",
                                        R"({"usernames":["bob","ghost","alice","bob"]})");
    QCOMPARE(answer.text("status"), std::string("ok"));
    QCOMPARE(answer.json.find("data")->toJson(),
             std::string(R"({"UnKnowFailed":["alice"],"success":["bob"],"NotExistFailed":["ghost"],)"
                         R"("maxLimitFailed":[]})"));
    QCOMPARE(contactsOf(*m_trial, "bob"), std::string(R"(["alice"])"));
    QCOMPARE(m_trial->waitingCount("bob"), std::int64_t(0)); // told only where it is asked for
    const std::string loud = "/users/carol/contacts/import?isSendNotice=true";
    QCOMPARE(m_trial->call("POST", loud, R"({"usernames":["bob"]})").status, 200);
    QCOMPARE(bob.hear().command, Command::Notice);
    QVERIFY(eventsOf(bob, "carol") == one(RosterOperation::Accept, "carol", "bob"));
}

void ContactTest::checksRelations()
{
    befriend(*m_trial, "alice", "bob");
    const Answer answer =
        m_trial->call("POST", "/contacts/check", R"({"username":"alice","check_list":["bob","carol"]})");
    QCOMPARE(answer.text("path"), std::string("/contacts/check"));
    QCOMPARE(answer.json.find("entities")->toJson(),
             std::string(R"([{"username":"bob","relation":"friend"},)"
                         R"({"username":"carol","relation":"not_friend"}])"));
}

void ContactTest::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* method, const char* target, const QByteArray& body, int status,
                        const char* text) {
        QTest::addRow("%s %s %d", method, target, QTest::currentTestFunction() ? int(body.size()) : 0)
            << QByteArray(method) << QByteArray(target) << body << status << QByteArray(text);
    };
    const char* missing = "Service resource not found";
    row("POST", "/users/ghost/contacts/users/bob", {}, 404, missing);
    row("POST", "/users/bob/contacts/users/ghost", {}, 404, missing);
    row("POST", "/users/bob/contacts/users/BOB", {}, 400, "users cannot be contacts of themselves");
    row("DELETE", "/users/alice/contacts/users/ghost", {}, 404, missing);
    row("GET", "/users/ghost/contacts/users", {}, 404, missing);
    row("GET", "/user/ghost/contacts", {}, 404, missing);
    row("GET", "/users/ghost/contacts", {}, 404, missing);
    row("GET", "/users/ghost/blocks/users", {}, 404, missing);
    row("POST", "/users/ghost/blocks/users", R"({"usernames":["bob"]})", 404, missing);
    row("DELETE", "/users/alice/blocks/users/ghost", {}, 404, missing);
    const QByteArray eleven = "{\"usernames\":[" + QByteArray("\"x\",").repeated(10) + "\"x\"]}";
    row("POST", "/users/alice/contacts/import", eleven, 400, "request user over flow limit:10.");
    row("POST", "/contacts/check", R"({"check_list":["bob"]})", 400, "username cannot be blank");
    const char* size = "check_list size must be between 1 and 100";
    row("POST", "/contacts/check", R"({"username":"alice","check_list":[]})", 400, size);
    row("POST", "/contacts/check",
        R"({"username":"alice","check_list":[)" + QByteArray("\"x\",").repeated(100) + "\"x\"]}", 400, size);
    const char* fifty = "usernames must be a list of 1 to 50 user IDs";
    row("POST", "/users/alice/blocks/users", "{\"usernames\":[" + QByteArray("\"x\",").repeated(50) + "1]}",
        400, fifty);
    row("POST", "/sdk/user/alice/blocks", "{}", 400, fifty);
    row("DELETE", "/sdk/user/alice/blocks", R"({"usernames":[7]})", 400, fifty);
    row("POST", "/users/alice/blocks/users", R"({"usernames":["alice"]})", 400,
        "users cannot block themselves");
    row("POST", "/users/alice/contacts/apply", R"({"usernames":["bob","ghost"]})", 404, missing);
    row("POST", "/users/alice/contacts/accept/users/bob", {}, 400, "there is no invitation from bob");
    row("POST", "/users/alice/contacts/decline/users/bob", {}, 400, "there is no invitation from bob");
}

void ContactTest::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, text);
    const Answer answer = m_trial->call(method.toStdString(), target.toStdString(), body.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.text("error_description"), text.toStdString());
    QCOMPARE(m_trial->waitingCount("bob"), std::int64_t(0));
}

void ContactTest::stopsAtTheLimitOfContacts()
{
    m_trial->registerMany(100);
    for (int i = 0; i < 100; ++i)
        befriend(*m_trial, "alice", "u" + std::to_string(i));
    const auto text = [](const Answer& answer) { return answer.text("error_description"); };
    const Answer mine = m_trial->call("POST", "/users/alice/contacts/users/bob");
    QCOMPARE(mine.status, 403);
    QCOMPARE(mine.text("error"), std::string("exceed_limit"));
    QCOMPARE(text(mine), std::string("Inviter's contact max count"));
    QCOMPARE(text(m_trial->call("POST", "/users/bob/contacts/users/alice")),
             std::string("Invitee's contact max count"));
    QCOMPARE(as("bob", "POST", "/users/bob/contacts/apply", R"({"usernames":["alice"]})").status, 403);
    const Answer import = m_trial->call("POST", "/users/alice/contacts/import", R"({"usernames":["bob"]})");
    QVERIFY(import.raw.body.find(R"("maxLimitFailed":["bob"])") != std::string::npos);
    QCOMPARE(contactsOf(*m_trial, "bob"), std::string("[]"));
    QCOMPARE(m_trial->call("POST", "/users/alice/contacts/users/u7").status, 200); // one already
}

void ContactTest::usersActForThemselvesOnly_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target"); // with NAME for the user
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status"); // for the user's own name
    const auto row = [](const char* method, const char* target, const char* body, int status) {
        QTest::addRow("%s %s", method, target)
            << QByteArray(method) << QByteArray(target) << QByteArray(body) << status;
    };
    const char* names = R"({"usernames":["bob"]})";
    row("DELETE", "/users/NAME/contacts/users/bob", "", 200);
    row("GET", "/users/NAME/contacts/users", "", 200);
    row("GET", "/users/NAME/contacts", "", 200);
    row("GET", "/users/NAME/blocks/users", "", 200);
    row("POST", "/users/NAME/contacts/apply", names, 200);
    row("POST", "/sdk/user/NAME/blocks", names, 200);
    row("DELETE", "/sdk/user/NAME/blocks", names, 200);
    row("PUT", "/users/NAME/contacts/users/bob", R"({"remark":"x"})", 400);
    row("POST", "/users/NAME/contacts/accept/users/bob", "", 400);
    row("POST", "/users/NAME/contacts/users/bob", "", 401); // these the app alone may do
    row("GET", "/user/NAME/contacts", "", 401);
    row("PUT", "/user/NAME/contacts/users/bob", R"({"remark":"x"})", 401);
    row("POST", "/users/NAME/contacts/import", names, 401);
    row("POST", "/users/NAME/blocks/users", names, 401);
    row("DELETE", "/users/NAME/blocks/users/bob", "", 401);
    row("POST", "/contacts/check", R"({"username":"alice","check_list":["bob"]})", 401);
}

void ContactTest::usersActForThemselvesOnly()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto call = [&](const QByteArray& name) {
        return as("alice", method.toStdString(), QByteArray(target).replace("NAME", name).toStdString(),
                  body.toStdString());
    };
    const Answer other = call("carol");
    QCOMPARE(other.status, 401);
    QVERIFY(other.text("error_description").starts_with("Subject does not have permission ["));
    QCOMPARE(call("alice").status, status);
    const std::string uuid(m_trial->call("GET", "/users/alice").entity(0).text("uuid"));
    QCOMPARE(call(QByteArray::fromStdString(uuid)).status, status);
}

void ContactTest::forgetsWhoIsGone()
{
    befriend(*m_trial, "alice", "bob");
    befriend(*m_trial, "alice", "carol");
    QCOMPARE(as("alice", "POST", "/sdk/user/alice/blocks", R"({"usernames":["bob"]})").status, 200);
    QCOMPARE(m_trial->call("DELETE", "/users/bob").status, 200);
    m_trial->registerUsers(R"([{"username":"bob"}])");
    QCOMPARE(contactsOf(*m_trial, "alice"), std::string(R"(["carol"])"));
    QCOMPARE(contactsOf(*m_trial, "bob"), std::string("[]"));
    Peer bob = signedIn("bob");
    QVERIFY(bob.sendText("alice", "new here").serverId.has_value());
}

QTEST_GUILESS_MAIN(ContactTest)
#include "ContactTest.moc"

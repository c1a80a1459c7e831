// SPDX-License-Identifier: Apache-2.0
// What users say of themselves, who follows whom, and what those hear.
#include "core/msync/Notify.h"
#include "tests/unit/sandbox/Peer.h"

#include <QTest>

namespace {

constexpr std::string_view kBob = R"({"usernames":["bob"]})";
constexpr std::int64_t kNow = 1'700'000'000; // s, of the manual clock

/// `last expiry ext device=status` of the presence that comes next, or what came instead.
std::string nextChange(Peer& peer, std::string_view of)
{
    const Frame notice = peer.hear();
    if (notice.command != Command::Notice || decodeNotice(notice.payload) != user(of))
        return "no notice";
    const SyncAnswer piece = peer.pull(of);
    if (piece.metas.size() != 1 || piece.metas.front().ns != NameSpace::Notify)
        return "no presence";
    (void)peer.pull(of, piece.nextKey);
    const Presence presence = decodePresence(piece.metas.front().payload).value_or(Presence{});
    std::string text = std::to_string(presence.lastSeconds - kNow) + " " +
                       std::to_string(presence.expirySeconds.value_or(kNow) - kNow) + " " + presence.ext;
    for (const auto& [device, status] : presence.devices)
        text += " " + device + "=" + std::to_string(status);
    return presence.user == of ? text : "of " + presence.user;
}

} // namespace

class PresenceTest final : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_trial = std::make_unique<SandboxTrial>();
        m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob"},{"username":"carol"}])");
    }
    void tellsWhoFollows();
    void tellsOnceOfEveryEnd_data();
    void tellsOnceOfEveryEnd();
    void tellsNothingOfANewerDeviceButItsName();
    void keepsNothingForWhoIsAway();
    void endsSubscriptionsOnTime();
    void answersInTheDocumentedShape();
    void listsSubscriptionsByPage();
    void publishesForLiveDevicesOnly();
    void refuses_data();
    void refuses();
    void usersActForThemselvesOnly_data();
    void usersActForThemselvesOnly();
    void forgetsWhoIsGone();

private:
    std::string post(std::string_view target, std::string_view body) const
    {
        return m_trial->call("POST", target, body).raw.body;
    }
};

void PresenceTest::tellsWhoFollows()
{
    Peer alice = signedIn("alice");
    QCOMPARE(as("alice", "POST", "/users/alice/presence/600", kBob).status, 200);
    m_trial->clock.advance(5'000);
    {
        Peer bob = signedIn("bob");
        QCOMPARE(nextChange(alice, "bob"), std::string("5 600  device=1"));
        m_trial->clock.advance(5'000);
        QCOMPARE(as("bob", "POST", "/users/bob/presence/device/101", R"({"ext":"in a café"})").status, 200);
        QCOMPARE(nextChange(alice, "bob"), std::string("10 600 in a café device=101"));
    }
    QCOMPARE(nextChange(alice, "bob"), std::string("10 600 in a café device=0"));
    const Peer bob = signedIn("bob");
    QCOMPARE(nextChange(alice, "bob"), std::string("10 600 in a café device=1"));
    QCOMPARE(as("alice", "DELETE", "/users/alice/presence", R"(["bob"])").status, 200);
    QCOMPARE(as("bob", "POST", "/users/bob/presence/device/1", R"({"ext":""})").status, 200);
    QCOMPARE(m_trial->waitingCount("alice"), std::int64_t(0));
}

void PresenceTest::tellsOnceOfEveryEnd_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("kicked") << QByteArray("GET") << QByteArray("/users/bob/disconnect");
    QTest::newRow("deactivated") << QByteArray("POST") << QByteArray("/users/bob/deactivate");
    QTest::newRow("removed") << QByteArray("DELETE") << QByteArray("/users/bob");
}

void PresenceTest::tellsOnceOfEveryEnd()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    Peer alice = signedIn("alice");
    Peer bob = signedIn("bob");
    QCOMPARE(as("alice", "POST", "/users/alice/presence/600", kBob).status, 200);
    QCOMPARE(m_trial->call(method.toStdString(), target.toStdString()).status, 200);
    QCOMPARE(bob.hearSync().metas.size(), std::size_t(1));
    QCOMPARE(bob.socket().receive().closeCode(), 1000);
    QCOMPARE(nextChange(alice, "bob"), std::string("0 600  device=0"));
    QCOMPARE(m_trial->waitingCount("alice"), std::int64_t(0));
}

void PresenceTest::tellsNothingOfANewerDeviceButItsName()
{
    Peer alice = signedIn("alice");
    Peer older = signedIn("bob");
    QCOMPARE(as("alice", "POST", "/users/alice/presence/600", kBob).status, 200);
    const Peer newer = signedIn("bob");
    QCOMPARE(older.hearSync().metas.size(), std::size_t(1));
    QCOMPARE(older.socket().receive().closeCode(), 1000);
    QCOMPARE(nextChange(alice, "bob"), std::string("0 600  device=1"));
    QCOMPARE(m_trial->waitingCount("alice"), std::int64_t(0));
    QVERIFY(post("/users/alice/presence", kBob).find(R"("device":"1")") != std::string::npos);
}

void PresenceTest::keepsNothingForWhoIsAway()
{
    QCOMPARE(as("alice", "POST", "/users/alice/presence/600", kBob).status, 200);
    const Peer bob = signedIn("bob");
    QVERIFY(signedIn("alice").unread().empty());
}

void PresenceTest::endsSubscriptionsOnTime()
{
    Peer alice = signedIn("alice");
    QCOMPARE(as("alice", "POST", "/users/alice/presence/60", kBob).status, 200);
    m_trial->clock.advance(59'999);
    const Peer bob = signedIn("bob");
    QCOMPARE(nextChange(alice, "bob"), std::string("59 60  device=1"));
    m_trial->clock.advance(1);
    QCOMPARE(as("bob", "POST", "/users/bob/presence/device/1", R"({"ext":"x"})").status, 200);
    QCOMPARE(m_trial->waitingCount("alice"), std::int64_t(0));
    const Answer list = as("alice", "GET", "/users/alice/presence/sublist?pageNum=1&pageSize=10");
    QCOMPARE(list.raw.body, std::string(R"({"result":{"totalnum":"0","sublist":[]}})"));
}

void PresenceTest::answersInTheDocumentedShape()
{
    const Peer bob = signedIn("bob");
    QCOMPARE(post("/users/bob/presence/device/1", R"({"ext":"hi"})"), std::string(R"({"result":"ok"})"));
    m_trial->clock.advance(10'000);
    QCOMPARE(post("/users/alice/presence/600", R"({"usernames":["Bob","ghost"]})"),
             std::string(R"({"result":[{"uid":"bob","last_time":"1700000000","expiry":"1700000610",)"
                         R"("ext":"hi","status":{"device":"1"}},)"
                         R"({"uid":"ghost","last_time":"0","expiry":"1700000610","ext":"","status":{}}]})"));
    QCOMPARE(post("/users/carol/presence", kBob),
             std::string(R"({"result":[{"uid":"bob","last_time":"1700000000","ext":"hi",)"
                         R"("status":{"device":"1"}}]})"));
    QCOMPARE(m_trial->call("DELETE", "/users/alice/presence", R"(["ghost","carol"])").raw.body,
             std::string(R"({"result":"ok"})"));
    QCOMPARE(m_trial->call("GET", "/users/alice/presence/sublist?pageNum=1&pageSize=1").raw.body,
             std::string(R"({"result":{"totalnum":"1","sublist":[{"uid":"bob","expiry":"1700000610"}]}})"));
}

void PresenceTest::listsSubscriptionsByPage()
{
    QCOMPARE(as("alice", "POST", "/users/alice/presence/600", R"({"usernames":["u0","u1","u2"]})").status,
             200);
    m_trial->clock.advance(1'000);
    QCOMPARE(as("alice", "POST", "/users/alice/presence/600", R"({"usernames":["u0"]})").status, 200);
    const auto list = [&](const std::string& query) {
        return as("alice", "GET", "/users/alice/presence/sublist" + query).raw.body;
    };
    const std::string u0 = R"({"uid":"u0","expiry":"1700000601"})"; // renewed, and still the first
    const std::string u1 = R"({"uid":"u1","expiry":"1700000600"})";
    const std::string u2 = R"({"uid":"u2","expiry":"1700000600"})";
    const std::string head = R"({"result":{"totalnum":"3","sublist":[)";
    QCOMPARE(list("?pageNum=1&pageSize=2"), head + u0 + "," + u1 + "]}}");
    QCOMPARE(list("?pageNum=2&pageSize=2"), head + u2 + "]}}");
    QCOMPARE(list("?pageNum=0&pageSize=500"), head + u0 + "," + u1 + "," + u2 + "]}}");
    QCOMPARE(list("?pageNum=3&pageSize=2"), head + "]}}");
    QCOMPARE(list(""), head + u0 + "]}}");
    QVERIFY(list("?pageNum=1&pageSize=501").find("pageSize must be between 1 and 500") != std::string::npos);
    QVERIFY(list("?pageNum=x&pageSize=2").find("illegal_argument") != std::string::npos);
}

void PresenceTest::publishesForLiveDevicesOnly()
{
    const auto publish = [&](const char* resource) {
        const Answer answer =
            as("bob", "POST", "/users/bob/presence/" + std::string(resource) + "/1", R"({"ext":"x"})");
        return std::to_string(answer.status) + " " + answer.text("error_description");
    };
    QCOMPARE(publish("device"), std::string("400 resource not exist"));
    {
        const Peer bob = signedIn("bob");
        QCOMPARE(publish("device"), std::string("200 "));
        QCOMPARE(publish("other"), std::string("400 resource not exist"));
    }
    QTRY_COMPARE(publish("device"), std::string("400 resource not exist"));
}

void PresenceTest::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* method, const char* target, const QByteArray& body,
                        int status, const char* text) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << body << status << QByteArray(text);
    };
    const QByteArray many = QByteArray("\"x\",").repeated(100) + "\"x\"";
    const char* set = "/users/bob/presence/device/1";
    row("no ext", "POST", set, "{}", 400, "ext cannot be null");
    row("ext 1025", "POST", set, "{\"ext\":\"" + QByteArray(1025, 'x') + "\"}", 400, "ext is too big");
    row("ext 1024", "POST", set, "{\"ext\":\"" + QByteArray(1024, 'x') + "\"}", 200, "");
    row("a word for a status", "POST", "/users/bob/presence/device/on", R"({"ext":""})", 400,
        "set presence failed");
    row("nobody's", "POST", "/users/ghost/presence", "{}", 404, "Service resource not found");
    row("nobody followed", "POST", "/users/bob/presence/60", R"({"usernames":[]})", 400,
        "usernames is empty");
    row("101 followed", "POST", "/users/bob/presence/60", "{\"usernames\":[" + many + "]}", 400,
        "too many sub presence");
    row("oneself", "POST", "/users/bob/presence/60", R"({"usernames":["alice","BOB"]})", 400,
        "you can't sub yourself");
    const char* expiry = "expiry must be a number from 1 to 2592000";
    row("31 days", "POST", "/users/bob/presence/2592001", R"({"usernames":["alice"]})", 400, expiry);
    row("30 days", "POST", "/users/bob/presence/2592000", R"({"usernames":["alice"]})", 200, "");
    row("no time", "POST", "/users/bob/presence/0", R"({"usernames":["alice"]})", 400, expiry);
    row("101 asked for", "POST", "/users/bob/presence", "{\"usernames\":[" + many + "]}", 400,
        "too many get presences");
    row("101 left", "DELETE", "/users/bob/presence", "[" + many + "]", 400, "too many unsub presences");
    row("nobody left", "DELETE", "/users/bob/presence", "[]", 400, "usernames cannot be null");
}

void PresenceTest::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, text);
    const Peer bob = signedIn("bob");
    const Answer answer = m_trial->call(method.toStdString(), target.toStdString(), body.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.text("error_description"), text.toStdString());
}

void PresenceTest::usersActForThemselvesOnly_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* method, const char* rest, const QByteArray& body) {
        QTest::addRow("%s %s", method, rest) << QByteArray(method) << QByteArray(rest) << body;
    };
    const QByteArray carol = R"({"usernames":["carol"]})";
    row("POST", "/presence/device/1", R"({"ext":""})");
    row("POST", "/presence/60", carol);
    row("POST", "/presence", carol);
    row("DELETE", "/presence", R"(["carol"])");
    row("GET", "/presence/sublist?pageNum=1&pageSize=1", {});
}

void PresenceTest::usersActForThemselvesOnly()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    const Peer alice = signedIn("alice");
    const Peer bob = signedIn("bob");
    const auto call = [&](const std::string& name) {
        return as("alice", method.toStdString(), "/users/" + name + target.toStdString(), body.toStdString())
            .status;
    };
    QCOMPARE(call("alice"), 200);
    QCOMPARE(call("bob"), 401);
}

void PresenceTest::forgetsWhoIsGone()
{
    {
        const Peer bob = signedIn("bob");
        QCOMPARE(as("bob", "POST", "/users/bob/presence/device/1", R"({"ext":"mine"})").status, 200);
        QCOMPARE(as("bob", "POST", "/users/bob/presence/600", R"({"usernames":["alice"]})").status, 200);
    }
    QCOMPARE(m_trial->call("DELETE", "/users/bob").status, 200);
    m_trial->registerUsers(R"([{"username":"bob"}])");
    QVERIFY(post("/users/alice/presence", kBob).find(R"("ext":"","status":{})") != std::string::npos);
    const Answer list = as("bob", "GET", "/users/bob/presence/sublist?pageNum=1&pageSize=9");
    QVERIFY(list.raw.body.find(R"("totalnum":"0")") != std::string::npos);
}

QTEST_GUILESS_MAIN(PresenceTest)
#include "PresenceTest.moc"

// SPDX-License-Identifier: Apache-2.0
// What a client may say over the WebSocket, and what the sandbox says to it; the vendor's SDK itself is in
// tests/interop.
#include "core/msync/Bodies.h"
#include "tests/support/SocketClient.h"
#include "tests/unit/sandbox/SandboxTrial.h"

#include <QTest>

using namespace msync;
using namespace std::chrono_literals;
using support::SocketClient;

namespace {

const std::string kAppKey = "41434878#504205";

Jid user(std::string_view name)
{
    return {kAppKey, std::string(name), std::string(kUserDomain), ""};
}

/// A client that speaks MSync.
class Peer final
{
public:
    explicit Peer(const SandboxTrial& trial)
        : m_client(trial.address.port)
    {
    }
    Peer(const SandboxTrial& trial, std::string_view name, const std::string& token)
        : Peer(trial)
    {
        m_signIn = signIn(name, token);
    }

    Provision signIn(std::string_view name, const std::string& token, std::string_view appKey = kAppKey)
    {
        Jid guid = user(name);
        guid.appKey = appKey;
        say({Command::Provision, guid, "$t$" + token, encode(Provision{.resource = "device"})});
        return decodeProvision(hear().payload).value_or(Provision{});
    }
    void say(const Frame& frame) { m_client.send(encode(frame)); }
    void say(const SyncRequest& request) { say(Frame{.payload = encode(request)}); }
    Frame hear(std::chrono::milliseconds deadline = 5s)
    {
        return decodeFrame(m_client.receive(deadline).payload).value_or(Frame{});
    }
    SyncAnswer hearSync() { return decodeSyncAnswer(hear().payload).value_or(SyncAnswer{}); }
    SyncAnswer sendBody(std::string_view to, const Body& body, std::string_view domain = kUserDomain)
    {
        Jid target = user(to);
        target.domain = domain;
        say(SyncRequest{.meta = Meta{.id = ++m_lastId, .to = target, .payload = encode(body)}});
        return hearSync();
    }
    SyncAnswer sendText(std::string_view to, std::string text)
    {
        return sendBody(to, Body{.from = "liar", .to = std::string(to), .contents = {Content{.text = text}}});
    }
    SyncAnswer pull(std::string_view queue, std::optional<std::uint64_t> key = std::nullopt)
    {
        say(SyncRequest{.queue = user(queue), .key = key});
        return hearSync();
    }
    std::vector<QueueCount> unread()
    {
        say(Frame{.command = Command::Unread});
        return decodeUnread(hear().payload).value_or(Unread{}).queues;
    }
    [[nodiscard]] const Provision& answer() const { return m_signIn; }
    [[nodiscard]] SocketClient& socket() { return m_client; }

private:
    SocketClient m_client;
    Provision m_signIn;
    std::uint64_t m_lastId = 0;
};

bool isRefusal(const Provision& answer, std::string_view text)
{
    return answer.status == Status{StatusCode::Fail, std::string(text)};
}

constexpr std::string_view kInvalid = "Sorry, token or password does not match login info";

} // namespace

class SessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_trial = std::make_unique<SandboxTrial>();
        m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob","password":"pw"}])");
    }
    void signsInWithTheExpiryInMilliseconds();
    void refusesWithTheTextsOfTheSdk_data();
    void refusesWithTheTextsOfTheSdk();
    void refusesADeactivatedUser();
    void wantsTheSignInFirst();
    void endsOnWhatIsNoFrame_data();
    void endsOnWhatIsNoFrame();
    void cutsTheSessionAtItsEnd();
    void renewsThroughRestOnlyForTheUserHimself();
    void keepsMessagesUntilTheyHaveArrived();
    void namesTheTrueSender();
    void handsOutAQueueInPiecesAndOnce();
    void recallsWithinTwoMinutesOnly();
    void recallsNobodyElsesMessage();
    void takesAWaitingMessageAwayWithTheRecall();
    void refusesWhatIsNotBuilt();
    void tellsWhySessionsEnd_data();
    void tellsWhySessionsEnd();
    void listsTheServersForItsOwnAppOnly();
    void restRefusesBrokenMessages_data();
    void restRefusesBrokenMessages();
    void restDeliversOnlineOnlyWhereAsked();

private:
    Peer signedIn(std::string_view name) const { return Peer(*m_trial, name, m_trial->userToken(name)); }

    std::unique_ptr<SandboxTrial> m_trial;
};

void SessionTest::signsInWithTheExpiryInMilliseconds()
{
    const Peer alice(*m_trial, "Alice", m_trial->userToken("alice", 600));
    QVERIFY(alice.answer().status == Status{});
    QCOMPARE(alice.answer().resource, std::string("device"));
    QCOMPARE(alice.answer().authToken, std::string(R"({"expires_in":1700000600000})"));
    QCOMPARE(m_trial->call("GET", "/users/alice/status").raw.body.find("\"alice\":\"online\"") !=
                 std::string::npos,
             true);
}

void SessionTest::refusesWithTheTextsOfTheSdk_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("text");
    const SandboxTrial trial;
    const auto row = [](const char* tag, const char* name, const std::string& token, std::string_view text) {
        QTest::newRow(tag) << QByteArray(name) << QByteArray::fromStdString(token)
                           << QByteArray(text.data(), qsizetype(text.size()));
    };
    const std::int64_t now = trial.clock.now();
    const std::vector services{token::chatUserService("alice", 600)};
    row("expired", "alice",
        trial.token(services, 600, SandboxTrial::kCertificate, SandboxTrial::kAppId, now - 600),
        "Sorry, token expired");
    row("of another user", "alice", trial.userToken("bob"), kInvalid);
    row("an app token", "alice", trial.appToken(), kInvalid);
    row("empty", "alice", "", kInvalid);
    row("garbage", "alice", "007eJx", kInvalid);
    row("forged", "alice", trial.token(services, 600, "00000000000000000000000000000000"), kInvalid);
    row("forged and expired", "alice",
        trial.token(services, 600, "00000000000000000000000000000000", SandboxTrial::kAppId, now - 600),
        kInvalid);
    row("not yet valid", "alice",
        trial.token(services, 600, SandboxTrial::kCertificate, SandboxTrial::kAppId, now + 60), kInvalid);
    row("nobody", "ghost", trial.userToken("ghost"), "Sorry, user not found");
}

void SessionTest::refusesWithTheTextsOfTheSdk()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, text);
    Peer peer(*m_trial, name.toStdString(), token.toStdString());
    QVERIFY2(isRefusal(peer.answer(), text.toStdString()), peer.answer().status->reason.c_str());
    QCOMPARE(peer.socket().receive().closeCode(), 1000);
}

void SessionTest::refusesADeactivatedUser()
{
    Peer before = signedIn("alice");
    QCOMPARE(m_trial->call("POST", "/users/alice/deactivate").status, 200);
    QVERIFY(decodeEviction(before.hearSync().metas.at(0).payload) == Eviction::Kicked);
    const Peer after = signedIn("alice");
    QCOMPARE(after.answer().status->code, StatusCode::Forbidden);
}

void SessionTest::wantsTheSignInFirst()
{
    for (const Command command : {Command::Sync, Command::Unread, Command::Notice}) {
        Peer peer(*m_trial);
        peer.say(Frame{.command = command});
        QCOMPARE(peer.socket().receive().closeCode(), 1008);
    }
    Peer twice = signedIn("alice");
    twice.say({Command::Provision, user("alice"), "$t$x", encode(Provision{})});
    QCOMPARE(twice.socket().receive().closeCode(), 1008);
    Peer other(*m_trial);
    QVERIFY(
        isRefusal(other.signIn("alice", m_trial->userToken("alice"), "other#app"), "Sorry, app not found"));
}

void SessionTest::endsOnWhatIsNoFrame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a text") << QByteArray("hello");
    QTest::newRow("an unknown command") << QByteArray("\x40\x07");
    QTest::newRow("a sync that is none") << QByteArray("\x40\x00\x4a\x02\x0a\x7f", 6);
    QTest::newRow("megabytes announced") << QByteArray("\x40\x00\x4a\xff\xff\xff\x7f", 7);
}

void SessionTest::endsOnWhatIsNoFrame()
{
    QFETCH(QByteArray, bytes);
    Peer peer = signedIn("alice");
    peer.socket().send(bytes.toStdString());
    QCOMPARE(peer.socket().receive().closeCode(), 1003);
    Peer worded = signedIn("alice");
    worded.socket().sendFrame(SocketClient::Text, "words");
    QCOMPARE(worded.socket().receive().closeCode(), 1003);
}

void SessionTest::cutsTheSessionAtItsEnd()
{
    Peer alice(*m_trial, "alice", m_trial->userToken("alice", 1));
    QVERIFY(alice.answer().status == Status{});
    QVERIFY(!alice.socket().raw().hasNews(1700ms)); // the clock stands, and with it the token's life
    m_trial->clock.advance(1'500);
    QCOMPARE(alice.socket().receive(3s).closeCode(), 1000);
    QVERIFY(m_trial->call("GET", "/users/alice/status").raw.body.find("offline") != std::string::npos);
}

void SessionTest::renewsThroughRestOnlyForTheUserHimself()
{
    Peer alice(*m_trial, "alice", m_trial->userToken("alice", 1));
    const auto renew = [this](const std::string& token) {
        return m_trial->call("GET", "/sdk/users/alice/token/expires", "", token);
    };
    for (const std::string& token : {m_trial->userToken("bob"), m_trial->appToken(), std::string("x")}) {
        const Answer refused = renew(token);
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.text("error_description"), std::string("Unable to authenticate (OAuth)"));
    }
    const Answer renewed = renew(m_trial->userToken("alice", 600));
    QCOMPARE(renewed.status, 200);
    QCOMPARE(renewed.raw.body, std::string(R"({"expire_timestamp":1700000600000})"));
    m_trial->clock.advance(3'000); // past the old end
    QVERIFY(!alice.socket().raw().hasNews(1700ms));
}

void SessionTest::keepsMessagesUntilTheyHaveArrived()
{
    Peer alice = signedIn("alice");
    const SyncAnswer first = alice.sendText("bob", "one");
    QCOMPARE(first.metaId, std::optional<std::uint64_t>(1));
    QVERIFY(first.status == Status{} && first.serverId.has_value());
    const SyncAnswer second = alice.sendText("bob", "two");
    QVERIFY(second.serverId > first.serverId);
    for (int i = 0; i < 2; ++i) { // the first device goes before it has said what arrived
        Peer bob = signedIn("bob");
        QVERIFY((bob.unread() == std::vector{QueueCount{user("alice"), 2}}));
        const SyncAnswer piece = bob.pull("alice");
        QVERIFY(piece.metas.size() == 2 && !piece.isLast && piece.queue == user("alice"));
        QVERIFY(piece.nextKey == second.serverId);
        if (i == 1)
            QVERIFY(bob.pull("alice", second.serverId).isLast);
    }
    QVERIFY(signedIn("bob").unread().empty());
}

void SessionTest::namesTheTrueSender()
{
    Peer bob = signedIn("bob");
    Peer alice = signedIn("alice");
    Meta meta{.id = 1, .from = user("bob"), .to = user("bob"), .payload = encode(Body{.from = "bob"})};
    meta.ext = {"\x0a\x01k"};
    alice.say(SyncRequest{.meta = meta});
    QVERIFY(alice.hearSync().serverId.has_value());
    const Frame notice = bob.hear();
    QCOMPARE(notice.command, Command::Notice);
    QVERIFY(decodeNotice(notice.payload) == user("alice"));
    const Meta got = bob.pull("alice").metas.at(0);
    QCOMPARE(got.from->name, std::string("alice"));
    QCOMPARE(got.payload, meta.payload); // passed on as it stands
    QVERIFY(got.ext == meta.ext);
    QCOMPARE(got.timestampMs, m_trial->clock.nowMs());
}

void SessionTest::handsOutAQueueInPiecesAndOnce()
{
    Peer alice = signedIn("alice");
    for (int i = 0; i < 60; ++i)
        alice.sendText("bob", std::to_string(i));
    Peer bob = signedIn("bob");
    const SyncAnswer first = bob.pull("alice");
    QCOMPARE(first.metas.size(), std::size_t(50));
    const SyncAnswer again = bob.pull("alice"); // a notice came between: not the same ones again
    QCOMPARE(again.metas.size(), std::size_t(10));
    QVERIFY(bob.pull("alice", first.nextKey).isLast);
    QVERIFY((bob.unread() == std::vector{QueueCount{user("alice"), 10}}));
    QVERIFY(bob.pull("alice", again.nextKey).isLast);
    QVERIFY(bob.unread().empty());
    QVERIFY(bob.pull("nobody").isLast);
}

void SessionTest::recallsWithinTwoMinutesOnly()
{
    Peer alice = signedIn("alice");
    const auto recall = [&](const SyncAnswer& sent) {
        return alice.sendBody("bob", Body{.type = BodyType::Recall, .ackMessageId = *sent.serverId}).status;
    };
    const SyncAnswer first = alice.sendText("bob", "one");
    const SyncAnswer second = alice.sendText("bob", "two");
    m_trial->clock.advance(120'000);
    QVERIFY(recall(first) == Status{});
    m_trial->clock.advance(1);
    QVERIFY((recall(second) == Status{StatusCode::Fail, "exceed recall time limit"}));
    QVERIFY((recall(first) == Status{StatusCode::Fail, "Sorry, message does not exist"}));
}

void SessionTest::recallsNobodyElsesMessage()
{
    Peer alice = signedIn("alice");
    Peer bob = signedIn("bob");
    const SyncAnswer sent = alice.sendText("bob", "mine");
    QCOMPARE(bob.hear().command, Command::Notice);
    const Status status =
        bob.sendBody("alice", Body{.type = BodyType::Recall, .ackMessageId = *sent.serverId}).status;
    QVERIFY((status == Status{StatusCode::Fail, "Sorry, You do not have permission"}));
    QCOMPARE(bob.pull("alice").metas.size(), std::size_t(1));
}

void SessionTest::takesAWaitingMessageAwayWithTheRecall()
{
    Peer alice = signedIn("alice");
    const SyncAnswer sent = alice.sendText("bob", "oh no");
    const std::string status = "/users/bob/offline_msg_status/" + std::to_string(*sent.serverId);
    QVERIFY(m_trial->call("GET", status).raw.body.find("undelivered") != std::string::npos);
    alice.sendBody("bob", Body{.type = BodyType::Recall, .ackMessageId = *sent.serverId});
    Peer bob = signedIn("bob");
    const SyncAnswer piece = bob.pull("alice");
    QCOMPARE(piece.metas.size(), std::size_t(1));
    const auto body = decodeBody(piece.metas[0].payload);
    QVERIFY(body && body->type == BodyType::Recall && body->ackMessageId == *sent.serverId);
}

void SessionTest::refusesWhatIsNotBuilt()
{
    Peer alice = signedIn("alice");
    const auto reason = [](const SyncAnswer& answer) { return answer.status.reason; };
    QCOMPARE(reason(alice.sendBody("77", Body{.type = BodyType::GroupChat}, kGroupDomain)),
             std::string("group not found"));
    QCOMPARE(reason(alice.sendText("nobody", "x")), std::string("username nobody doesn't exist!"));
    QCOMPARE(reason(alice.sendBody("bob", Body{.type = BodyType::Edit})),
             std::string("Sorry, edit is not available"));
    QVERIFY(!alice.sendText("nobody", "x").serverId);
}

void SessionTest::tellsWhySessionsEnd_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Eviction>("reason");
    QTest::newRow("deleted") << QByteArray("DELETE") << QByteArray("/users/bob") << QByteArray()
                             << Eviction::UserRemoved;
    QTest::newRow("a new password") << QByteArray("PUT") << QByteArray("/users/bob/password")
                                    << QByteArray(R"({"newpassword":"x"})") << Eviction::PasswordChanged;
    QTest::newRow("one device") << QByteArray("DELETE") << QByteArray("/users/bob/disconnect/device")
                                << QByteArray() << Eviction::Kicked;
}

void SessionTest::tellsWhySessionsEnd()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(Eviction, reason);
    Peer bob = signedIn("bob");
    QCOMPARE(m_trial->call("DELETE", "/users/bob/disconnect/another").status, 200); // not this device
    QVERIFY(bob.unread().empty());
    QCOMPARE(m_trial->call(method.toStdString(), target.toStdString(), body.toStdString()).status, 200);
    const SyncAnswer last = bob.hearSync();
    QVERIFY(last.isLast && last.queue && last.metas.size() == 1);
    QCOMPARE(last.metas[0].ns, NameSpace::Statistic);
    QVERIFY(decodeEviction(last.metas[0].payload) == reason);
    QCOMPARE(bob.socket().receive().closeCode(), 1000);
}

void SessionTest::listsTheServersForItsOwnAppOnly()
{
    const Answer list = m_trial->raw("GET", "/easemob/server.json?app_key=41434878%23504205&_v=1", "");
    QCOMPARE(list.status, 200);
    const std::string port = std::to_string(m_trial->address.port);
    const std::string entry =
        R"({"hosts":[{"protocol":"http","domain":"127.0.0.1","ip":"","port":")" + port + R"("}]})";
    QCOMPARE(list.json.find("rest")->toJson(), entry);
    QCOMPARE(list.json.find("msync-wx")->toJson(), entry);
    QCOMPARE(list.text("app_key"), kAppKey);
    const std::string byId = "/easemob/server.json?app_id=" + std::string(SandboxTrial::kAppId);
    QCOMPARE(m_trial->raw("GET", byId, "").raw.body, list.raw.body);
    QCOMPARE(m_trial->raw("GET", "/easemob/server.json?app_key=a%23b", "").status, 404);
    QCOMPARE(m_trial->raw("GET", "/easemob/server.json", "").status, 404);
}

void SessionTest::restRefusesBrokenMessages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* body, const char* text) {
        QTest::newRow(text) << QByteArray(body) << QByteArray(text);
    };
    row(R"({"from":"","to":["bob"],"type":"txt","body":{"msg":"x"}})", "param from can't be empty");
    row(R"({"to":[],"type":"txt","body":{"msg":"x"}})", "param to can't be empty");
    row(R"({"to":["bob"],"body":{"msg":"x"}})", "param type can't be empty");
    row(R"({"to":["bob"],"type":"txt"})", "param body can't be empty");
    row(R"({"to":["bob"],"type":"txt","body":{"msg":"x"},"ext":1})", "param ext must be JSONObject");
    row(R"({"to":["bob"],"type":"nonsense","body":{"msg":"x"}})",
        "Request body is invalid. Please check body is correct.");
    QTest::newRow("large") << QByteArray(R"({"to":["bob"],"type":"txt","body":{"msg":")" +
                                         QByteArray(5'200, 'x') + "\"}}")
                           << QByteArray("message is too large");
}

void SessionTest::restRefusesBrokenMessages()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, text);
    const Answer answer = m_trial->call("POST", "/messages/users", body.toStdString());
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.text("error_description"), text.toStdString());
    QVERIFY(signedIn("bob").unread().empty());
}

void SessionTest::restDeliversOnlineOnlyWhereAsked()
{
    const std::string message =
        R"({"from":"alice","to":["bob"],"type":"txt","body":{"msg":"x"},"routetype":"ROUTE_ONLINE"})";
    QCOMPARE(m_trial->call("POST", "/messages/users", message).status, 200);
    Peer bob = signedIn("bob");
    QVERIFY(bob.unread().empty());
    QCOMPARE(m_trial->call("POST", "/messages/users", message).status, 200);
    QCOMPARE(bob.hear().command, Command::Notice);
    QCOMPARE(bob.pull("alice").metas.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(SessionTest)
#include "SessionTest.moc"

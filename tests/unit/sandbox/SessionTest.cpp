// SPDX-License-Identifier: Apache-2.0
// What a client may say over the WebSocket, and what the sandbox says to it; the vendor's SDK itself is in
// tests/interop.
#include "tests/unit/sandbox/Peer.h"

#include <QTest>

namespace {

bool isRefusal(const Provision& answer, std::string_view text)
{
    return answer.status == Status{StatusCode::Fail, std::string(text)};
}

constexpr std::string_view kInvalid = "Sorry, token or password does not match login info";

} // namespace

class SessionTest final : public SandboxTest
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
    void tellsWhySessionsEnd_data();
    void tellsWhySessionsEnd();
    void listsTheServersForItsOwnAppOnly();
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

QTEST_GUILESS_MAIN(SessionTest)
#include "SessionTest.moc"

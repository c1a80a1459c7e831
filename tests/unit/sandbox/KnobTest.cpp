// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sandbox/Peer.h"

#include <QElapsedTimer>
#include <QTest>

/// The knobs, set while the sandbox runs.
class KnobTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_trial = std::make_unique<SandboxTrial>();
        m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob","password":"pw"}])");
    }
    void readsAndSays_data();
    void readsAndSays();
    void refuses_data();
    void refuses();
    void itsClockIsOff();
    void countsTheCallsOfASecond();
    void waitsBeforeEveryAnswer();
    void keepsTheOrderOfLateFrames();
    void failsEvenlyAndByGroup();
    void failsTheMessagesOfAnSdk();
    void noTokenCountsLonger();
    void logsFramesWithoutTheirToken();

private:
    std::unique_ptr<SandboxTrial> m_trial;
};

void KnobTest::readsAndSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* text, const char* said) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(said);
    };
    row("clock=-300s", "clock=-5m");
    row("clock=+1d", "clock=1d");
    row("clock=-1500ms", "clock=-1500ms");
    row("latency=200ms", "latency=200ms");
    row("rate=100/s", "rate=100/s");
    row("rate=7", "rate=7/s");
    row("lifetime=10s", "lifetime=10s");
    for (const char* part : {"messages", "users", "tokens", "groups", "rooms", "contacts", "presence"})
        row(qPrintable(QStringLiteral("fail.%1=5%").arg(QLatin1String(part))),
            qPrintable(QStringLiteral("fail.%1=5%").arg(QLatin1String(part))));
}

void KnobTest::readsAndSays()
{
    QFETCH(QString, text);
    QFETCH(QString, said);
    sandbox::Knobs knobs;
    QVERIFY(knobs.set(text.toStdString()).has_value());
    QCOMPARE(QString::fromStdString(knobs.text()), said);
    QVERIFY(knobs.set(text.section(QLatin1Char('='), 0, 0).toStdString() + "=off").has_value());
    QCOMPARE(knobs, sandbox::Knobs{});
}

void KnobTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    for (const char* text : {"clock=", "clock=--5s", "clock=-off", "clock=soon", "clock=400d", "latency=61s",
                             "latency=-1ms", "rate=0", "rate=-1", "rate=/s", "rate=5/m", "lifetime=0",
                             "fail.users=101%", "fail.users=off%", "fail.users"})
        QTest::newRow(text) << QString::fromUtf8(text) << QStringLiteral("bad-knob-value");
    for (const char* text : {"", "=", "delay=2s", "fail=5%", "fail.files=5%"})
        QTest::newRow(text) << QString::fromUtf8(text) << QStringLiteral("unknown-knob");
}

void KnobTest::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    sandbox::Knobs knobs;
    const auto set = knobs.set(text.toStdString());
    QVERIFY(!set);
    QCOMPARE(QString::fromStdString(set.error().code), code);
    QCOMPARE(knobs, sandbox::Knobs{});
}

void KnobTest::itsClockIsOff()
{
    QCOMPARE(m_trial->call("GET", "/users/alice").raw.header("Date"),
             std::string("Tue, 14 Nov 2023 22:13:20 GMT"));
    const std::string token = m_trial->appToken(60);
    m_trial->turn("clock=59s");
    const Answer alive = m_trial->call("GET", "/users/alice", {}, token);
    QCOMPARE(alive.status, 200);
    QCOMPARE(alive.json.find("timestamp")->integer(), std::optional<std::int64_t>(1'700'000'059'000));
    QCOMPARE(alive.raw.header("Date"), std::string("Tue, 14 Nov 2023 22:14:19 GMT"));
    m_trial->turn("clock=60s");
    QCOMPARE(m_trial->call("GET", "/users/alice", {}, token).text("error_description"),
             std::string("Unable to authenticate due to expired access token."));
    m_trial->turn("clock=-1s");
    QCOMPARE(m_trial->call("GET", "/users/alice", {}, token).status, 401); // issued in its future
    m_trial->turn("clock=off");
    QCOMPARE(m_trial->call("GET", "/users/alice", {}, token).status, 200);
}

void KnobTest::countsTheCallsOfASecond()
{
    m_trial->turn("rate=3/s");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_trial->call("GET", "/users/alice").status, 200);
    const Answer answer = m_trial->call("GET", "/users/alice");
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.memberNames(), std::string("error exception timestamp duration error_description"));
    QCOMPARE(answer.text("error"), std::string("reach_limit"));
    QCOMPARE(answer.text("error_description"), std::string("This request has reached API limit."));
    m_trial->clock.advance(1000);
    QCOMPARE(m_trial->call("GET", "/users/alice").status, 200);
}

void KnobTest::waitsBeforeEveryAnswer()
{
    m_trial->turn("latency=200ms");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_trial->call("GET", "/users/alice").status, 200);
    QVERIFY2(timer.elapsed() >= 200, qPrintable(QString::number(timer.elapsed())));
    m_trial->turn("latency=off");
    timer.restart();
    QCOMPARE(m_trial->call("GET", "/users/alice").status, 200);
    QVERIFY2(timer.elapsed() < 150, qPrintable(QString::number(timer.elapsed())));
}

void KnobTest::keepsTheOrderOfLateFrames()
{
    Peer alice(*m_trial, "alice", m_trial->userToken("alice"));
    m_trial->turn("latency=150ms");
    QElapsedTimer timer;
    timer.start();
    const auto send = [&](std::uint64_t id) {
        const Body body{.contents = {Content{.text = "hi"}}};
        alice.say(SyncRequest{.meta = Meta{.id = id, .to = user("bob"), .payload = encode(body)}});
    };
    for (std::uint64_t id = 1; id <= 5; ++id)
        send(id);
    std::size_t seen = 0;
    QTRY_COMPARE(seen += m_trial->frames.take().size(), std::size_t(12)); // five both ways, and the sign-in
    m_trial->turn("latency=off"); // what is on its way stays before what follows
    send(6);
    for (std::uint64_t id = 1; id <= 6; ++id)
        QCOMPARE(alice.hearSync().metaId, std::optional(id));
    QVERIFY2(timer.elapsed() >= 150, qPrintable(QString::number(timer.elapsed())));
}

void KnobTest::failsEvenlyAndByGroup()
{
    m_trial->turn("fail.users=25%");
    QList<int> statuses;
    for (int i = 0; i < 8; ++i)
        statuses << m_trial->call("GET", "/users/alice").status;
    QCOMPARE(statuses, (QList<int>{200, 200, 200, 500, 200, 200, 200, 500}));
    m_trial->turn("fail.users=100%");
    QCOMPARE(m_trial->call("GET", "/users/alice").text("error_description"),
             std::string("A knob of the sandbox has it fail: fail.users=100%."));
    QCOMPARE(m_trial->call("POST", "/token", R"({"grant_type":"password","username":"bob","password":"pw"})")
                 .status,
             200);
    m_trial->turn("fail.tokens=100%");
    QCOMPARE(m_trial->call("POST", "/token", R"({"grant_type":"password","username":"bob","password":"pw"})")
                 .status,
             500);
    QCOMPARE(m_trial->call("GET", "/chatgroups").status, 200);
    m_trial->turn("fail.groups=100%");
    QCOMPARE(m_trial->call("GET", "/chatgroups").status, 500);
}

void KnobTest::failsTheMessagesOfAnSdk()
{
    Peer alice(*m_trial, "alice", m_trial->userToken("alice"));
    m_trial->turn("fail.messages=50%");
    QCOMPARE(alice.sendText("bob", "one").status, Status{});
    const SyncAnswer failed = alice.sendText("bob", "two");
    QCOMPARE(failed.status.code, StatusCode::Fail);
    QCOMPARE(failed.status.reason, std::string("A knob of the sandbox has it fail: fail.messages=50%."));
    QVERIFY(!failed.serverId);
    m_trial->turn("fail.messages=off");
    QCOMPARE(m_trial->call("GET", "/users/bob/offline_msg_count").json.find("data")->find("bob")->integer(),
             std::optional<std::int64_t>(1));
}

void KnobTest::noTokenCountsLonger()
{
    const std::string app = m_trial->appToken();
    const std::string token = m_trial->userToken("alice");
    m_trial->turn("lifetime=10s");
    m_trial->clock.advance(9000);
    QCOMPARE(m_trial->call("GET", "/users/alice", {}, app).status, 200);
    const Peer alice(*m_trial, "alice", token);
    QCOMPARE(alice.answer().authToken, std::string(R"({"expires_in":1700000010000})"));
    const Answer granted = m_trial->call(
        "POST", "/token", R"({"grant_type":"password","username":"bob","password":"pw","ttl":100})");
    QCOMPARE(granted.json.find("expires_in")->integer(), std::optional<std::int64_t>(10));
    m_trial->clock.advance(1000);
    QCOMPARE(m_trial->call("GET", "/users/alice", {}, app).status, 401);
    QCOMPARE(Peer(*m_trial, "alice", token).answer().status,
             (Status{StatusCode::Fail, "Sorry, token expired"}));
    QCOMPARE(m_trial->call("GET", "/users/bob", {}, granted.text("access_token")).status, 200);
    m_trial->clock.advance(9000);
    QCOMPARE(m_trial->call("GET", "/users/bob", {}, granted.text("access_token")).status, 401);
    m_trial->turn("lifetime=off");
    QCOMPARE(m_trial->call("GET", "/users/alice", {}, app).status, 200);
    QCOMPARE(m_trial->call("GET", "/users/bob", {}, granted.text("access_token")).status, 200);
    m_trial->turn("lifetime=18s"); // also of a token that was issued before
    QCOMPARE(m_trial->call("GET", "/users/bob", {}, granted.text("access_token")).status, 200);
    m_trial->clock.advance(9000);
    QCOMPARE(m_trial->call("GET", "/users/bob", {}, granted.text("access_token")).status, 401);
}

void KnobTest::logsFramesWithoutTheirToken()
{
    const std::string token = m_trial->userToken("alice");
    Peer alice(*m_trial, "alice", token);
    (void)alice.sendText("bob", std::string(6000, 'x'));
    std::vector<sandbox::FrameRecord> records = m_trial->frames.take();
    QCOMPARE(records.size(), std::size_t(4));
    const bool directions[] = {true, false, true, false};
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(records[i].user, std::string("alice"));
        QCOMPARE(records[i].fromClient, directions[i]);
        QCOMPARE(records[i].timeMs, m_trial->clock.nowMs());
        QVERIFY(records[i].bytes->find(token.substr(0, 12)) == std::string::npos);
    }
    const auto signIn = decodeFrame(*records[0].bytes);
    QCOMPARE(signIn->command, Command::Provision);
    QCOMPARE(signIn->guid->name, std::string("alice"));
    QVERIFY(records[0].size > token.size()); // as it came
    QVERIFY(records[2].size > 6000);
    QCOMPARE(records[2].bytes->size(), sandbox::FrameRecord::kMostBytes);
}

QTEST_GUILESS_MAIN(KnobTest)
#include "KnobTest.moc"

// SPDX-License-Identifier: Apache-2.0
// Block lists: who is on one, and that it holds.
#include "tests/unit/sandbox/Peer.h"

#include <QTest>

class BlockTest final : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_trial = std::make_unique<SandboxTrial>();
        m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob"}])");
    }
    void blocksMessagesOneWay();
    void listsBlockedUsers();
    void stopsAtTheLimitOfBlocks();
};

void BlockTest::blocksMessagesOneWay()
{
    Peer alice = signedIn("alice");
    Peer bob = signedIn("bob");
    const SyncAnswer before = bob.sendText("alice", "hello");
    QVERIFY(before.status == Status{});
    QCOMPARE(alice.hear().command, Command::Notice);
    QCOMPARE(as("alice", "POST", "/sdk/user/alice/blocks", R"({"usernames":["bob"]})").status, 200);
    const SyncAnswer refused = bob.sendText("alice", "hello?");
    QVERIFY((refused.status == Status{StatusCode::Fail, "blocked"}) && !refused.serverId);
    QVERIFY(bob.sendBody("alice", Body{.type = BodyType::ReadAck, .ackMessageId = 1}).serverId.has_value());
    QCOMPARE(alice.hear().command, Command::Notice); // of the acknowledgement, which is no message
    QVERIFY(alice.sendText("bob", "I may").serverId.has_value());
    QCOMPARE(bob.hear().command, Command::Notice);
    QCOMPARE(m_trial->call("DELETE", "/users/alice/blocks/users/bob").status, 200);
    QVERIFY(bob.sendText("alice", "thanks").serverId.has_value());
}

void BlockTest::listsBlockedUsers()
{
    m_trial->registerMany(60);
    for (int from = 0; from < 60; from += 30) {
        std::string names;
        for (int i = from; i < from + 30; ++i)
            names += (i == from ? "\"u" : ",\"u") + std::to_string(i) + "\"";
        const std::string body = "{\"usernames\":[" + names + ",\"ghost\"]}";
        const Answer answer = m_trial->call("POST", "/users/alice/blocks/users", body);
        QCOMPARE(answer.json.find("data")->array()->size(), std::size_t(30)); // without who does not exist
    }
    const auto list = [&](const std::string& query) {
        return m_trial->call("GET", "/users/alice/blocks/users" + query);
    };
    const auto names = [](const Answer& answer) { return answer.json.find("data")->array()->size(); };
    QCOMPARE(names(list("")), std::size_t(60));
    QVERIFY(!list("").json.find("cursor"));
    QCOMPARE(list("?pageSize=51").text("error_description"),
             std::string("pageSize must be between 1 and 50"));
    const Answer first = list("?pageSize=50");
    QCOMPARE(names(first), std::size_t(50));
    QCOMPARE(*first.json.find("data")->array()->front().string(), std::string("u59"));
    const Answer second = list("?pageSize=50&cursor=" + first.text("cursor"));
    QCOMPARE(names(second), std::size_t(10));
    QVERIFY(!second.json.find("cursor"));
    QCOMPARE(list("?pageSize=x").status, 400);
    const Answer freed = as("alice", "DELETE", "/sdk/user/alice/blocks", R"({"usernames":["u1","u2"]})");
    QCOMPARE(freed.status, 200);
    QCOMPARE(names(as("alice", "GET", "/users/alice/blocks/users")), std::size_t(58));
}

void BlockTest::stopsAtTheLimitOfBlocks()
{
    m_trial->registerMany(501);
    for (int from = 0; from < 500; from += 50) {
        std::string names;
        for (int i = from; i < from + 50; ++i)
            names += (i == from ? "\"u" : ",\"u") + std::to_string(i) + "\"";
        QCOMPARE(m_trial->call("POST", "/users/alice/blocks/users", "{\"usernames\":[" + names + "]}").status,
                 200);
    }
    QCOMPARE(m_trial->call("POST", "/users/alice/blocks/users", R"({"usernames":["u0"]})").status, 200);
    const Answer more = m_trial->call("POST", "/users/alice/blocks/users", R"({"usernames":["u500"]})");
    QCOMPARE(more.status, 403);
    QCOMPARE(more.text("error"), std::string("exceed_limit"));
}

QTEST_GUILESS_MAIN(BlockTest)
#include "BlockTest.moc"

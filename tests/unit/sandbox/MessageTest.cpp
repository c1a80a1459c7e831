// SPDX-License-Identifier: Apache-2.0
// Messages from one SDK to another and from REST, on the wire.
#include "tests/unit/sandbox/Peer.h"

#include <QTest>

class MessageTest final : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_trial = std::make_unique<SandboxTrial>();
        m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob"}])");
    }
    void keepsMessagesUntilTheyHaveArrived();
    void namesTheTrueSender();
    void handsOutAQueueInPiecesAndOnce();
    void recallsWithinTwoMinutesOnly();
    void recallsNobodyElsesMessage();
    void takesAWaitingMessageAwayWithTheRecall();
    void refusesWhatIsNotBuilt();
    void restRefusesBrokenMessages_data();
    void restRefusesBrokenMessages();
    void restDeliversOnlineOnlyWhereAsked();
};

void MessageTest::keepsMessagesUntilTheyHaveArrived()
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

void MessageTest::namesTheTrueSender()
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

void MessageTest::handsOutAQueueInPiecesAndOnce()
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

void MessageTest::recallsWithinTwoMinutesOnly()
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

void MessageTest::recallsNobodyElsesMessage()
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

void MessageTest::takesAWaitingMessageAwayWithTheRecall()
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

void MessageTest::refusesWhatIsNotBuilt()
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

void MessageTest::restRefusesBrokenMessages_data()
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

void MessageTest::restRefusesBrokenMessages()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, text);
    const Answer answer = m_trial->call("POST", "/messages/users", body.toStdString());
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.text("error_description"), text.toStdString());
    QVERIFY(signedIn("bob").unread().empty());
}

void MessageTest::restDeliversOnlineOnlyWhereAsked()
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

QTEST_GUILESS_MAIN(MessageTest)
#include "MessageTest.moc"

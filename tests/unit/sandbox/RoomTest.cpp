// SPDX-License-Identifier: Apache-2.0
// Rooms: the documented answers where they differ from those of groups, and who is in one for how long.
#include "core/msync/Muc.h"
#include "tests/unit/sandbox/Peer.h"

#include <QTest>

class RoomTest final : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_trial = std::make_unique<SandboxTrial>();
        m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob"},{"username":"carol"}])");
        const Answer made =
            m_trial->call("POST", "/chatrooms",
                          R"({"name":"lobby","description":"demo room","maxusers":3,"owner":"alice"})");
        m_id = made.json.find("data")->text("id");
    }
    void answersAsDocumented();
    void usesItsOwnWords();
    void changesOwnersAndNames();
    void hasSuperAdmins();
    void isEnteredOverTheWebSocket();
    void refusesEntry();
    void keepsAPlaceForTwoMinutes();
    void keepsNoMessages();
    void keepsAttributes();

private:
    Status moves(Peer& peer, MucOperation operation, std::string id = {}) const
    {
        const MucBody body{.mucId = id.empty() ? m_id : id, .operation = operation, .isRoom = true};
        peer.say(SyncRequest{.meta = Meta{.id = 9,
                                          .to = Jid{.domain = std::string(kUserDomain)},
                                          .ns = NameSpace::Muc,
                                          .payload = encode(body, kAppKey)}});
        const SyncAnswer answer = peer.hearSync();
        return answer.metaId == 9 ? answer.status : Status{StatusCode::Fail, "(another answer)"};
    }
    [[nodiscard]] std::string members() const
    {
        return json(m_trial->call("GET", "/chatrooms/" + m_id + "/users"));
    }

    std::string m_id;
};

void RoomTest::answersAsDocumented()
{
    QCOMPARE(json(m_trial->call("GET", "/chatrooms")), R"([{"affiliations_count":1,"disabled":false,"id":")" +
                                                           m_id + R"(","name":"lobby","owner":"alice"}])");
    QCOMPARE(json(m_trial->call("GET", "/chatrooms/" + m_id)),
             R"([{"id":")" + m_id +
                 R"(","name":"lobby","description":"demo room","membersonly":false,"allowinvites":false,)"
                 R"("maxusers":3,"owner":"alice","created":1700000000000,"custom":"","mute":false,)"
                 R"("affiliations_count":1,"affiliations":[{"owner":"alice"}],"public":true}])");
    QCOMPARE(json(m_trial->call("GET", "/users/alice/joined_chatrooms")),
             R"([{"id":")" + m_id + R"(","name":"lobby"}])");
    const Answer unknown = m_trial->call("GET", "/chatrooms/99");
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.text("error"), std::string("service_resource_not_found"));
    QCOMPARE(m_trial->call("POST", "/chatrooms", R"({"owner":"alice"})").text("error_description"),
             std::string("chatroom must contain title/name field!"));
    QCOMPARE(json(m_trial->call("DELETE", "/chatrooms/" + m_id)), R"({"success":true,"id":")" + m_id + "\"}");
}

void RoomTest::usesItsOwnWords()
{
    const std::string path = "/chatrooms/" + m_id;
    QCOMPARE(json(m_trial->call("POST", path + "/users/bob")),
             R"({"result":true,"action":"add_member","user":"bob","id":")" + m_id + "\"}");
    QCOMPARE(json(m_trial->call("POST", path + "/blocks/users", R"({"usernames":["carol","bob"]})")),
             R"([{"result":false,"action":"add_blocks","reason":"user: carol doesn't exist in chatroom: )" +
                 m_id + R"(","user":"carol","chatroomid":")" + m_id +
                 R"("},{"result":true,"action":"add_blocks","user":"bob","chatroomid":")" + m_id + "\"}]");
    const Answer none = m_trial->call("DELETE", path + "/users/bob");
    QCOMPARE(none.status, 400); // 403 in groups
    QCOMPARE(none.text("error"), std::string("forbidden_op"));
    QCOMPARE(m_trial->call("DELETE", path + "/users/ghost").status, 404);
}

void RoomTest::changesOwnersAndNames()
{
    const std::string path = "/chatrooms/" + m_id;
    QCOMPARE(json(m_trial->call("PUT", path, R"({"name":"hall","maxusers":9})")),
             std::string(R"({"groupname":true,"maxusers":true})"));
    QCOMPARE(m_trial->call("PUT", path, R"({"public":false})").text("error_description"),
             std::string("some of [public] are not valid fields"));
    QCOMPARE(json(m_trial->call("PUT", path, R"({"newowner":"bob"})")), std::string(R"({"newowner":true})"));
    QCOMPARE(members(), std::string(R"([{"owner":"bob"},{"member":"alice"}])"));
}

void RoomTest::hasSuperAdmins()
{
    const std::string body = R"({"name":"mine","owner":"bob"})";
    QCOMPARE(m_trial->call("POST", "/chatrooms", body, m_trial->userToken("bob")).status, 403);
    QCOMPARE(json(m_trial->call("POST", "/chatrooms/super_admin", R"({"superadmin":"bob"})")),
             std::string(R"({"result":"success","resource":""})"));
    QCOMPARE(json(m_trial->call("GET", "/chatrooms/super_admin")), std::string(R"(["bob"])"));
    QCOMPARE(m_trial->call("POST", "/chatrooms", body, m_trial->userToken("bob")).status, 200);
    QCOMPARE(json(m_trial->call("DELETE", "/chatrooms/super_admin/bob")),
             std::string(R"({"newSuperAdmin":"bob","resource":""})"));
    QCOMPARE(m_trial->call("POST", "/chatrooms", body, m_trial->userToken("bob")).status, 403);
    QCOMPARE(m_trial->call("POST", "/chatrooms/super_admin", R"({"superadmin":"ghost"})").status, 404);
}

void RoomTest::isEnteredOverTheWebSocket()
{
    Peer alice = signedIn("alice");
    Peer bob = signedIn("bob");
    QVERIFY(moves(bob, MucOperation::Join) == Status{});
    QCOMPARE(members(), std::string(R"([{"owner":"alice"},{"member":"bob"}])"));
    QVERIFY(decodeNotice(alice.hear().payload)->name == m_id);
    const auto told = decodeMucBody(alice.pull(m_id).metas.front().payload);
    QVERIFY(told->operation == MucOperation::Presence && told->from == "bob" && told->isRoom);
    QCOMPARE(told->memberCount, 2);
    QVERIFY(moves(bob, MucOperation::Join) == Status{}); // again, as after a lost connection
    QVERIFY(moves(bob, MucOperation::Leave) == Status{});
    QCOMPARE(members(), std::string(R"([{"owner":"alice"}])"));
    QVERIFY(moves(bob, MucOperation::Leave).reason == "not in group or chatroom");
}

void RoomTest::refusesEntry()
{
    Peer bob = signedIn("bob");
    QVERIFY(moves(bob, MucOperation::Join, "99").reason == "grpID 99 does not exist!");
    QVERIFY(moves(bob, MucOperation::Destroy) != Status{});
    (void)m_trial->call("PUT", "/chatrooms/" + m_id, R"({"maxusers":1})");
    QVERIFY(moves(bob, MucOperation::Join).reason == "group member list is full!");
    (void)m_trial->call("PUT", "/chatrooms/" + m_id, R"({"maxusers":5})");
    (void)m_trial->call("POST", "/chatrooms/" + m_id + "/users/bob");
    (void)m_trial->call("POST", "/chatrooms/" + m_id + "/blocks/users/bob");
    Peer again = signedIn("bob");
    QVERIFY(moves(again, MucOperation::Join).reason.find("is in the blacklist") != std::string::npos);
}

void RoomTest::keepsAPlaceForTwoMinutes()
{
    {
        Peer bob = signedIn("bob");
        QVERIFY(moves(bob, MucOperation::Join) == Status{});
    }
    QTRY_COMPARE(json(m_trial->call("GET", "/users/bob/status")), std::string(R"({"bob":"offline"})"));
    m_trial->clock.advance(119'000);
    QCOMPARE(members(), std::string(R"([{"owner":"alice"},{"member":"bob"}])"));
    {
        Peer bob = signedIn("bob"); // back in time
    }
    QTRY_COMPARE(json(m_trial->call("GET", "/users/bob/status")), std::string(R"({"bob":"offline"})"));
    m_trial->clock.advance(119'000);
    QCOMPARE(members(), std::string(R"([{"owner":"alice"},{"member":"bob"}])"));
    m_trial->clock.advance(2'000);
    QCOMPARE(members(), std::string(R"([{"owner":"alice"}])"));
}

void RoomTest::keepsNoMessages()
{
    Peer bob = signedIn("bob");
    QVERIFY(moves(bob, MucOperation::Join) == Status{});
    const Answer sent = m_trial->call("POST", "/messages/chatrooms",
                                      R"({"to":[")" + m_id + R"(","99"],"type":"txt","body":{"msg":"hi"}})");
    QCOMPARE(std::string(sent.json.find("data")->text("99")), std::string("chatroom doesn't exist"));
    QVERIFY(decodeNotice(bob.hear().payload)->name == m_id);
    const SyncAnswer piece = bob.pull(m_id);
    QCOMPARE(std::to_string(piece.metas.front().id), std::string(sent.json.find("data")->text(m_id)));
    QVERIFY(decodeBody(piece.metas.front().payload)->type == BodyType::RoomChat);
    QVERIFY(signedIn("alice").unread().empty()); // the owner was not there
    const Answer recalled = m_trial->call("POST", "/messages/msg_recall",
                                          R"({"msg_id":")" + std::string(sent.json.find("data")->text(m_id)) +
                                              R"(","to":")" + m_id + R"(","chat_type":"chatroom"})");
    QCOMPARE(recalled.status, 200);
    (void)bob.hear();
    QVERIFY(decodeBody(bob.pull(m_id, piece.nextKey).metas.front().payload)->type == BodyType::Recall);
}

void RoomTest::keepsAttributes()
{
    const std::string path = "/metadata/chatroom/" + m_id;
    (void)m_trial->call("POST", "/chatrooms/" + m_id + "/users/bob");
    QCOMPARE(json(m_trial->call("PUT", path + "/user/alice", R"({"metaData":{"theme":"dark"}})")),
             std::string(R"({"successKeys":["theme"],"errorKeys":{}})"));
    const std::string light = R"({"metaData":{"theme":"light","mine":"1"},"autoDelete":"DELETE"})";
    QCOMPARE(
        json(m_trial->call("PUT", path + "/user/bob", light)),
        std::string(R"({"successKeys":["mine"],"errorKeys":{"theme":"others are not allowed to be set"}})"));
    QCOMPARE(json(m_trial->call("POST", path, "{}")), std::string(R"({"mine":"1","theme":"dark"})"));
    QCOMPARE(json(m_trial->call("PUT", path + "/user/bob/forced", light)),
             std::string(R"({"successKeys":["theme","mine"],"errorKeys":{}})"));
    QCOMPARE(json(m_trial->call("POST", path, R"({"keys":["theme"]})")), std::string(R"({"theme":"light"})"));
    QCOMPARE(json(m_trial->call("DELETE", path + "/user/alice", R"({"keys":["theme"]})")),
             std::string(R"({"successKeys":[],"errorKeys":{"theme":"others are not allowed to be set"}})"));
    (void)m_trial->call("DELETE", "/chatrooms/" + m_id + "/users/bob"); // his go with him, as they are to
    QCOMPARE(json(m_trial->call("POST", path, "{}")), std::string("{}"));
    std::string many;
    for (int i = 0; i < 11; ++i)
        many += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + R"(":"v")";
    QCOMPARE(m_trial->call("PUT", path + "/user/alice", R"({"metaData":{)" + many + "}}")
                 .text("error_description"),
             std::string("exceed allowed batch size 10"));
    QCOMPARE(m_trial->call("PUT", path + "/user/alice", light, m_trial->userToken("bob")).status, 403);
}

QTEST_GUILESS_MAIN(RoomTest)
#include "RoomTest.moc"

// SPDX-License-Identifier: Apache-2.0
// Groups by REST: the documented answers, roles, lists, limits; and what members get over the WebSocket.
#include "core/msync/Muc.h"
#include "tests/unit/sandbox/Peer.h"

#include <QTest>

class GroupTest final : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_trial = std::make_unique<SandboxTrial>();
        m_trial->registerUsers(
            R"([{"username":"alice"},{"username":"bob"},{"username":"carol"},{"username":"dave"}])");
    }
    void makesOneAsDocumented();
    void refusesABadOne_data();
    void refusesABadOne();
    void addsAndRemovesMembers();
    void removesManyWithReasons();
    void listsMembersByPages();
    void changesOnlyWhatCanBeChanged();
    void handsOverToAMember();
    void hasAdmins();
    void blocks();
    void mutesForATime();
    void mutesAllButTheAllowList();
    void listsTheNewestFirst();
    void looksAfterUserTokens();
    void goesWithItsOwner();
    void tellsMembersWhoAreAway();
    void shieldsAndDirects();
    void keepsAttributesOfMembers();

private:
    [[nodiscard]] std::string make(std::string_view more = R"("members":["bob"])") const
    {
        const Answer made =
            m_trial->call("POST", "/chatgroups",
                          R"({"groupname":"team","public":true,"owner":"alice",)" + std::string(more) + "}");
        return std::string(made.json.find("data")->text("groupid"));
    }
    /// The status of a message that this user writes into the group.
    [[nodiscard]] Status writes(std::string_view who, const std::string& id) const
    {
        return signedIn(who)
            .sendBody(id, Body{.type = BodyType::GroupChat, .contents = {Content{.text = "x"}}}, kGroupDomain)
            .status;
    }
};

void GroupTest::makesOneAsDocumented()
{
    const Answer made = m_trial->call("POST", "/chatgroups",
                                      R"({"groupname":"team","description":"demo team","public":true,)"
                                      R"("maxusers":300,"owner":"Alice","members":["bob","alice"]})");
    QCOMPARE(made.status, 200);
    QCOMPARE(made.memberNames(), std::string("action application uri entities data timestamp duration "
                                             "organization applicationName"));
    const std::string id(made.json.find("data")->text("groupid"));
    QCOMPARE(id.size(), std::size_t(15));
    const Answer got = m_trial->call("GET", "/chatgroups/" + id + ",99");
    QCOMPARE(got.status, 200);
    QCOMPARE(json(got), R"([{"id":")" + id +
                            R"(","name":"team","avatar":"","description":"demo team","membersonly":false,)"
                            R"("allowinvites":false,"maxusers":300,"owner":"alice","created":1700000000000,)"
                            R"("custom":"","mute":false,"affiliations_count":2,"disabled":false,)"
                            R"("affiliations":[{"owner":"alice"},{"member":"bob"}],"public":true}])");
    QCOMPARE(json(m_trial->call("GET", "/users/bob/joined_chatgroups")),
             R"([{"groupid":")" + id + R"(","groupname":"team"}])");
    QCOMPARE(json(m_trial->call("GET", "/chatgroups/" + id + "/user/bob/is_joined")), std::string("true"));
    QCOMPARE(json(m_trial->call("GET", "/chatgroups/" + id + "/user/carol/is_joined")), std::string("false"));
    QCOMPARE(json(m_trial->call("DELETE", "/chatgroups/" + id)),
             R"({"success":true,"groupid":")" + id + "\"}");
    const Answer gone = m_trial->call("GET", "/chatgroups/" + id);
    QCOMPARE(gone.status, 404);
    QCOMPARE(gone.text("error"), std::string("resource_not_found"));
    QCOMPARE(gone.text("error_description"), "grpID " + id + " does not exist!");
}

void GroupTest::refusesABadOne_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* body, int status, const char* text) {
        QTest::newRow(name) << QByteArray(body) << status << QByteArray(text);
    };
    row("no public", R"({"owner":"alice"})", 400, "group must contain public field!");
    row("no owner", R"({"public":true})", 400, "owner must be provided");
    row("unknown owner", R"({"public":true,"owner":"ghost"})", 404, "username ghost doesn't exist!");
    row("unknown member", R"({"public":true,"owner":"alice","members":["ghost"]})", 404,
        "username ghost doesn't exist!");
    row("too many", R"({"public":true,"owner":"alice","maxusers":2,"members":["bob","carol"]})", 403,
        "members size is greater than max user size !");
    row("wrong type", R"({"public":true,"owner":"alice","maxusers":"many"})", 400,
        "maxusers has a wrong type");
}

void GroupTest::refusesABadOne()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, text);
    const Answer answer = m_trial->call("POST", "/chatgroups", body.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.text("error_description"), text.toStdString());
    QCOMPARE(json(m_trial->call("GET", "/chatgroups")), std::string("[]"));
    const Answer longName =
        m_trial->call("POST", "/chatgroups",
                      R"({"public":true,"owner":"alice","avatar":")" + std::string(1025, 'a') + R"("})");
    QCOMPARE(longName.text("error_description"), std::string("avatar length is too big"));
}

void GroupTest::addsAndRemovesMembers()
{
    const std::string id = make(R"("maxusers":3)");
    const std::string users = "/chatgroups/" + id + "/users";
    QCOMPARE(json(m_trial->call("POST", users + "/BOB")),
             R"({"result":true,"action":"add_member","user":"bob","groupid":")" + id + "\"}");
    const Answer twice = m_trial->call("POST", users + "/bob");
    QCOMPARE(twice.status, 403);
    QCOMPARE(twice.text("error_description"),
             "can not join this group, reason:user: bob already in group: " + id + "\n");
    const Answer many = m_trial->call("POST", users, R"({"usernames":["carol","dave"]})");
    QCOMPARE(many.status, 403); // a fourth does not fit, so the third does not come in either
    QCOMPARE(json(m_trial->call("GET", users)), std::string(R"([{"owner":"alice"},{"member":"bob"}])"));
    QCOMPARE(json(m_trial->call("POST", users, R"({"usernames":["carol"]})")),
             R"({"newmembers":["carol"],"action":"add_member","groupid":")" + id + "\"}");
    QCOMPARE(json(m_trial->call("DELETE", users + "/bob")),
             R"({"result":true,"action":"remove_member","user":"bob","groupid":")" + id + "\"}");
    const Answer again = m_trial->call("DELETE", users + "/bob");
    QCOMPARE(again.status, 403);
    QCOMPARE(again.text("error_description"), std::string("users [bob] are not members of this group!"));
    const Answer owner = m_trial->call("DELETE", users + "/alice");
    QCOMPARE(owner.text("error_description"), std::string("forbidden operation on group owner!"));
    QCOMPARE(m_trial->call("POST", users + "/ghost").status, 404);
    std::string names;
    for (int i = 0; i < 61; ++i)
        names += (i == 0 ? "\"u" : ",\"u") + std::to_string(i) + "\"";
    QCOMPARE(m_trial->call("POST", users, R"({"usernames":[)" + names + "]}").text("error_description"),
             std::string("addMembers: addMembers number more than maxSize : 60"));
}

void GroupTest::removesManyWithReasons()
{
    const std::string id = make(R"("members":["carol"])");
    QCOMPARE(
        json(m_trial->call("DELETE", "/chatgroups/" + id + "/users/ghost,bob,carol")),
        R"([{"result":false,"action":"remove_member","reason":"user ghost doesn't exist.","user":"ghost",)"
        R"("groupid":")" +
            id +
            R"("},{"result":false,"action":"remove_member","reason":"user: bob doesn't exist in group: )" +
            id + R"(","user":"bob","groupid":")" + id +
            R"("},{"result":true,"action":"remove_member","user":"carol","groupid":")" + id + "\"}]");
}

void GroupTest::listsMembersByPages()
{
    const std::string id = make(R"("members":["bob","carol"])");
    const std::string users = "/chatgroups/" + id + "/users";
    QCOMPARE(json(m_trial->call("GET", users + "?pagenum=1&pagesize=2")),
             std::string(R"([{"owner":"alice"},{"member":"bob"}])"));
    QCOMPARE(json(m_trial->call("GET", users + "?pagenum=2&pagesize=2")),
             std::string(R"([{"member":"carol"}])"));
    QCOMPARE(json(m_trial->call("GET", users + "?pagenum=3&pagesize=2")), std::string("[]"));
    const Answer first = m_trial->call("GET", users + "?limit=2");
    const Answer second = m_trial->call("GET", users + "?limit=2&cursor=" + first.text("cursor"));
    QCOMPARE(json(second), std::string(R"([{"member":"carol"}])"));
    QVERIFY(!second.json.find("cursor"));
    QCOMPARE(m_trial->call("GET", users + "?limit=2&cursor=nonsense").status, 400);
    QCOMPARE(m_trial->call("GET", users + "?pagenum=x").status, 400);
    const Answer unknown = m_trial->call("GET", "/chatgroups/99/users");
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.text("error_description"), std::string("do not find this group:99"));
}

void GroupTest::changesOnlyWhatCanBeChanged()
{
    const std::string id = make();
    QCOMPARE(json(m_trial->call("PUT", "/chatgroups/" + id,
                                R"({"groupname":"crew","maxusers":500,"membersonly":true})")),
             std::string(R"({"groupname":true,"maxusers":true,"membersonly":true})"));
    const Answer refused = m_trial->call("PUT", "/chatgroups/" + id, R"({"groupname":"x","groupid":"7"})");
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.text("error_description"), std::string("some of [groupid] are not valid fields"));
    const Answer got = m_trial->call("GET", "/chatgroups/" + id);
    QCOMPARE(std::string(got.json.find("data")->array()->front().text("name")), std::string("crew"));
    QCOMPARE(
        json(m_trial->call("POST", "/chatgroups/" + id + "/announcement", R"({"announcement":"Welcome"})")),
        R"({"id":")" + id + R"(","result":true})");
    QCOMPARE(json(m_trial->call("GET", "/chatgroups/" + id + "/announcement")),
             std::string(R"({"announcement":"Welcome"})"));
    const Answer tooLong = m_trial->call("POST", "/chatgroups/" + id + "/announcement",
                                         R"({"announcement":")" + std::string(513, 'a') + R"("})");
    QCOMPARE(tooLong.status, 403);
    QCOMPARE(json(m_trial->call("POST", "/chatgroups/" + id + "/disable")),
             std::string(R"({"disabled":true})"));
    QCOMPARE(m_trial->call("POST", "/chatgroups/" + id + "/users/carol").status, 403);
    QVERIFY(writes("bob", id).reason == "group is disabled");
    QCOMPARE(json(m_trial->call("POST", "/chatgroups/" + id + "/enable")),
             std::string(R"({"disabled":false})"));
    QVERIFY(writes("bob", id) == Status{});
}

void GroupTest::handsOverToAMember()
{
    const std::string id = make();
    const Answer stranger = m_trial->call("PUT", "/chatgroups/" + id, R"({"newowner":"carol"})");
    QCOMPARE(stranger.status, 403);
    QCOMPARE(stranger.text("error_description"), "user: carol doesn't exist in group: " + id);
    QCOMPARE(m_trial->call("PUT", "/chatgroups/" + id, R"({"newowner":"alice"})").text("error_description"),
             std::string("new owner and old owner are the same"));
    QCOMPARE(json(m_trial->call("PUT", "/chatgroups/" + id, R"({"newowner":"bob"})")),
             std::string(R"({"newowner":true})"));
    QCOMPARE(json(m_trial->call("GET", "/chatgroups/" + id + "/users")),
             std::string(R"([{"owner":"bob"},{"member":"alice"}])"));
}

void GroupTest::hasAdmins()
{
    const std::string id = make();
    const std::string admins = "/chatgroups/" + id + "/admin";
    const Answer stranger = m_trial->call("POST", admins, R"({"newadmin":"carol"})");
    QCOMPARE(stranger.status, 404);
    QCOMPARE(stranger.text("error_description"), "user: carol doesn't exist in group: " + id);
    QCOMPARE(json(m_trial->call("POST", admins, R"({"newadmin":"bob"})")),
             std::string(R"({"result":"success","newadmin":"bob"})"));
    QCOMPARE(json(m_trial->call("GET", admins)), std::string(R"(["bob"])"));
    QCOMPARE(json(m_trial->call("DELETE", admins + "/bob")),
             std::string(R"({"result":"success","oldadmin":"bob"})"));
    const Answer again = m_trial->call("DELETE", admins + "/bob");
    QCOMPARE(again.status, 403);
    QCOMPARE(again.text("error_description"), "user:bob is not admin of group:" + id);
}

void GroupTest::blocks()
{
    const std::string id = make(R"("members":["bob","carol"])");
    const std::string blocks = "/chatgroups/" + id + "/blocks/users";
    QCOMPARE(json(m_trial->call("POST", blocks + "/bob")),
             R"({"result":true,"action":"add_blocks","user":"bob","groupid":")" + id + "\"}");
    QCOMPARE(json(m_trial->call("POST", blocks, R"({"usernames":["bob","carol"]})")),
             R"([{"result":false,"action":"add_blocks","reason":"user: bob doesn't exist in group: )" + id +
                 R"(","user":"bob","groupid":")" + id +
                 R"("},{"result":true,"action":"add_blocks","user":"carol","groupid":")" + id + "\"}]");
    QCOMPARE(json(m_trial->call("GET", blocks)), std::string(R"(["bob","carol"])"));
    const Answer first = m_trial->call("GET", blocks + "?pageSize=1");
    QCOMPARE(json(first), std::string(R"(["bob"])"));
    QCOMPARE(json(m_trial->call("GET", blocks + "?pageSize=1&cursor=" + first.text("cursor"))),
             std::string(R"(["carol"])"));
    const Answer back = m_trial->call("POST", "/chatgroups/" + id + "/users/bob");
    QCOMPARE(back.status, 403);
    QVERIFY(back.text("error_description").find("is in the blacklist") != std::string::npos);
    QCOMPARE(m_trial->call("POST", blocks + "/alice").text("error_description"),
             std::string("forbidden operation on group owner!"));
    QCOMPARE(m_trial->call("DELETE", blocks + "/bob").status, 200);
    QCOMPARE(m_trial->call("POST", "/chatgroups/" + id + "/users/bob").status, 200);
}

void GroupTest::mutesForATime()
{
    const std::string id = make();
    const std::string mute = "/chatgroups/" + id + "/mute";
    QCOMPARE(json(m_trial->call("POST", mute, R"({"usernames":["bob"],"mute_duration":60000})")),
             std::string(R"([{"result":true,"expire":1700000060000,"user":"bob"}])"));
    const Answer muted = m_trial->call("GET", mute);
    QCOMPARE(json(muted), std::string(R"([{"expire":1700000060000,"user":"bob"}])"));
    QCOMPARE(muted.text("action"), std::string("post"));
    QVERIFY((writes("bob", id) == Status{StatusCode::Muted, "you were muted"}));
    m_trial->clock.advance(60'001);
    QVERIFY(writes("bob", id) == Status{});
    QCOMPARE(json(m_trial->call("GET", mute)), std::string("[]"));
    QCOMPARE(m_trial->call("POST", mute, R"({"usernames":["bob"],"mute_duration":-1})").status, 200);
    QVERIFY(writes("bob", id).code == StatusCode::Muted);
    QCOMPARE(json(m_trial->call("DELETE", mute + "/bob")), std::string(R"([{"result":true,"user":"bob"}])"));
    QVERIFY(writes("bob", id) == Status{});
    QCOMPARE(m_trial->call("POST", mute, R"({"usernames":["carol"],"mute_duration":1})").status, 403);
    QCOMPARE(m_trial->call("POST", mute, R"({"usernames":["alice"],"mute_duration":1})").status, 403);
    QCOMPARE(m_trial->call("POST", mute, R"({"usernames":["bob"]})").status, 400);
}

void GroupTest::mutesAllButTheAllowList()
{
    const std::string id = make();
    const Answer all = m_trial->call("POST", "/chatgroups/" + id + "/ban");
    QCOMPARE(json(all), std::string(R"({"mute":true})"));
    QCOMPARE(all.text("action"), std::string("put"));
    QVERIFY(writes("bob", id).reason == "not in group or chatroom white list");
    QVERIFY(writes("alice", id) == Status{});
    QCOMPARE(json(m_trial->call("POST", "/chatgroups/" + id + "/white/users/bob")),
             R"({"result":true,"action":"add_user_whitelist","user":"bob","groupid":")" + id + "\"}");
    QVERIFY(writes("bob", id) == Status{});
    QCOMPARE(json(m_trial->call("GET", "/chatgroups/" + id + "/white/users")), std::string(R"(["bob"])"));
    QCOMPARE(m_trial->call("DELETE", "/chatgroups/" + id + "/white/users/bob").status, 200);
    QVERIFY(writes("bob", id) != Status{});
    QCOMPARE(json(m_trial->call("DELETE", "/chatgroups/" + id + "/ban")), std::string(R"({"mute":false})"));
    QVERIFY(writes("bob", id) == Status{});
    QVERIFY(writes("carol", id).reason == "not in group or chatroom");
    QVERIFY(writes("bob", "99").reason == "group not found");
}

void GroupTest::listsTheNewestFirst()
{
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i) // in one millisecond
        ids.push_back(make());
    QVERIFY(ids[0] < ids[1] && ids[1] < ids[2]);
    const Answer first = m_trial->call("GET", "/chatgroups?limit=2");
    QCOMPARE(first.json.find("data")->array()->size(), std::size_t(2));
    const base::JsonValue& newest = first.json.find("data")->array()->front();
    QCOMPARE(newest.toJson(), R"({"owner":"41434878#504205_alice","groupid":")" + ids[2] +
                                  R"(","affiliations":2,"type":"group","lastModified":"1700000000000",)"
                                  R"("groupname":"team"})");
    const Answer rest = m_trial->call("GET", "/chatgroups?limit=2&cursor=" + first.text("cursor"));
    QCOMPARE(std::string(rest.json.find("data")->array()->front().text("groupid")), ids[0]);
    QVERIFY(!rest.json.find("cursor"));
    const Answer page = m_trial->call("GET", "/chatgroups/user/bob?pagenum=0&pagesize=2");
    QCOMPARE(page.memberNames(), std::string("action uri entities timestamp duration organization "
                                             "applicationName total"));
    QCOMPARE(page.json.find("total")->integer(), std::optional<std::int64_t>(3));
    QCOMPARE(page.json.find("entities")->array()->size(), std::size_t(2));
}

/// The token of a user does what that user's role allows, and no more.
void GroupTest::looksAfterUserTokens()
{
    const std::string id = make();
    const std::string path = "/chatgroups/" + id;
    QCOMPARE(as("bob", "GET", path).status, 200);
    QCOMPARE(as("bob", "POST", path + "/users/carol").status, 403);
    QCOMPARE(as("alice", "POST", path + "/users/carol").status, 200);
    QCOMPARE(as("carol", "DELETE", path + "/users/bob").status, 403);
    QCOMPARE(as("dave", "GET", path + "/users").status, 403);
    QCOMPARE(as("bob", "PUT", path, R"({"groupname":"mine"})").status, 403);
    QCOMPARE(as("bob", "DELETE", path).status, 403);
    QCOMPARE(as("bob", "GET", "/chatgroups").status, 401);
    QCOMPARE(as("bob", "POST", path + "/disable").status, 401);
    QCOMPARE(as("ghost", "GET", path).status, 401);
    QCOMPARE(as("bob", "GET", "/users/alice/joined_chatgroups").status, 401);
    QCOMPARE(as("bob", "POST", "/chatgroups", R"({"public":true,"owner":"alice"})").status, 403);
    QCOMPARE(as("bob", "POST", "/chatgroups", R"({"public":false,"groupname":"own"})").status, 200);
    const Answer closed = as("bob", "POST", "/chatgroups", R"({"public":false,"owner":"bob"})");
    const std::string secret(closed.json.find("data")->text("groupid"));
    QCOMPARE(as("carol", "GET", "/chatgroups/" + secret).status, 403);
    QCOMPARE(as("carol", "POST", "/chatgroups/" + secret + "/apply", R"({"message":"hi"})").status, 403);
    QCOMPARE(json(as("carol", "GET", "/publicchatgroups?limit=5")),
             R"([{"groupid":")" + id + R"(","groupname":"team"}])");
}

void GroupTest::goesWithItsOwner()
{
    const std::string id = make();
    const std::string other = make(R"("owner":"bob","members":["carol"])");
    QCOMPARE(m_trial->call("DELETE", "/users/bob").status, 200);
    QCOMPARE(json(m_trial->call("GET", "/chatgroups/" + id + "/users")),
             std::string(R"([{"owner":"alice"}])"));
    QCOMPARE(m_trial->call("DELETE", "/users/alice").status, 200);
    QCOMPARE(m_trial->call("GET", "/chatgroups/" + id).status, 404);
    QVERIFY(id != other);
}

void GroupTest::tellsMembersWhoAreAway()
{
    const std::string id = make();
    (void)m_trial->call("POST", "/chatgroups/" + id + "/users/carol");
    Peer bob = signedIn("bob");
    const auto queues = bob.unread();
    QCOMPARE(queues.size(), std::size_t(1));
    QVERIFY(queues[0].queue.name == id && queues[0].queue.domain == kGroupDomain);
    const SyncAnswer piece = bob.pull(id);
    QCOMPARE(piece.metas.size(), std::size_t(2));
    const auto joined = decodeMucBody(piece.metas[0].payload);
    QVERIFY(piece.metas[0].ns == NameSpace::Muc && joined->operation == MucOperation::DirectJoined);
    QVERIFY(joined->mucId == id && joined->mucName == "team" && joined->from == "alice" && !joined->isRoom);
    const auto presence = decodeMucBody(piece.metas[1].payload);
    QVERIFY(presence->operation == MucOperation::Presence && presence->from == "carol");
}

void GroupTest::shieldsAndDirects()
{
    const std::string id = make(R"("members":["bob","carol"])");
    QCOMPARE(as("bob", "POST", "/chatgroups/" + id + "/shield").status, 200);
    (void)m_trial->call("POST", "/messages/chatgroups",
                        R"({"to":[")" + id + R"("],"type":"txt","body":{"msg":"all"}})");
    (void)m_trial->call("POST", "/messages/chatgroups/users",
                        R"({"to":[")" + id + R"("],"users":["alice"],"type":"txt","body":{"msg":"you"}})");
    const auto messages = [&](std::string_view who) {
        Peer peer = signedIn(who);
        std::string texts;
        for (const Meta& meta : peer.pull(id).metas) {
            if (meta.ns == NameSpace::Chat)
                texts += decodeBody(meta.payload)->contents.front().text + " ";
        }
        return texts;
    };
    QCOMPARE(messages("alice"), std::string("all you "));
    QCOMPARE(messages("carol"), std::string("all "));
    QCOMPARE(messages("bob"), std::string());
    const Answer none = m_trial->call("POST", "/messages/chatgroups",
                                      R"({"to":["1","2","3","4"],"type":"txt","body":{"msg":"x"}})");
    QCOMPARE(none.status, 400);
    QCOMPARE(none.text("error"), std::string("message_send_error"));
}

void GroupTest::keepsAttributesOfMembers()
{
    const std::string path = "/metadata/chatgroup/" + make();
    QCOMPARE(json(m_trial->call("PUT", path + "/user/bob", R"({"metaData":{"nick":"Bo","k":"v"}})")),
             std::string(R"({"nick":"Bo","k":"v"})"));
    QCOMPARE(
        json(m_trial->call(
            "PUT", path + "/users/batch",
            R"([{"username":"bob","metadata":{"k":""}},{"username":"alice","metadata":{"nick":"Al"}}])")),
        std::string(R"({"updateMetadataFailed":[],"updateMetadataSucceeded":[{"username":"bob",)"
                    R"("metadata":{"k":""}},{"username":"alice","metadata":{"nick":"Al"}}]})"));
    QCOMPARE(json(m_trial->call("GET", path + "/user/bob")), std::string(R"({"nick":"Bo"})"));
    QCOMPARE(
        json(m_trial->call("POST", path + "/get", R"({"targets":["alice","bob"],"properties":["nick"]})")),
        std::string(R"({"alice":{"nick":"Al"},"bob":{"nick":"Bo"}})"));
    const auto refused = [&](std::string_view user, std::string_view values) {
        return m_trial
            ->call("PUT", path + "/user/" + std::string(user), R"({"metaData":)" + std::string(values) + "}")
            .text("error_description");
    };
    QCOMPARE(refused("carol", R"({"a":"b"})"), std::string("Some users are not in the group: carol"));
    QCOMPARE(refused("bob", R"({"12345678901234567":"b"})"),
             std::string("exceeds chatgroup user metadata single key limit"));
    QCOMPARE(refused("bob", R"({"a":")" + std::string(513, 'x') + R"("})"),
             std::string("exceeds chatgroup user metadata single value limit"));
    QCOMPARE(m_trial->call("GET", path + "/user/carol").text("error"), std::string("MetadataException"));
    const std::string sdk = "/sdk" + path;
    QCOMPARE(as("bob", "PUT", sdk + "/user/bob", R"({"metaData":{"nick":"B"}})").status, 200);
    QCOMPARE(as("bob", "PUT", sdk + "/user/alice", R"({"metaData":{"nick":"B"}})").status, 403);
    QCOMPARE(json(as("alice", "POST", sdk + "/get", R"({"targets":["bob"],"properties":[]})")),
             std::string(R"({"bob":{"nick":"B"}})"));
}

QTEST_GUILESS_MAIN(GroupTest)
#include "GroupTest.moc"

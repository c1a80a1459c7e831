// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sandbox/Peer.h"

#include <QTest>

#include <future>

/// What the program around the sandbox sees of it, and changes in it.
class EditTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheRightsOfAnAppToken();
    void knobsDoNotTouchIt();
    void showsWhatItHolds();
    void showsTheNewestFewHundred();
    void resetEndsSessionsAndEmptiesEverything();
    void nothingHappensWhileItIsStopped();
    void tellsWhatIsBuilt();
};

namespace {

local::Response edit(SandboxTrial& trial, const char* method, std::string_view path,
                     const base::JsonValue& body = {})
{
    std::promise<local::Response> promise;
    trial.server.edit(method, path, body, [&](local::Response response) { promise.set_value(response); });
    return promise.get_future().get();
}

sandbox::Snapshot snapshot(SandboxTrial& trial)
{
    std::promise<sandbox::Snapshot> promise;
    trial.server.snapshot([&](sandbox::Snapshot taken) { promise.set_value(std::move(taken)); });
    return promise.get_future().get();
}

base::JsonObject newGroup(std::string_view name)
{
    return {{"groupname", name},
            {"description", "d"},
            {"public", true},
            {"owner", "alice"},
            {"members", base::JsonArray{"bob"}}};
}

} // namespace

void EditTest::hasTheRightsOfAnAppToken()
{
    SandboxTrial trial;
    const auto made = edit(trial, "POST", "/users", base::JsonObject{{"username", "alice"}});
    QCOMPARE(made.status, 200);
    QCOMPARE(trial.call("GET", "/users/alice").status, 200); // the same state
    QCOMPARE(edit(trial, "GET", "/users?limit=1").status, 200);
    const auto again = edit(trial, "POST", "/users", base::JsonObject{{"username", "alice"}});
    QCOMPARE(again.status, 400);
    QVERIFY(again.body.find("duplicate_unique_property_exists") != std::string::npos);
    QCOMPARE(edit(trial, "DELETE", "/users/alice").status, 200);
    QCOMPARE(trial.call("GET", "/users/alice").status, 404);
}

void EditTest::knobsDoNotTouchIt()
{
    SandboxTrial trial;
    trial.turn("rate=1/s");
    trial.turn("fail.users=100%");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(edit(trial, "GET", "/users").status, 200);
}

void EditTest::showsWhatItHolds()
{
    SandboxTrial trial;
    trial.registerUsers(R"([{"username":"alice","nickname":"Al"},{"username":"bob"}])");
    Peer alice(trial, "alice", trial.userToken("alice", 600));
    (void)alice.sendText("bob", "hello");
    QCOMPARE(edit(trial, "POST", "/chatgroups", newGroup("team")).status, 200);
    const sandbox::Snapshot now = snapshot(trial);
    QCOMPARE(now.users.total, std::size_t(2));
    QCOMPARE(now.users.rows[0].name, std::string("bob"));
    QVERIFY(!now.users.rows[0].online);
    QCOMPARE(now.users.rows[1].nickname, std::string("Al"));
    QVERIFY(now.users.rows[1].online);
    QCOMPARE(now.sessions.rows,
             (std::vector<sandbox::Snapshot::SessionRow>{
                 {"alice", "device", "", trial.clock.nowMs(), trial.clock.nowMs() + 600'000}}));
    QCOMPARE(now.groups.total, std::size_t(1));
    QCOMPARE(now.groups.rows[0].name, std::string("team"));
    QCOMPARE(now.groups.rows[0].members, (std::vector<std::string>{"alice", "bob"}));
    QCOMPARE(now.rooms.total, std::size_t(0));
    QCOMPARE(now.messages.rows.size(), std::size_t(1));
    QCOMPARE(now.messages.rows[0].text, std::string("hello"));
    QCOMPARE(now.messages.rows[0].from, std::string("alice"));
    QCOMPARE(now.messages.rows[0].waiting, std::size_t(1));
}

void EditTest::showsTheNewestFewHundred()
{
    SandboxTrial trial;
    for (int batch = 0; batch < 10; ++batch) {
        std::string users;
        for (int i = 0; i < 60; ++i)
            users += (i == 0 ? "" : ",") + (R"({"username":"u)" + std::to_string(batch * 60 + i) + R"("})");
        trial.registerUsers('[' + users + ']');
    }
    const sandbox::Snapshot now = snapshot(trial);
    QCOMPARE(now.users.total, std::size_t(600));
    QCOMPARE(now.users.rows.size(), sandbox::Snapshot::kMostRows);
    QCOMPARE(now.users.rows[0].name, std::string("u599"));
}

void EditTest::resetEndsSessionsAndEmptiesEverything()
{
    SandboxTrial trial;
    trial.registerUsers(R"([{"username":"alice"},{"username":"bob"}])");
    Peer alice(trial, "alice", trial.userToken("alice"));
    (void)alice.sendText("bob", "hello");
    QCOMPARE(edit(trial, "POST", "/chatgroups", newGroup("team")).status, 200);
    std::promise<bool> done;
    trial.server.reset([&](base::Result<> result) { done.set_value(result.has_value()); });
    QVERIFY(done.get_future().get());
    QCOMPARE(snapshot(trial), sandbox::Snapshot{});
    trial.registerUsers(R"([{"username":"alice"}])"); // it goes on
    QCOMPARE(Peer(trial, "alice", trial.userToken("alice")).answer().status, std::optional(Status{}));
}

void EditTest::nothingHappensWhileItIsStopped()
{
    SandboxTrial trial;
    trial.server.stop();
    bool called = false;
    trial.server.edit("POST", "/users", base::JsonObject{{"username", "alice"}},
                      [&](const local::Response&) { called = true; });
    trial.server.snapshot([&](const sandbox::Snapshot&) { called = true; });
    QVERIFY(trial.server.start().has_value());
    QCOMPARE(snapshot(trial).users.total, std::size_t(0));
    QVERIFY(!called);
}

void EditTest::tellsWhatIsBuilt()
{
    const SandboxTrial trial;
    const std::vector<std::string> built = sandbox::builtOperations();
    const auto has = [&](const char* id) { return std::binary_search(built.begin(), built.end(), id); };
    QVERIFY(has("user.register"));
    QVERIFY(has("sdk.token.expires"));
    QVERIFY(!has("push.label.create"));
    for (const std::string& id : built)
        QVERIFY2(trial.endpoints.find(id), id.c_str());
}

QTEST_GUILESS_MAIN(EditTest)
#include "EditTest.moc"

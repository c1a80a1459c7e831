// SPDX-License-Identifier: Apache-2.0
#include "core/text/Format.h"
#include "tests/gui/SandboxKit.h"
#include "tests/support/ThreadTime.h"
#include "ui/sandbox/RowsModel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTimer>

#include <atomic>
#include <thread>

/// The page Sandbox, and the sandbox behind it.
class SandboxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndStopsByKeysAlone();
    void copiesWhereItIsAndHowToPointTheSdkThere();
    void addsFindsAndDeletesUsers();
    void createsGroupsAndRoomsWithMembers();
    void sendsAndRecallsMessages();
    void showsSessionsAndEndsThem();
    void showsRequestsAndFramesButNoToken();
    void knobsCountAtOnceAndCanBeTakenBack();
    void resetAsksFirst();
    void saysWhatTheSandboxRefuses();
    void saysThatThePortBelongsToAnother();
    void theListsAreSoundModels();
    void theWindowStaysLiveAtFullSpeed();
};

namespace {

QString focusName()
{
    return QApplication::focusWidget()->accessibleName();
}

} // namespace

void SandboxTest::startsAndStopsByKeysAlone()
{
    SandboxKit kit;
    kit.sandbox.stop();
    kit.window.showPage(QStringLiteral("home"));
    kit.press("Alt+6");
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("sandbox"));
    QCOMPARE(focusName(), QStringLiteral("Start sandbox"));
    kit.press("Ctrl+Return");
    QTRY_VERIFY(kit.sandbox.isRunning());
    QCOMPARE(focusName(), QStringLiteral("Stop sandbox"));
    QVERIFY(!kit.called<QPushButton>("Start sandbox"));
    QCOMPARE(kit.called<QLineEdit>("REST URL")->text(), kit.sandbox.restUrl());
    const quint16 port = kit.port();
    kit.press("Space");
    QVERIFY(!kit.sandbox.isRunning());
    QVERIFY(!support::RawClient(port).isConnected());
    QCOMPARE(focusName(), QStringLiteral("Start sandbox"));
    QVERIFY(!kit.find<QPushButton>("addUser")->isEnabled());
}

void SandboxTest::copiesWhereItIsAndHowToPointTheSdkThere()
{
    SandboxKit kit;
    const QString address = QStringLiteral("127.0.0.1:%1").arg(kit.port());
    kit.called<QPushButton>("Copy: WebSocket URL")->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("ws://%1/websocket").arg(address));
    kit.called<QPushButton>("Copy: App Key")->click();
    QCOMPARE(QApplication::clipboard()->text(), text::q(project::sandboxProject().appKey()));
    kit.click("copySdkSnippet");
    const QString snippet = QApplication::clipboard()->text();
    for (const QString& part :
         {QStringLiteral("apiUrl: 'http://%1'").arg(address),
          QStringLiteral("url: 'ws://%1/websocket'").arg(address), QStringLiteral("isHttpDNS: false"),
          text::q(project::sandboxProject().appKey())})
        QVERIFY2(snippet.contains(part), qPrintable(snippet));
}

void SandboxTest::addsFindsAndDeletesUsers()
{
    SandboxKit kit;
    kit.addUsers({"alice", "bob"});
    QCOMPARE(kit.cell("users", 0, 0), QStringLiteral("bob"));
    QCOMPARE(kit.users(kit.token("alice")).status, 200);
    QCOMPARE(kit.find<QTabWidget>("sandboxTabs")->tabText(0), QStringLiteral("Users 2"));
    kit.type("usersSearch", "ALI");
    QCOMPARE(kit.table("users")->rowCount(), 1);
    QVERIFY(!kit.find<QPushButton>("deleteUser")->isEnabled());
    kit.find<QTableView>("users")->selectRow(0);
    kit.click("activateUser");
    QTRY_COMPARE(kit.cell("users", 0, 2), QStringLiteral("deactivated"));
    QCOMPARE(kit.find<QPushButton>("activateUser")->text(), QStringLiteral("Activate"));
    kit.click("activateUser");
    QTRY_COMPARE(kit.cell("users", 0, 2), QStringLiteral("offline"));
    kit.click("deleteUser"); // still selected after both
    QTRY_COMPARE(kit.table("users")->rowCount(), 0);
    QCOMPARE(kit.users(kit.token("alice")).status, 404);
    kit.type("usersSearch", "");
    kit.find<QTableView>("users")->selectRow(0);
    kit.click("mintForUser");
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("mint"));
    QCOMPARE(kit.find<QLineEdit>("userId")->text(), QStringLiteral("bob"));
}

void SandboxTest::createsGroupsAndRoomsWithMembers()
{
    SandboxKit kit;
    kit.addUsers({"alice", "bob", "carol"});
    const std::tuple<int, const char*, const char*, const char*, const char*, const char*, const char*,
                     const char*>
        kinds[] = {{1, "groups", "newGroupName", "newGroupOwner", "addGroup", "groupMember", "addGroupMember",
                    "removeGroupMember"},
                   {2, "rooms", "newRoomName", "newRoomOwner", "addRoom", "roomMember", "addRoomMember",
                    "removeRoomMember"}};
    for (const auto& [tab, table, name, owner, create, member, add, remove] : kinds) {
        kit.tab(tab);
        kit.type(name, "team");
        kit.type(owner, "alice");
        kit.click(create);
        QTRY_COMPARE(kit.table(table)->rowCount(), 1);
        kit.find<QTableView>(table)->selectRow(0);
        kit.type(member, "bob");
        kit.click(add);
        QTRY_COMPARE(kit.cell(table, 0, 5), QStringLiteral("alice, bob"));
        QCOMPARE(kit.cell(table, 0, 3), QStringLiteral("2"));
        kit.click(remove);
        QTRY_COMPARE(kit.cell(table, 0, 5), QStringLiteral("alice"));
        kit.click(tab == 1 ? "deleteGroup" : "deleteRoom");
        QTRY_COMPARE(kit.table(table)->rowCount(), 0);
    }
}

void SandboxTest::sendsAndRecallsMessages()
{
    SandboxKit kit;
    kit.click("sampleData");
    QTRY_COMPARE(kit.sandbox.snapshot().messages.total, std::size_t(3));
    kit.tab(4);
    kit.type("messageFrom", "bob");
    kit.type("messageTo", "team"); // the group's name will do
    kit.type("messageText", "Good morning");
    kit.find<QLineEdit>("messageText")->setFocus();
    kit.press("Return");
    QTRY_COMPARE(kit.table("messages")->rowCount(), 4);
    QCOMPARE(kit.cell("messages", 0, 2), QStringLiteral("Good morning"));
    QCOMPARE(kit.cell("messages", 0, 1), QStringLiteral("team"));
    QVERIFY(kit.cell("messages", 0, 3).startsWith(QLatin1String("waits for 1")));
    kit.find<QTableView>("messages")->selectRow(0);
    kit.click("recallMessage");
    QTRY_COMPARE(kit.table("messages")->rowCount(), 3);
    QVERIFY(kit.cell("messages", 0, 2) != QStringLiteral("Good morning"));
}

void SandboxTest::showsSessionsAndEndsThem()
{
    SandboxKit kit;
    kit.addUsers({"alice"});
    kit.tab(3);
    support::SdkPeer alice(kit.port(), project::sandboxProject().appKey(), "alice", kit.token("alice"));
    QVERIFY(alice.isSignedIn());
    QTRY_COMPARE(kit.table("sessions")->rowCount(), 1); // without being asked
    QCOMPARE(kit.cell("sessions", 0, 0), QStringLiteral("alice"));
    QCOMPARE(kit.cell("sessions", 0, 4), QStringLiteral("device"));
    kit.find<QTableView>("sessions")->selectRow(0);
    kit.click("endSession");
    QCOMPARE(alice.closeCode(), 1000);
    QTRY_COMPARE(kit.table("sessions")->rowCount(), 0);
}

void SandboxTest::showsRequestsAndFramesButNoToken()
{
    SandboxKit kit;
    kit.addUsers({"alice", "bob"});
    const std::string token = kit.token("alice");
    QCOMPARE(kit.users(token).status, 200);
    support::SdkPeer alice(kit.port(), project::sandboxProject().appKey(), "alice", token);
    QVERIFY(alice.sendText("bob", "Hello Bob"));
    QTRY_COMPARE(kit.sandbox.activity().rowCount(), 6); // two requests, and two frames each way
    QCOMPARE(kit.cell("activity", 5, 2), QStringLiteral("GET …/users/alice"));
    QCOMPARE(kit.cell("activity", 5, 3), QStringLiteral("200 OK"));
    QCOMPARE(kit.cell("activity", 4, 3), QStringLiteral("101 Switching Protocols"));
    QCOMPARE(kit.cell("activity", 3, 1), QStringLiteral("from alice"));
    QCOMPARE(kit.cell("activity", 0, 1), QStringLiteral("to alice"));
    kit.find<QTableView>("activity")->selectRow(1);
    QVERIFY2(kit.text("activityDetails").contains(QLatin1String("Hello Bob")),
             qPrintable(kit.text("activityDetails")));
    const QString secret = QString::fromStdString(token.substr(0, 20));
    for (int row = 0; row < 6; ++row) {
        QVERIFY(!kit.sandbox.activity().details(row).contains(secret));
        for (int column = 0; column < ui::ActivityModel::ColumnCount; ++column)
            QVERIFY(!kit.cell("activity", row, column).contains(secret));
    }
    kit.find<QPushButton>("pauseActivity")->click();
    QCOMPARE(kit.users(token).status, 200);
    QTRY_COMPARE(kit.find<QLabel>("activityCounts")->text(), QStringLiteral("requests 3 · frames 4"));
    QCOMPARE(kit.table("activity")->rowCount(), 6);
    kit.click("clearActivity");
    QCOMPARE(kit.table("activity")->rowCount(), 0);
}

void SandboxTest::knobsCountAtOnceAndCanBeTakenBack()
{
    SandboxKit kit;
    kit.addUsers({"alice"});
    const std::string token = kit.token("alice");
    kit.click("sandboxKnobs");
    kit.type("knobFailUsers", "100%");
    QCOMPARE(kit.users(token).status, 500);
    QVERIFY(kit.misbehaves().contains(QLatin1String("fail.users=100%")));
    kit.type("knobFailUsers", "200%");
    QVERIFY(kit.find<QLineEdit>("knobFailUsers")->property("invalid").toBool());
    QCOMPARE(kit.users(token).status, 200);
    kit.type("knobClock", "2h");
    QCOMPARE(kit.users(token).status, 401);
    kit.vault.lock(); // the page goes, the knob stays
    kit.vault.unlockSession();
    QCOMPARE(kit.find<QLineEdit>("knobClock")->text(), QStringLiteral("2h"));
    kit.sandbox.stop();
    kit.sandbox.start();
    QTRY_VERIFY(kit.sandbox.isRunning());
    QCOMPARE(kit.users(token).status, 401); // and outlives the server
    kit.called<QPushButton>("Behave again")->click();
    QCOMPARE(kit.sandbox.knobs(), sandbox::Knobs{});
    QCOMPARE(kit.find<QLineEdit>("knobClock")->text(), QString());
    QCOMPARE(kit.users(token).status, 200);
}

void SandboxTest::resetAsksFirst()
{
    SandboxKit kit;
    kit.click("sampleData");
    QTRY_COMPARE(kit.sandbox.snapshot().messages.total, std::size_t(3));
    support::SdkPeer alice(kit.port(), project::sandboxProject().appKey(), "alice", kit.token("alice"));
    kit.click("resetSandbox");
    QVERIFY(kit.banner().contains(QLatin1String("Empty the sandbox?")));
    kit.sandbox.look();
    QTRY_COMPARE(kit.sandbox.snapshot().sessions.total, std::size_t(1)); // nothing has happened yet
    kit.clickBanner();
    QTRY_COMPARE(kit.sandbox.snapshot(), sandbox::Snapshot{});
    QCOMPARE(alice.closeCode(), 1000);
    QTRY_COMPARE(kit.banner(), QString());
}

void SandboxTest::saysWhatTheSandboxRefuses()
{
    SandboxKit kit;
    kit.addUsers({"alice"});
    kit.type("newUserId", "alice");
    kit.click("addUser");
    QTRY_VERIFY2(kit.banner().contains(QLatin1String("duplicate_unique_property_exists")),
                 qPrintable(kit.banner()));
    kit.addUsers({"bob"}); // what goes well takes the fault away
    QCOMPARE(kit.banner(), QString());
}

void SandboxTest::saysThatThePortBelongsToAnother()
{
    SandboxKit first;
    SandboxKit second(first.port());
    QTRY_COMPARE(second.sandbox.state(), ui::SandboxHost::State::Elsewhere);
    QVERIFY2(second.banner().contains(QString::number(first.port())), qPrintable(second.banner()));
    QVERIFY(!second.find<QPushButton>("addUser")->isEnabled());
    QVERIFY(!second.find<QPushButton>("resetSandbox")->isEnabled());
    first.sandbox.stop();
    second.called<QPushButton>("Start sandbox")->click();
    QTRY_VERIFY(second.sandbox.isRunning());
    QCOMPARE(second.banner(), QString());
    second.addUsers({"alice"});
}

void SandboxTest::theListsAreSoundModels()
{
    ui::RowsModel model({QStringLiteral("a"), QStringLiteral("b")}, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({{QStringLiteral("1"), {1, 2}}, {QStringLiteral("2"), {3, 4}}});
    model.setRows({{QStringLiteral("1"), {1, 5}}, {QStringLiteral("2"), {3, 4}}});
    QCOMPARE(model.index(0, 1).data(), QVariant(5));
    model.setRows({{QStringLiteral("2"), {3, 4}}});
    QCOMPARE(model.rowCount(), 1);
    model.setRows({});
    ui::ActivityModel activity;
    const QAbstractItemModelTester second(&activity, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 3; ++i)
        activity.add(std::vector<ui::Activity>(600, {0, local::Exchange{"GET", "/a/b/c", 200}}));
    QCOMPARE(activity.rowCount(), ui::ActivityModel::kMostRows);
    activity.add(
        {{0, sandbox::FrameRecord{0, "", true, std::make_shared<const std::string>("\xff junk"), 6}}});
    QVERIFY(!activity.index(0, ui::ActivityModel::What).data().toString().isEmpty());
}

void SandboxTest::theWindowStaysLiveAtFullSpeed()
{
    SandboxKit kit;
    kit.addUsers({"alice", "bob"});
    kit.tab(4);
    std::atomic<bool> end = false;
    std::atomic<int> asked = 0;
    std::atomic<int> sent = 0;
    const std::string token = kit.token("alice");
    std::thread rest([&, port = kit.port()] {
        support::RawClient client(port);
        const std::string path = "/" + project::sandboxProject().orgName + "/" +
                                 project::sandboxProject().appName + "/users/alice";
        const std::string request =
            support::makeRequest(port, "GET", path, "Authorization: Bearer " + token + "\r\n");
        while (!end) {
            client.send(request);
            asked += client.answer().status == 200 ? 1 : 0;
        }
    });
    std::thread sdk([&, port = kit.port()] {
        support::SdkPeer alice(port, project::sandboxProject().appKey(), "alice", token);
        while (!end)
            sent += alice.sendText("bob", "hello") ? 1 : 0;
    });
    double worst = 0;
    QTimer beat; // wakes the loop where nothing else does
    beat.start(1);
    const auto isFull = [&kit] {
        return kit.sandbox.activity().rowCount() == ui::ActivityModel::kMostRows &&
               kit.table("messages")->rowCount() == static_cast<int>(sandbox::Snapshot::kMostRows);
    };
    while (asked <= 1000 || sent <= 1000 || !isFull()) {
        const double before = support::threadTimeMs();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        worst = qMax(worst, support::threadTimeMs() - before);
    }
    end = true;
    rest.join();
    sdk.join();
    qInfo("%d requests, %d messages, the most work of the window at a time %.1f ms", asked.load(),
          sent.load(), worst);
    QVERIFY(isFull()); // and no more than that
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY(worst < 50);
#endif
}

QTEST_MAIN(SandboxTest)
#include "SandboxTest.moc"

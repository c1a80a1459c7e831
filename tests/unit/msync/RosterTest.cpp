// SPDX-License-Identifier: Apache-2.0
// Contacts and presence: what the vendor's own schema wrote, and what its reader cannot bear.
#include "core/base/Hex.h"
#include "core/msync/Notify.h"
#include "core/msync/Roster.h"
#include "tests/support/Data.h"

#include <QTest>

#include <algorithm>

using namespace msync;

class RosterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesContactsAsTheSdkDoes_data();
    void writesContactsAsTheSdkDoes();
    void refusesOperationsThatTheSdkDoesNotHave();
    void writesPresenceAsTheSdkReadsIt();
    void writesNoByteThatTheSdkCannotRead();
    void readsBackPresence();
    void refusesWhatIsNoPresence_data();
    void refusesWhatIsNoPresence();
};

void RosterTest::writesContactsAsTheSdkDoes_data()
{
    QTest::addColumn<int>("operation");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("contact invited") << 2 << QByteArray("héllo");
    QTest::newRow("contact agreed") << 8 << QByteArray();
}

void RosterTest::writesContactsAsTheSdkDoes()
{
    QFETCH(int, operation);
    QFETCH(QByteArray, reason);
    const base::JsonValue data = support::jsonData("msync/frames.json");
    const auto witness = std::string(data.find("written")->text(QTest::currentDataTag()));
    const RosterBody body{static_cast<RosterOperation>(operation), "bob", {"alice"}, reason.toStdString()};
    const std::string bytes = encode(body, "org#app");
    QCOMPARE(QByteArray::fromStdString(bytes).toHex().toStdString(), witness);
    const auto back = decodeRosterBody(bytes);
    QVERIFY(back && *back == body);
}

void RosterTest::refusesOperationsThatTheSdkDoesNotHave()
{
    QVERIFY(decodeRosterBody(std::string("\x08\x09", 2)).has_value());
    QVERIFY(!decodeRosterBody(std::string("\x08\x0a", 2)));
    QVERIFY(!decodeRosterBody("not protobuf"));
}

void RosterTest::writesPresenceAsTheSdkReadsIt()
{
    const Presence presence{.user = "bob",
                            .lastSeconds = 1'700'000'000,
                            .expirySeconds = 1'700'086'400,
                            .ext = "away",
                            .devices = {{"webim_web_1", 1}, {"android", 101}}};
    QCOMPARE(encode(presence),
             std::string(R"({"type":"presence","data":{"values":[{"uid":"bob","last_time":"1700000000",)"
                         R"("expiry":"1700086400","ext":"away","status":{"webim_web_1":"1",)"
                         R"("android":"101"}}]}})"));
}

void RosterTest::writesNoByteThatTheSdkCannotRead()
{
    const std::string bytes = encode(Presence{.user = "bob", .ext = "a\nb\tc\x01 ünï"});
    QVERIFY(std::none_of(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) < 16; // one hexadecimal digit where its parser wants two
    }));
    QCOMPARE(decodePresence(bytes)->ext, std::string("a\nb\tc\x01 ünï"));
}

void RosterTest::readsBackPresence()
{
    const Presence presence{"bob", 1'700'000'000, 1'700'086'400, "x", {{"d", 0}}};
    QVERIFY(decodePresence(encode(presence)) == presence);
    const Presence unknown{.user = "ghost"};
    QVERIFY(decodePresence(encode(unknown)) == unknown);
}

void RosterTest::refusesWhatIsNoPresence_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const char* payload :
         {"", "{", "[]", R"({"type":"reaction","data":[]})", R"({"type":"presence"})",
          R"({"type":"presence","data":{"values":[]}})", R"({"type":"presence","data":{"values":1}})"})
        QTest::newRow(payload) << QByteArray(payload);
}

void RosterTest::refusesWhatIsNoPresence()
{
    QFETCH(QByteArray, payload);
    QVERIFY(!decodePresence(payload.toStdString()));
}

QTEST_GUILESS_MAIN(RosterTest)
#include "RosterTest.moc"

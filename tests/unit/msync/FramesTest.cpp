// SPDX-License-Identifier: Apache-2.0
// The witnesses are frames of the vendor's own SDK; see the origin in the file.
#include "core/base/Hex.h"
#include "core/msync/Bodies.h"
#include "tests/support/Data.h"

#include <QTest>

using namespace msync;

namespace {

constexpr std::int64_t kNow = 1'700'000'000'123;
constexpr std::uint64_t kServerId = 1'782'579'200'000'000'001;

Jid user(std::string name)
{
    return {"org#app", std::move(name), std::string(kUserDomain), ""};
}

std::string hex(std::string_view bytes)
{
    return base::toHex(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

} // namespace

class FramesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_data = support::jsonData("msync/frames.json"); }
    void readsTheSignIn();
    void readsTheHeartbeat();
    void readsAText();
    void readsWhatABodyIsAbout_data();
    void readsWhatABodyIsAbout();
    void readsGroupsAndRooms();
    void passesABodyOnByteForByte();
    void writesAsTheSdkDoes();
    void readsBackWhatItWrote();
    void keepsEveryKindOfNamedValue();
    void refusesWhatIsNoFrame_data();
    void refusesWhatIsNoFrame();
    void takesFieldsInAnyOrderAndSkipsUnknownOnes();
    void refusesEveryCutInsideAField();
    void leavesContentsFoldedInTheHead();

private:
    std::string bytes(const char* part, const char* name) const
    {
        const QByteArray text = QByteArray::fromStdString(std::string(m_data.find(part)->text(name)));
        if (text.isEmpty())
            qFatal("no frame %s", name);
        return QByteArray::fromHex(text).toStdString();
    }
    Meta sentMeta(const char* name) const
    {
        const auto frame = decodeFrame(bytes("sent", name));
        return decodeSyncRequest(frame.value_or(Frame{}).payload)
            .value_or(SyncRequest{})
            .meta.value_or(Meta{});
    }

    base::JsonValue m_data;
};

void FramesTest::readsTheSignIn()
{
    const auto frame = decodeFrame(bytes("sent", "sign-in"));
    QVERIFY(frame.has_value());
    QCOMPARE(frame->command, Command::Provision);
    QVERIFY(frame->guid.has_value());
    QCOMPARE(frame->guid->appKey, std::string("org#app"));
    QCOMPARE(frame->guid->name, std::string("alice"));
    QCOMPARE(frame->guid->domain, std::string(kUserDomain));
    QCOMPARE(frame->auth, std::string("$t$007abc"));
    const auto provision = decodeProvision(frame->payload);
    QVERIFY(provision.has_value());
    QCOMPARE(provision->version, std::string("1.4.0"));
    QCOMPARE(provision->resource, frame->guid->resource);
    QCOMPARE(provision->deviceName, std::string("webim"));
    QCOMPARE(provision->authToken, std::string(R"({"token":"$t$007abc"})"));
    QVERIFY(!provision->status);
}

void FramesTest::readsTheHeartbeat()
{
    const auto frame = decodeFrame(bytes("sent", "unread"));
    QVERIFY(frame.has_value());
    QCOMPARE(frame->command, Command::Unread);
    QVERIFY(!frame->guid);
    QVERIFY(frame->payload.empty());
    QCOMPARE(sentMeta("statistics").ns, NameSpace::Statistic);
}

void FramesTest::readsAText()
{
    const Meta meta = sentMeta("text");
    QCOMPARE(meta.id, std::uint64_t(530'550'276'931));
    QVERIFY(meta.to == user("bob"));
    QVERIFY(!meta.from);
    const auto body = decodeBody(meta.payload);
    QVERIFY(body.has_value());
    QCOMPARE(body->type, BodyType::Chat);
    QCOMPARE(body->from, std::string("alice"));
    QCOMPARE(body->to, std::string("bob"));
    QCOMPARE(body->contents.size(), std::size_t(1));
    QCOMPARE(body->contents.front().text, std::string("hello"));
    QVERIFY((body->ext == std::vector{KeyValue{"k", std::string("v")}}));
}

void FramesTest::readsWhatABodyIsAbout_data()
{
    QTest::addColumn<BodyType>("type");
    QTest::addColumn<quint64>("about");
    QTest::newRow("text") << BodyType::Chat << quint64(0);
    QTest::newRow("read ack") << BodyType::ReadAck << quint64(1234);
    QTest::newRow("delivery ack") << BodyType::DeliveryAck << quint64(1234);
    QTest::newRow("recall") << BodyType::Recall << quint64(1'234'567'890'123'456'789);
    QTest::newRow("channel ack") << BodyType::ChannelAck << quint64(0);
    QTest::newRow("edit") << BodyType::Edit << quint64(0);
}

void FramesTest::readsWhatABodyIsAbout()
{
    QFETCH(BodyType, type);
    QFETCH(quint64, about);
    const auto head = decodeBodyHead(sentMeta(QTest::currentDataTag()).payload);
    QVERIFY(head.has_value());
    QCOMPARE(head->type, type);
    QCOMPARE(quint64(head->ackMessageId), about);
}

void FramesTest::readsGroupsAndRooms()
{
    QVERIFY((sentMeta("group text").to == Jid{"org#app", "77", std::string(kGroupDomain), ""}));
    const Meta room = sentMeta("room text");
    QVERIFY((room.to == Jid{"org#app", "88", std::string(kGroupDomain), ""}));
    QCOMPARE(room.ext.size(), std::size_t(1));
    QCOMPARE(sentMeta("join room").ns, NameSpace::Muc);
}

void FramesTest::passesABodyOnByteForByte()
{
    for (const char* name : {"text", "custom", "command", "room text"}) {
        const std::string sent = bytes("sent", name);
        const Meta meta = sentMeta(name);
        SyncAnswer answer;
        answer.metas = {meta};
        answer.queue = user("alice");
        const auto arrived = decodeSyncAnswer(encode(answer));
        QVERIFY(arrived && arrived->metas == std::vector{meta});
        QVERIFY2(sent.find(arrived->metas.front().payload) != std::string::npos, name);
    }
}

void FramesTest::writesAsTheSdkDoes()
{
    const auto written = [this](const char* name) { return hex(bytes("written", name)); };
    QCOMPARE(hex(encode(Frame{.command = Command::Provision,
                              .payload = encode(Provision{.status = Status{},
                                                          .resource = "webim_web_1",
                                                          .authToken = R"({"expires_in":1700003600000})"})})),
             written("signed in"));
    QCOMPARE(hex(encode(Provision{.status = Status{StatusCode::Fail, "Sorry, token expired"}})),
             written("refusal"));
    QCOMPARE(hex(encode(Unread{.queues = {{user("bob"), 3}}, .timestampMs = kNow})), written("unread"));
    QCOMPARE(hex(encodeNotice(user("bob"))), written("notice"));
    QCOMPARE(hex(encode(SyncAnswer{.metaId = 33'223'979'843, .serverId = kServerId, .timestampMs = kNow})),
             written("sent"));
    const Meta meta{kServerId, user("bob"), user("alice"), kNow, NameSpace::Chat, bytes("written", "body")};
    QCOMPARE(hex(encode(SyncAnswer{
                 .metas = {meta}, .nextKey = kServerId, .queue = user("bob"), .timestampMs = kNow})),
             written("metas"));
    QCOMPARE(hex(encode(SyncAnswer{.queue = user("bob"), .isLast = true, .timestampMs = kNow})),
             written("last"));
    QCOMPARE(hex(encode(Eviction::SignedInElsewhere)), written("kick"));
    const Body body{BodyType::Chat,
                    "bob",
                    "alice",
                    {Content{.text = "héllo"}},
                    {{"k", std::string("v")},
                     {"n", std::int64_t(7)},
                     {"b", true},
                     {"d", 0.5},
                     {"j", KeyValue::Json{"{}"}}},
                    0};
    QCOMPARE(hex(encode(body)), written("body"));
}

void FramesTest::readsBackWhatItWrote()
{
    QVERIFY(decodeBody(bytes("written", "body"))->ext.size() == 5);
    const auto unread = decodeUnread(bytes("written", "unread"));
    QVERIFY((unread && unread->queues == std::vector{QueueCount{user("bob"), 3}}));
    QCOMPARE(unread->timestampMs, kNow);
    QVERIFY(decodeNotice(bytes("written", "notice")) == user("bob"));
    QVERIFY(decodeEviction(bytes("written", "kick")) == Eviction::SignedInElsewhere);
    QVERIFY(decodeProvision(bytes("written", "refusal"))->status ==
            (Status{StatusCode::Fail, "Sorry, token expired"}));
    const auto metas = decodeSyncAnswer(bytes("written", "metas"));
    QVERIFY(metas && metas->nextKey == kServerId && !metas->isLast && metas->metas.size() == 1);
    QVERIFY(decodeSyncAnswer(bytes("written", "last"))->isLast);
    SyncRequest pull{std::nullopt, user("bob"), kServerId};
    const auto asked = decodeSyncRequest(encode(pull));
    QVERIFY(asked && asked->queue == user("bob") && asked->key == kServerId && !asked->meta);
}

void FramesTest::keepsEveryKindOfNamedValue()
{
    const Body body{BodyType::GroupChat,
                    "a",
                    "77",
                    {Content{.type = ContentType::Image,
                             .displayName = "cat.jpg",
                             .remotePath = "http://127.0.0.1/x",
                             .secretKey = "s",
                             .fileLength = 9,
                             .size = Size{480, 720},
                             .thumbnailPath = "t"},
                     Content{.type = ContentType::Location, .latitude = 0, .longitude = -1.5, .address = "x"},
                     Content{.type = ContentType::Custom,
                             .customEvent = "ev",
                             .customExts = {{"a", std::int64_t(1) << 40}, {"b", std::int64_t(-1)}}}},
                    {{"no", false}},
                    0};
    const auto back = decodeBody(encode(body));
    QVERIFY(back && *back == body);
}

void FramesTest::refusesWhatIsNoFrame_data()
{
    QTest::addColumn<QByteArray>("frame"); // in hexadecimal digits
    QTest::newRow("a text") << QByteArray("68656c6c6f");
    QTest::newRow("a length past the end") << QByteArray("4a7f00");
    QTest::newRow("a number without an end") << QByteArray("40ffffffffffffffffffffff");
    QTest::newRow("command 4") << QByteArray("4004");
    QTest::newRow("a negative command") << QByteArray("40ffffffffffffffffff01");
    QTest::newRow("an end of a group that never began") << QByteArray("40004c");
    QTest::newRow("field number 0") << QByteArray("0001");
    QTest::newRow("a broken JID") << QByteArray("12020aff4003");
}

void FramesTest::refusesWhatIsNoFrame()
{
    QFETCH(QByteArray, frame);
    QVERIFY(!decodeFrame(QByteArray::fromHex(frame).toStdString()));
}

void FramesTest::takesFieldsInAnyOrderAndSkipsUnknownOnes()
{
    const auto frame = decodeFrame(QByteArray::fromHex("5a00ca3e03616263"
                                                       "4a026869"
                                                       "4001")
                                       .toStdString());
    QVERIFY(frame.has_value());
    QCOMPARE(frame->command, Command::Unread);
    QCOMPARE(frame->payload, std::string("hi"));
}

/// A cut between two fields leaves a shorter message, one inside a field none.
void FramesTest::refusesEveryCutInsideAField()
{
    const std::string whole = bytes("sent", "sign-in");
    int refused = 0;
    for (std::size_t size = 0; size < whole.size(); ++size)
        refused += decodeFrame(whole.substr(0, size)) ? 0 : 1;
    QVERIFY2(refused > static_cast<int>(whole.size()) - 10, qPrintable(QString::number(refused)));
}

void FramesTest::leavesContentsFoldedInTheHead()
{
    std::string bomb = "\x08\x01"; // type CHAT, then as many empty contents as 64 KiB hold
    for (int i = 0; i < 32'767; ++i)
        bomb += std::string("\x22\x00", 2);
    const auto head = decodeBodyHead(bomb);
    QVERIFY(head && head->type == BodyType::Chat);
    QCOMPARE(decodeBody(bomb)->contents.size(), std::size_t(32'767));
    // Nested past every measure: protobuf stops by itself.
    std::string deep;
    for (int i = 0; i < 5'000; ++i)
        deep = "\x0b" + deep + "\x0c"; // group 1 in group 1 ...
    QVERIFY(!decodeFrame(deep));
}

QTEST_GUILESS_MAIN(FramesTest)
#include "FramesTest.moc"

// SPDX-License-Identifier: Apache-2.0
// What a person reads of frames: those of the vendor's SDK, and those that somebody made to deceive.
#include "core/base/Utf8.h"
#include "core/msync/Bodies.h"
#include "core/msync/Describe.h"
#include "core/msync/Muc.h"
#include "core/msync/Notify.h"
#include "core/msync/Roster.h"
#include "tests/support/Data.h"

#include <QTest>

using namespace msync;

namespace {

constexpr std::uint64_t kId = 1'782'579'200'000'000'001;
const std::string kToken = "007eJxTYBBbsMMnKq7p9Hf/HcIX5kmc9b518uOMKdKb5gAAhpkKNA==";

Jid user(std::string name)
{
    return {"org#app", std::move(name), std::string(kUserDomain), ""};
}

Description down(const SyncAnswer& answer)
{
    return describe(encode(Frame{.payload = encode(answer)}), Direction::Down);
}

Description down(NameSpace ns, std::string payload)
{
    return down(SyncAnswer{
        .metas = {{.id = kId, .from = user("bob"), .to = user("alice"), .ns = ns, .payload = payload}},
        .queue = user("bob")});
}

QString title(const Description& description)
{
    return QString::fromStdString(description.title);
}

QByteArray text(const Description& description)
{
    return QByteArray::fromStdString(description.text);
}

} // namespace

class DescribeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatTheSdkSends_data();
    void namesWhatTheSdkSends();
    void namesWhatTheServerSays_data();
    void namesWhatTheServerSays();
    void writesAnOutline();
    void tellsOfAMessageInAGroup();
    void tellsOfContactsGroupsAndPresence();
    void neverShowsAToken_data();
    void neverShowsAToken();
    void knowsEveryKindOfToken_data();
    void knowsEveryKindOfToken();
    void makesHiddenCharactersVisible();
    void staysWithinItsBounds();
    void takesAnyBytes();
};

void DescribeTest::namesWhatTheSdkSends_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("sign-in") << "PROVISION: sign-in of alice";
    QTest::newRow("unread") << "UNREAD: heartbeat";
    QTest::newRow("statistics") << "SYNC: INFORMATION";
    QTest::newRow("text") << "SYNC: text to bob: hello";
    QTest::newRow("read ack") << "SYNC: READ_ACK to bob about 1234";
    QTest::newRow("recall") << "SYNC: RECALL to bob about 1234567890123456789";
    QTest::newRow("join room") << "SYNC: JOIN in room 88";
}

void DescribeTest::namesWhatTheSdkSends()
{
    QFETCH(QString, expected);
    const base::JsonValue data = support::jsonData("msync/frames.json");
    const std::string hex(data.find("sent")->text(QTest::currentDataTag()));
    const std::string frame = QByteArray::fromHex(QByteArray::fromStdString(hex)).toStdString();
    QCOMPARE(title(describe(frame, Direction::Up)), expected);
}

void DescribeTest::namesWhatTheServerSays_data()
{
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const Description& description, const char* expected) {
        QTest::newRow(name) << title(description) << QString::fromUtf8(expected);
    };
    const auto frame = [](Command command, std::string payload) {
        return describe(encode(Frame{.command = command, .payload = std::move(payload)}), Direction::Down);
    };
    row("signed in", frame(Command::Provision, encode(Provision{.status = Status{}})),
        "PROVISION: signed in");
    row("refused",
        frame(Command::Provision,
              encode(Provision{.status = Status{StatusCode::Fail, "Sorry, token expired"}})),
        "PROVISION: refused: Sorry, token expired");
    row("unread", frame(Command::Unread, encode(Unread{.queues = {{user("bob"), 3}, {user("carol"), 4}}})),
        "UNREAD: 7 waiting");
    row("nothing", frame(Command::Unread, encode(Unread{})), "UNREAD: nothing waits");
    row("notice", frame(Command::Notice, encodeNotice(user("bob"))), "NOTICE: something waits in queue bob");
    row("taken", down(SyncAnswer{.metaId = 5, .serverId = 6}), "SYNC: taken as 6");
    row("blocked", down(SyncAnswer{.status = {StatusCode::Fail, "blocked"}, .metaId = 5}),
        "SYNC: refused: blocked");
    row("end", down(SyncAnswer{.queue = user("bob"), .isLast = true}), "SYNC: end of queue bob");
    row("kicked", down(NameSpace::Statistic, encode(Eviction::Kicked)), "SYNC: USER_KICKED_BY_OTHER_DEVICE");
    row("two", down(SyncAnswer{.metas = {Meta{}, Meta{}}, .queue = user("bob")}),
        "SYNC: 2 metas of queue bob");
    row("no payload of its command", frame(Command::Notice, "\xff"), "NOTICE: broken payload");
}

void DescribeTest::namesWhatTheServerSays()
{
    QFETCH(QString, actual);
    QTEST(actual, "expected");
}

void DescribeTest::writesAnOutline()
{
    const Body body{.from = "bob",
                    .to = "alice",
                    .contents = {Content{.text = "héllo"}},
                    .ext = {{"n", std::int64_t(7)}, {"b", true}}};
    const Description description = down(NameSpace::Chat, encode(body));
    QCOMPARE(title(description), QStringLiteral("SYNC: text from bob: héllo"));
    QCOMPARE(text(description), QByteArray("command: SYNC\n"
                                           "status: 0\n"
                                           "queue: bob@easemob.com\n"
                                           "meta: 1782579200000000001\n"
                                           "  namespace: CHAT\n"
                                           "  from: bob@easemob.com\n"
                                           "  to: alice@easemob.com\n"
                                           "  type: CHAT\n"
                                           "  content: text\n"
                                           "    text: héllo\n"
                                           "  ext\n"
                                           "    n: 7\n"
                                           "    b: true\n"));
}

void DescribeTest::tellsOfAMessageInAGroup()
{
    Meta meta{
        .id = 1, .from = user("bob"), .to = user("77"), .payload = encode(Body{.contents = {Content{}}})};
    meta.to->domain = kGroupDomain;
    QCOMPARE(title(down(SyncAnswer{.metas = {meta}})), QStringLiteral("SYNC: text from bob to 77"));
    const std::string up = encode(Frame{.payload = encode(SyncRequest{.meta = meta})});
    QCOMPARE(title(describe(up, Direction::Up)), QStringLiteral("SYNC: text to 77"));
}

void DescribeTest::tellsOfContactsGroupsAndPresence()
{
    const Description invited =
        down(NameSpace::Roster, encode(RosterBody{RosterOperation::Add, "bob", {"alice"}, "hi"}, "org#app"));
    QCOMPARE(title(invited), QStringLiteral("SYNC: ADD by bob"));
    QVERIFY(text(invited).endsWith("  operation: ADD\n  by: bob\n  told: alice\n  reason: hi\n"));
    const MucBody muc{.mucId = "77", .operation = MucOperation::DirectJoined, .from = "bob"};
    QCOMPARE(title(down(NameSpace::Muc, encode(muc, "org#app"))),
             QStringLiteral("SYNC: DIRECT_JOINED in group 77"));
    const Description presence =
        down(NameSpace::Notify, encode(Presence{.user = "bob", .devices = {{"web", 1}}}));
    QCOMPARE(title(presence), QStringLiteral("SYNC: presence of bob"));
    QVERIFY(text(presence).contains("  device web: 1\n"));
    QCOMPARE(title(down(static_cast<NameSpace>(99), "x")), QStringLiteral("SYNC: a meta of namespace 99"));
}

void DescribeTest::neverShowsAToken_data()
{
    QTest::addColumn<QByteArray>("frame");
    const auto row = [](const char* name, const Frame& frame) {
        QTest::newRow(name) << QByteArray::fromStdString(encode(frame));
    };
    const auto provision = [](const Provision& value) {
        return Frame{.command = Command::Provision, .payload = encode(value)};
    };
    const auto message = [](Body body) {
        return Frame{.payload =
                         encode(SyncRequest{.meta = Meta{.to = user("bob"), .payload = encode(body)}})};
    };
    row("the auth of the frame", {.command = Command::Provision, .auth = "$t$" + kToken});
    row("the JSON of the sign-in", provision({.authToken = R"({"token":"$t$)" + kToken + R"("})"}));
    row("JSON of another shape", provision({.authToken = R"(["$t$)" + kToken + R"("])"}));
    row("a field that it does not belong to", provision({.deviceName = "x" + kToken}));
    row("a reason", provision({.status = Status{StatusCode::Fail, "bad token=" + kToken + "!"}}));
    row("a user ID", {.command = Command::Provision, .guid = user(kToken)});
    row("a message", message({.contents = {Content{.text = "use " + kToken}}}));
    row("a named value", message({.contents = {Content{}}, .ext = {{"t", kToken}}}));
    row("the name of a value", message({.contents = {Content{}}, .ext = {{kToken, true}}}));
    row("JSON in a value", message({.ext = {{"j", KeyValue::Json{"{\"a\":\"" + kToken + "\"}"}}}}));
}

void DescribeTest::neverShowsAToken()
{
    QFETCH(QByteArray, frame);
    const std::string head = kToken.substr(0, 12);
    for (const Direction direction : {Direction::Up, Direction::Down}) {
        const Description description = describe(frame.toStdString(), direction);
        const std::string all = description.title + description.text;
        QVERIFY2(all.find(head) == std::string::npos, all.c_str());
        QVERIFY2(all.find(kToken.substr(20)) == std::string::npos, all.c_str());
    }
    const QByteArray up = text(describe(frame.toStdString(), Direction::Up));
    const QByteArray length = "token of " + QByteArray::number(qsizetype(kToken.size())) + " characters";
    const bool isKnown = QByteArray(QTest::currentDataTag()) != "JSON of another shape";
    QVERIFY2(up.contains(isKnown ? length : QByteArray("authToken: 62 bytes")), up.constData());
}

void DescribeTest::knowsEveryKindOfToken_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<bool>("hidden");
    for (const char* start : {"003", "004", "005", "006", "007", "YWMt", "ZHQt", "$t$"})
        QTest::newRow(start) << QString::fromUtf8(start) << true;
    QTest::newRow("a long word") << "Donaudampf" << false;
}

void DescribeTest::knowsEveryKindOfToken()
{
    QFETCH(QString, start);
    QFETCH(bool, hidden);
    const std::string word = start.toStdString() + "abcdefghijklmnopqrstuvwxyz";
    const Description description = down(SyncAnswer{.status = {StatusCode::Fail, "(" + word + ")"}});
    QCOMPARE(description.text.find("abcdefgh") == std::string::npos, hidden);
    QCOMPARE(description.text.find("(token of ") != std::string::npos, hidden);
}

void DescribeTest::makesHiddenCharactersVisible()
{
    const Description description =
        down(SyncAnswer{.status = {StatusCode::Fail, "a\nb\x1b[31m\xff\xe2\x80\xae"}});
    QCOMPARE(title(description), QStringLiteral("SYNC: refused: a\\u{000A}b\\u{001B}[31m\\xFF\\u{202E}"));
    QCOMPARE(text(description).count('\n'), 3);
}

void DescribeTest::staysWithinItsBounds()
{
    const std::string wide(5'000, 'x');
    SyncAnswer answer{.status = {StatusCode::Fail, "é" + std::string(300, 'y')}, .queue = user(wide)};
    const std::string few(240, 'z');
    Body body{.contents = std::vector<Content>(30, Content{.text = few})};
    for (int i = 0; i < 30; ++i)
        body.ext.push_back({"k" + std::to_string(i), few});
    answer.metas.assign(40, Meta{.from = user(wide), .to = user(wide), .payload = encode(body)});
    const Description description = down(answer);
    QVERIFY(description.title.size() <= kMaxTitle);
    QVERIFY(description.text.size() <= kMaxDescription && description.text.size() > kMaxDescription / 2);
    QVERIFY(text(description).endsWith("…\n"));
    QVERIFY(base::firstInvalidUtf8(description.text) == std::string::npos);
    Unread many;
    many.queues.assign(50, {user("q"), 1});
    const std::string frame = encode(Frame{.command = Command::Unread, .payload = encode(many)});
    QVERIFY(text(describe(frame, Direction::Down)).contains("and: 30 more\n"));
}

void DescribeTest::takesAnyBytes()
{
    QCOMPARE(title(describe("hello", Direction::Up)), QStringLiteral("no MSync frame"));
    QCOMPARE(title(describe("", Direction::Up)), QStringLiteral("SYNC: nothing asked"));
    QCOMPARE(title(describe(std::string(2'000'000, '\0'), Direction::Up)),
             QStringLiteral("too large to be read"));
    const std::string whole = encode(Frame{
        .payload = encode(SyncRequest{.meta = Meta{.payload = encode(Body{.contents = {Content{}}})}})});
    for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY(!describe(whole.substr(0, size), Direction::Up).title.empty());
}

QTEST_GUILESS_MAIN(DescribeTest)
#include "DescribeTest.moc"

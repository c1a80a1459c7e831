// SPDX-License-Identifier: Apache-2.0
#include "core/token/Clean.h"
#include "core/token/Compare.h"
#include "core/token/Inspector.h"
#include "tests/support/Data.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <set>

using base::JsonArray;
using base::JsonValue;
using support::q;
using token::ProblemCode;

class InspectTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheFault_data();
    void namesTheFault();
    void takesOffLayers_data();
    void takesOffLayers();
    void namesWhatElseIsPasted_data();
    void namesWhatElseIsPasted();
    void showsEverythingUpToTheBreak();
    void recognisesOldTokens_data();
    void recognisesOldTokens();
    void triesEveryCertificate();
    void seesAppIdAndCertificateSwapped();
    void namesTheMistakenCertificate();
    void judgesFitness_data();
    void judgesFitness();
    void knowsTheSecond();
    void readsAnyBytes();
    void comparesByField();
    void hasAWordForEveryCode();

private:
    const JsonValue m_malformed = support::jsonData("token/malformed.json");
    const JsonValue m_vectors = support::jsonData("token/vectors.json");
};

namespace {

constexpr std::string_view kAppId = "970CA35de60c44645bbae8a215061b33";
constexpr std::string_view kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";
constexpr std::uint32_t kIssued = 1700000000;

std::string chatToken(token::Service service, std::uint32_t expire = 3600, std::uint32_t salt = 1)
{
    return *token::build({std::string(kAppId), kIssued, expire, salt, {std::move(service)}}, kCertificate);
}

token::Inspection inspectAt(std::string_view text, std::int64_t now, token::InspectOptions options = {})
{
    static const token::Candidate candidate{"mine", kAppId, kCertificate, true};
    options.now = now;
    if (options.candidates.empty())
        options.candidates = {&candidate, 1};
    return token::inspect(text, options);
}

QStringList words(const token::Inspection& inspection)
{
    QStringList list;
    for (const token::Problem& problem : inspection.problems)
        list << q(token::problemWord(problem.code));
    return list;
}

} // namespace

void InspectTest::namesTheFault_data()
{
    QTest::addColumn<int>("index");
    const JsonArray& rows = *m_malformed.find("rows")->array();
    QCOMPARE(rows.size(), std::size_t(144));
    for (std::size_t i = 0; i < rows.size(); ++i)
        QTest::addRow("%s", std::string(rows[i].text("id")).c_str()) << int(i);
}

void InspectTest::namesTheFault()
{
    QFETCH(int, index);
    const JsonValue& row = (*m_malformed.find("rows")->array())[std::size_t(index)];
    const token::Candidate candidate{"", "", row.text("app_certificate"), true};
    token::InspectOptions options;
    options.now = *row.find("at")->integer();
    options.candidates = {&candidate, 1};
    if (row.find("channel")) {
        options.channel = std::string(row.text("channel"));
        options.uid = std::string(row.text("uid"));
    }
    QElapsedTimer timer;
    timer.start();
    const auto inspection = token::inspect(row.text("token"), options);
    QVERIFY2(timer.elapsed() < 500, "too slow"); // the promise is 50 ms; a loaded machine gets some room
    const QStringList found = words(inspection);
    const QString expected = q(row.text("expect"));
    const QByteArray shown = (expected + QStringLiteral(" is not among ") + found.join(u' ')).toUtf8();
    if (expected == QLatin1String("ok")) {
        QVERIFY2(!inspection.hasError(), shown.constData());
    } else {
        QVERIFY2(found.contains(expected), shown.constData());
        const auto problem = inspection.problems.at(std::size_t(found.indexOf(expected)));
        QVERIFY2(problem.severity() != token::Severity::Error || found.first() == expected,
                 shown.constData());
    }
}

void InspectTest::takesOffLayers_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QString>("steps");
    const QByteArray token = QByteArray::fromStdString(chatToken(token::chatUserService("alice", 3600)));
    const auto row = [&](const char* name, QByteArray pasted, const char* steps) {
        QTest::newRow(name) << pasted << QString::fromLatin1(steps);
    };
    row("nothing to do", token, "");
    row("a curl line",
        "curl -X POST https://a41.chat.agora.io/1/2/users -H 'Authorization: Bearer " + token + "' -d '{}'",
        "wrapped bearer-prefix");
    row("a header with quotes and a comma", "  \"Authorization: Bearer " + token + "\",\n",
        "whitespace quoted bearer-prefix");
    row("a vendor server's answer", R"({"status":"success","token":")" + token + "\"}", "wrapped");
    row("a token deep in JSON", R"({"data":[{"x":{"accessToken":")" + token + "\"}}]}", "wrapped");
    row("a query string", "https://example.com/cb?token=" + QByteArray(token).toPercentEncoding() + "&x=1",
        "wrapped url-encoded");
    row("a log line", "2026-11-24 INFO token=" + token, "wrapped");
    const QByteArray percent = QByteArray(token).toPercentEncoding();
    const QByteArray twice = QByteArray(percent).toPercentEncoding();
    row("percent-encoded three times", QByteArray(twice).toPercentEncoding(), "url-encoded");
    row("an encoded URL inside a URL",
        "https://x/?next=" + QByteArray("https://y/?token=" + percent).toPercentEncoding(),
        "url-encoded wrapped");
    row("a curl line with an encoded bearer in JSON",
        R"({"cmd":"curl -H 'Authorization: Bearer )" + percent + R"('"})",
        "wrapped bearer-prefix url-encoded");
    row("JSON escapes", QByteArray(token).replace('/', "\\/").replace('=', "\\u003d"), "escaped");
    row("JSON in a JSON string", R"("{\"token\":\")" + token + R"(\"}")", "quoted wrapped");
    row("HTML entities", QByteArray(token).replace('/', "&#x2F;").replace('=', "&#61;"), "escaped");
    row("a literal in two pieces", '"' + token.left(60) + "\" +\n    \"" + token.mid(60) + '"',
        "quoted escaped");
    row("lines ended by a backslash", token.left(60) + " \\\n" + token.mid(60), "escaped whitespace");
    row("quoted in a mail", "> " + token.left(60) + "\n> " + token.mid(60), "wrapped whitespace");
    row("quoted-printable", token.left(60) + "=\n" + QByteArray(token.mid(60)).replace('=', "=3D"),
        "escaped");
    row("Base64 once more", token.toBase64(), "escaped");
    row("the end of a sentence", token + ".", "wrapped");
    row("another token behind it", token + "\n" + token, "wrapped");
    row("folded in YAML", "token: >-\n  " + token.left(60) + "\n  " + token.mid(60) + "\nexpire: 3600",
        "wrapped whitespace");
    row("a Chinese sentence around it", "\u4EE4\u724C\uFF1A" + token + "\u3002", "wrapped");
    row("an emoji behind it", token + "\U0001F600", "wrapped");
    row("curly quotes", "\u201C" + token + "\u201D", "quoted");
    row("a direction mark inside", token.left(30) + "\u200E" + token.mid(30), "whitespace");
    row("Bearer, percent-encoded", "Bearer%20" + percent, "bearer-prefix url-encoded");
    row("Bearer twice", "Bearer Bearer " + token, "bearer-prefix");
    row("the colours of a terminal", "\x1B[32m" + token + "\x1B[0m", "whitespace");
    row("hard-wrapped with blanks in front", "  " + token.left(60) + "\r\n   " + token.mid(60), "whitespace");
}

void InspectTest::takesOffLayers()
{
    QFETCH(QByteArray, pasted);
    QFETCH(QString, steps);
    const auto inspection = inspectAt(pasted.toStdString(), kIssued + 1);
    QStringList found;
    for (const ProblemCode step : inspection.cleaned)
        found << q(token::problemWord(step));
    QCOMPARE(found.join(u' '), steps);
    QCOMPARE(token::tokenStateWord(inspection.state), std::string_view("valid"));
    QCOMPARE(inspection.text, chatToken(token::chatUserService("alice", 3600)));
}

void InspectTest::namesWhatElseIsPasted_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QString>("first");
    const auto row = [](const char* name, QByteArray pasted, const char* first) {
        QTest::newRow(name) << pasted << QString::fromLatin1(first);
    };
    const QByteArray token = QByteArray::fromStdString(chatToken(token::chatUserService("alice", 3600)));
    const QByteArray issued = "YWMtGLxmjGmLEeu0gE0S4k5lYAAAAAAAAAAAAAAAAAAAAAHHXK1LN58R6ZKL5rk2gRNf";
    row("masked with stars", token.left(10) + "***" + token.right(4), "truncated");
    row("cut with a word in brackets", token.left(60) + "[truncated]", "truncated");
    row("a curl line of the server's own token", "curl -H 'Authorization: Bearer " + issued + "' https://a/b",
        "foreign-token");
    row("Easemob's own token",
        QByteArray("dt-{\"signature\":\"00\",\"appkey\":\"1#2\",\"userId\":\"a\"}").toBase64(),
        "foreign-token");
    row("a Signalling token",
        "1:970CA35de60c44645bbae8a215061b33:1700003600:00112233445566778899aabbccddeeff", "foreign-token");
    row("a variable with a certificate", "AGORA_APP_CERTIFICATE=00112233445566778899aabbccddeeff",
        "secret-pasted");
    row("a stored certificate in a sentence", "is 5CFd2fd1755d40ecb72977518be15d3b right?", "secret-pasted");
    row("a labelled App ID", "App ID: 970CA35de60c44645bbae8a215061b33", "not-a-token");
    row("Bearer and nothing", "Authorization: Bearer ", "empty");
    row("Bearer undefined", "Bearer undefined", "not-a-token");
    row("a Chat service without a privilege",
        QByteArray::fromStdString(chatToken(token::Service{.type = 5, .privileges = {}, .userId = "a"})),
        "no-chat-service");
}

void InspectTest::namesWhatElseIsPasted()
{
    QFETCH(QByteArray, pasted);
    QFETCH(QString, first);
    QCOMPARE(words(inspectAt(pasted.toStdString(), kIssued + 1)).value(0), first);
}

void InspectTest::showsEverythingUpToTheBreak()
{
    // Text cut anywhere: what was read so far stays, and only the cut is named.
    const std::string text = chatToken(token::chatUserService("a-user-id-that-is-long-enough", 3600));
    const auto whole = inspectAt(text, kIssued + 1);
    for (std::size_t size = 3; size + 4 < text.size(); ++size) {
        const auto cut = inspectAt(std::string_view(text).substr(0, size), kIssued + 1);
        QCOMPARE(words(cut).first(), QStringLiteral("truncated"));
        QVERIFY(!cut.has(ProblemCode::MissingPadding)); // a consequence
        QVERIFY(whole.payload().starts_with(cut.payload()));
        std::size_t end = 0;
        for (const token::Field& field : cut.fields()) {
            QCOMPARE(std::size_t(field.offset), end);
            end += field.length;
        }
        QCOMPARE(end, cut.payload().size());
        if (size > text.size() - 16)
            QCOMPARE(cut.decoded.salt, whole.decoded.salt);
    }
}

void InspectTest::recognisesOldTokens_data()
{
    QTest::addColumn<int>("index");
    const JsonArray& vectors = *m_vectors.find("vectors")->array();
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        if (vectors[i].text("kind") != "007")
            QTest::addRow("%s", std::string(vectors[i].text("id")).c_str()) << int(i);
    }
}

void InspectTest::recognisesOldTokens()
{
    QFETCH(int, index);
    const JsonValue& vector = (*m_vectors.find("vectors")->array())[std::size_t(index)];
    const token::Candidate candidate{"", "", vector.text("app_certificate"), true};
    token::InspectOptions options;
    options.now = 1;
    if (vector.find("app_certificate"))
        options.candidates = {&candidate, 1};
    if (vector.find("channel") && vector.find("uid") && vector.find("uid")->string()) {
        options.channel = std::string(vector.text("channel"));
        options.uid = std::string(vector.text("uid"));
    }
    const auto inspection = token::inspect(vector.text("token"), options);
    QCOMPARE(q(inspection.format), q(vector.text("kind")));
    QVERIFY(words(inspection).contains(QStringLiteral("legacy")));
    if (!vector.find("salt"))
        return; // a literal of the vendor's tests that was cut at a line break
    QCOMPARE(words(inspection), QStringList{QStringLiteral("legacy")});
    const auto same = [&](const char* name, const std::optional<std::uint32_t>& value) {
        if (const JsonValue* expected = vector.find(name))
            QCOMPARE(std::int64_t(value.value_or(0)), *expected->integer());
    };
    same("salt", inspection.legacy.salt);
    same("ts", inspection.legacy.ts);
    same("unix_ts", inspection.legacy.ts);
    same("expired_ts", inspection.legacy.expiredTs);
    if (vector.find("app_id"))
        QCOMPARE(q(inspection.appId()).toLower(), q(vector.text("app_id")).toLower());
    if (const JsonValue* privileges = vector.find("privileges")) {
        QCOMPARE(inspection.legacy.privileges.size(), privileges->object()->size());
        for (const token::Privilege& privilege : inspection.legacy.privileges)
            QCOMPARE(std::int64_t(privilege.seconds),
                     *privileges->find(std::to_string(privilege.id))->integer());
    }
    if (options.channel)
        QCOMPARE(token::signatureCheckWord(inspection.signatureCheck), std::string_view("valid"));
}

void InspectTest::triesEveryCertificate()
{
    constexpr std::string_view kOtherId = "00000000000000000000000000000000";
    constexpr std::string_view kOtherCertificate = "11111111111111111111111111111111";
    const std::string text = chatToken(token::chatUserService("alice", 3600));
    const token::Candidate stored[] = {{"a", kOtherId, kOtherCertificate, false},
                                       {"b", kAppId, kOtherCertificate, false},
                                       {"b", kAppId, kCertificate, false, token::CertificateRole::Previous}};
    token::InspectOptions options;
    options.candidates = stored;
    const auto matched = inspectAt(text, kIssued + 1, options);
    QCOMPARE(matched.matchedProject, std::optional<std::string>("b"));
    QCOMPARE(matched.matchedRole, token::CertificateRole::Previous);
    QVERIFY(!matched.hasError());

    options.candidates = {stored, 1}; // not this App ID: signed with one that is not stored
    const auto unknown = inspectAt(text, kIssued + 1, options);
    QCOMPARE(unknown.signatureCheck, token::SignatureCheck::NotChecked);
    QCOMPARE(unknown.certificatesTried, std::size_t(1));
    QVERIFY(!unknown.hasError());

    const token::Candidate chosen[] = {{"b", kAppId, kCertificate, false},
                                       {"a", kOtherId, kOtherCertificate, true}};
    options.candidates = chosen;
    const auto wrong = inspectAt(text, kIssued + 1, options);
    QCOMPARE(words(wrong).first(), QStringLiteral("wrong-project"));
    QCOMPARE(wrong.problems[0].args[2], std::string("b"));
    QCOMPARE(wrong.matchedProject, std::optional<std::string>("b"));

    const token::Candidate mixed{"c", kOtherId, kCertificate, false}; // App ID of one, certificate of another
    options.candidates = {&mixed, 1};
    const auto stranger = inspectAt(text, kIssued + 1, options);
    QCOMPARE(words(stranger).first(), QStringLiteral("wrong-project"));
    QCOMPARE(stranger.problems[0].args[3], std::string("signer"));
}

void InspectTest::seesAppIdAndCertificateSwapped()
{
    const auto text =
        *token::build({std::string(kCertificate), kIssued, 3600, 1, {token::chatAppService(3600)}}, kAppId);
    const auto inspection = inspectAt(text, kIssued + 1);
    QCOMPARE(words(inspection).first(), QStringLiteral("wrong-project"));
    QCOMPARE(inspection.problems[0].args[3], std::string("swapped"));
}

void InspectTest::namesTheMistakenCertificate()
{
    const auto mistake = [](std::string_view certificate) {
        const auto text = *token::build(
            {std::string(kAppId), kIssued, 3600, 1, {token::chatAppService(3600)}}, certificate);
        const auto inspection = inspectAt(text, kIssued + 1);
        return words(inspection).first() + u' ' + q(inspection.problems[0].args[0]);
    };
    QCOMPARE(mistake(kAppId), QStringLiteral("bad-signature app-id"));
    QCOMPARE(mistake("5cfd2fd1755d40ecb72977518be15d3b"), QStringLiteral("bad-signature letter-case"));
    QCOMPARE(mistake("00fd2fd1755d40ecb72977518be15d3b"), QStringLiteral("bad-signature "));
}

void InspectTest::judgesFitness_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("first");
    const auto text = [](token::Service service, std::uint32_t expire = 3600) {
        return QByteArray::fromStdString(chatToken(std::move(service), expire));
    };
    const QByteArray user = text(token::chatUserService("alice", 3600));
    const QByteArray app = text(token::chatAppService(3600));
    QTest::newRow("an app token for REST") << app << QByteArray() << QString();
    QTest::newRow("a user token for REST") << user << QByteArray() << QStringLiteral("wrong-kind");
    QTest::newRow("a user token for its user") << user << QByteArray("alice") << QString();
    QTest::newRow("a user token for another user")
        << user << QByteArray("al1ce") << QStringLiteral("wrong-user");
    QTest::newRow("an app token for a user") << app << QByteArray("alice") << QStringLiteral("wrong-kind");
    QTest::newRow("a user token without user")
        << text(token::chatUserService("", 3600)) << QByteArray("alice") << QStringLiteral("empty-user");
    QTest::newRow("an RTM token for REST")
        << text(token::Service{.type = 2, .privileges = {{1, 60}}, .userId = "x"}) << QByteArray()
        << QStringLiteral("wrong-kind");
    QTest::newRow("longer than a day")
        << text(token::chatAppService(86401), 86401) << QByteArray() << QStringLiteral("over-24h");
    QTest::newRow("exactly a day") << text(token::chatAppService(86400), 86400) << QByteArray() << QString();
    QTest::newRow("a date where seconds belong") << text(token::chatAppService(1763000000), 1763000000)
                                                 << QByteArray() << QStringLiteral("expire-is-timestamp");
}

void InspectTest::judgesFitness()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, user);
    QFETCH(QString, first);
    token::InspectOptions options;
    options.forRest = user.isEmpty();
    if (!user.isEmpty())
        options.forUser = user.toStdString();
    const auto inspection = inspectAt(token.toStdString(), kIssued + 1, options);
    QCOMPARE(words(inspection).value(0), first);
}

void InspectTest::knowsTheSecond()
{
    const std::string text = chatToken(token::chatUserService("alice", 60));
    QCOMPARE(inspectAt(text, kIssued - 1).state, token::TokenState::NotYetValid);
    QCOMPARE(inspectAt(text, kIssued).state, token::TokenState::Valid);
    QCOMPARE(inspectAt(text, kIssued + 59).state, token::TokenState::Valid);
    QCOMPARE(inspectAt(text, kIssued + 60).state, token::TokenState::Expired); // the privilege ends first
    QCOMPARE(*inspectAt(text, kIssued).expiresAt(), std::int64_t(kIssued + 3600));
    QCOMPARE(*inspectAt(text, kIssued).effectiveExpiresAt(), std::int64_t(kIssued + 60));
}

void InspectTest::readsAnyBytes()
{
    std::uint32_t random = 1;
    for (int round = 0; round < 3000; ++round) {
        std::string text = round % 2 ? "007" : "006";
        for (int i = 0; i < round % 200; ++i) {
            random = random * 1664525 + 1013904223;
            text += char(random >> 24);
        }
        const auto inspection = inspectAt(text, kIssued);
        QVERIFY(!inspection.problems.empty());
    }
}

void InspectTest::comparesByField()
{
    const auto paths = [](std::string_view a, std::string_view b) {
        QStringList list;
        for (const auto& difference : token::compare(inspectAt(a, kIssued), inspectAt(b, kIssued)))
            list << q(difference.path);
        return list.join(u' ');
    };
    const std::string alice = chatToken(token::chatUserService("alice", 3600));
    QCOMPARE(paths(alice, alice), QString());
    QCOMPARE(paths(alice, chatToken(token::chatUserService("alice", 3600), 3600, 2)),
             QStringLiteral("signature salt"));
    QCOMPARE(paths(alice, chatToken(token::chatUserService("bob", 3600))),
             QStringLiteral("signature services[0].user_id"));
    QCOMPARE(paths(alice, chatToken(token::chatAppService(3600))),
             QStringLiteral("signature services[0].privileges[0].id services[0].user_id"));
    // The same payload through another language's deflate.
    for (const JsonValue& vector : *m_vectors.find("vectors")->array()) {
        if (const JsonValue* others = vector.find("other_texts"); others && others->object())
            QCOMPARE(paths(vector.text("token"), *others->object()->front().second.string()), QString());
    }
}

void InspectTest::hasAWordForEveryCode()
{
    std::set<std::string_view> seen;
    for (int i = 0; i < token::kProblemCount; ++i) {
        const auto word = token::problemWord(static_cast<ProblemCode>(i));
        QVERIFY(!word.empty());
        QVERIFY(seen.insert(word).second);
    }
}

QTEST_GUILESS_MAIN(InspectTest)
#include "InspectTest.moc"

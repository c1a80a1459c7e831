// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/Catalogue.h"
#include "core/diagnosis/Causes.h"
#include "core/diagnosis/Diagnosis.h"
#include "core/text/DiagnosisText.h"
#include "core/token/AccessToken2.h"
#include "core/token/Base64.h"
#include "tests/support/Data.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QTest>

#include <zlib.h>

#include <algorithm>

using base::JsonArray;
using base::JsonValue;
using support::q;

class CausesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCauseFirst_data();
    void namesTheCauseFirst();
    void claimsNothingOfGoodTokens_data();
    void claimsNothingOfGoodTokens();
    void knowsEveryRowOfTheTable();
    void guessesNothingOfUnknownAnswers_data();
    void guessesNothingOfUnknownAnswers();
    void knowsTheAnswersOfThePages();
    void putsTheRequestBeforeTheToken();
    void suspectsTheClock();
    void usesAKnownClock();
    void hasASentenceForEveryWord();

private:
    const JsonValue m_refusals = support::jsonData("diagnosis/refusals.json");
    const JsonValue m_good = support::jsonData("diagnosis/good.json");
};

namespace {

constexpr std::int64_t kNow = 1'800'000'000;
constexpr std::string_view kAppId = "970CA35de60c44645bbae8a215061b33";
constexpr std::string_view kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";
constexpr std::string_view kOtherId = "0123456789abcdef0123456789abcdef";
constexpr std::string_view kOtherCertificate = "fedcba9876543210fedcba9876543210";
constexpr std::string_view kForeignId = "ffffffffffffffffffffffffffffffff";

const catalogue::ErrorTable& table()
{
    static const catalogue::ErrorTable loaded = [] {
        QFile file(QStringLiteral(":/catalogue/errors.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("errors.json is not there");
        auto read = catalogue::ErrorTable::load(file.readAll().toStdString());
        if (!read)
            qFatal("errors.json: %s", read.error().args.back().c_str());
        return std::move(*read);
    }();
    return loaded;
}

const catalogue::Catalogue& endpoints()
{
    static const catalogue::Catalogue loaded = [] {
        QFile file(QStringLiteral(":/catalogue/endpoints.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("endpoints.json is not there");
        return *catalogue::Catalogue::load(file.readAll().toStdString());
    }();
    return loaded;
}

std::int64_t numberOf(const JsonValue& json, std::string_view name, std::int64_t otherwise)
{
    const JsonValue* value = json.find(name);
    return value ? *value->integer() : otherwise;
}

std::vector<token::Service> servicesOf(const JsonValue& spec, std::uint32_t seconds)
{
    const std::string kind(spec.text("kind"));
    const std::string user(spec.text("user"));
    token::Service both = token::chatUserService(user, seconds);
    both.privileges.push_back({token::kChatPrivilegeApp, seconds});
    const token::Service rtm{.type = 2, .privileges = {{1, seconds}}, .userId = "alice"};
    if (kind == "user")
        return {token::chatUserService(user, seconds)};
    if (kind == "both")
        return {both};
    if (kind == "rtm")
        return {rtm};
    if (kind == "rtc")
        return {token::Service{.type = 1, .privileges = {{1, seconds}}, .channel = "c", .uid = "7"}};
    if (kind == "education")
        return {token::Service{
                    .type = 7, .privileges = {{1, seconds}}, .roomUuid = "r", .userUuid = user, .role = 1},
                rtm, token::chatUserService(user, seconds)};
    return {token::chatAppService(seconds)};
}

std::string atLevelNine(const std::string& text)
{
    std::string stream;
    std::string payload;
    static_cast<void>(token::decodeBase64(std::string_view(text).substr(3), stream));
    static_cast<void>(token::Inflater().inflate(stream, token::kMaxPayload, payload));
    std::string out(payload.size() + 64, '\0');
    uLongf size = out.size();
    compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(payload.data()),
              payload.size(), 9);
    out.resize(size);
    std::string again(token::kVersion007);
    token::appendBase64(out, again);
    return again;
}

std::string damaged(const std::string& text, std::string_view how)
{
    if (how == "cut")
        return text.substr(0, text.size() - 20);
    if (how == "changed")
        return text.substr(0, 60) + (text[60] == 'A' ? 'B' : 'A') + text.substr(61);
    if (how == "lower")
        return q(text).toLower().toStdString();
    if (how == "percent")
        return QByteArray::fromStdString(text).toPercentEncoding().toStdString() +
               (text.back() == '=' ? "" : "%3D");
    if (how == "bearer")
        return "Bearer " + text;
    if (how == "newline")
        return text + "\r\n";
    if (how == "json")
        return "{\"token\":\"" + text + "\"}";
    return how == "level9" ? atLevelNine(text) : text;
}

std::string tokenOf(const JsonValue& spec)
{
    if (spec.find("literal"))
        return std::string(spec.text("literal"));
    const std::string_view project = spec.text("project", "mine");
    const std::string_view appId = project == "other" ? kOtherId : project == "foreign" ? kForeignId : kAppId;
    std::string_view certificate = project == "other" ? kOtherCertificate : kCertificate;
    if (spec.find("certificate"))
        certificate = spec.text("certificate") == "app_id" ? appId : spec.text("certificate");
    const auto expire = static_cast<std::uint32_t>(numberOf(spec, "expire", 3600));
    const auto seconds = static_cast<std::uint32_t>(numberOf(spec, "privilege_seconds", expire));
    const auto issued = static_cast<std::uint32_t>(kNow + numberOf(spec, "issued", -10));
    const auto text =
        token::build({std::string(appId), issued, expire, 7, servicesOf(spec, seconds)}, certificate);
    if (!text)
        qFatal("%s", text.error().code.c_str());
    return damaged(*text, spec.text("damage"));
}

std::string httpDate(std::int64_t seconds)
{
    return QLocale::c()
        .toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC),
                  QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toStdString();
}

/// A row of the data files as a case; keeps what the views of the case need.
class Row final
{
public:
    explicit Row(const JsonValue& row)
        : m_token(tokenOf(*row.find("token")))
    {
        m_project.name = "mine";
        m_project.appId = kAppId;
        m_case.token = m_token;
        m_case.now = kNow;
        m_case.project = &m_project;
        m_case.candidates = m_candidates;
        const JsonValue& use = *row.find("use");
        if (use.find("user")) {
            m_case.use.purpose = diagnosis::Purpose::SignIn;
            m_case.use.userId = use.text("user");
        } else if (use.find("endpoint")) {
            m_case.use.purpose = diagnosis::Purpose::Rest;
            m_case.use.endpoint = endpoints().find(use.text("endpoint"));
            if (!m_case.use.endpoint)
                qFatal("no such endpoint");
        }
        if (row.find("status"))
            receive(row);
    }

    [[nodiscard]] diagnosis::Diagnosis diagnose() const { return diagnosis::diagnose(m_case, table()); }
    diagnosis::Case& what() { return m_case; }

private:
    void receive(const JsonValue& row)
    {
        diagnosis::Received received;
        received.status = static_cast<int>(numberOf(row, "status", 0));
        received.body = row.text("body");
        if (row.find("server_ahead")) {
            received.date = httpDate(kNow + numberOf(row, "server_ahead", 0));
            received.sentMs = kNow * 1000;
            received.receivedMs = kNow * 1000 + 80;
        } else if (row.find("pasted_date")) {
            received.date = httpDate(kNow + numberOf(row, "pasted_date", 0));
        }
        m_case.received = std::move(received);
    }

    std::string m_token;
    project::Project m_project;
    token::Candidate m_candidates[2] = {{"mine", kAppId, kCertificate, true},
                                        {"other", kOtherId, kOtherCertificate, false}};
    diagnosis::Case m_case;
};

void addRows(const JsonValue& file)
{
    QTest::addColumn<int>("index");
    const JsonArray& rows = *file.find("rows")->array();
    for (std::size_t i = 0; i < rows.size(); ++i)
        QTest::addRow("%s", std::string(rows[i].text("why")).c_str()) << int(i);
}

QString codes(const diagnosis::Diagnosis& diagnosis)
{
    QStringList list;
    for (const diagnosis::Cause& cause : diagnosis.causes)
        list << q(cause.code);
    return list.join(u' ');
}

} // namespace

void CausesTest::namesTheCauseFirst_data()
{
    addRows(m_refusals);
    QVERIFY(m_refusals.find("rows")->array()->size() >= 30);
}

void CausesTest::namesTheCauseFirst()
{
    QFETCH(int, index);
    const JsonValue& row = (*m_refusals.find("rows")->array())[std::size_t(index)];
    const auto diagnosis = Row(row).diagnose();
    QVERIFY2(!diagnosis.causes.empty(), "no cause");
    const diagnosis::Cause& first = diagnosis.causes.front();
    QVERIFY2(first.code == row.text("expect"), qPrintable(codes(diagnosis)));
    QCOMPARE(q(diagnosis::fixWord(first.fix)), q(row.text("fix")));
    const text::Finding finding =
        first.problem ? text::problemText(*first.problem) : text::causeText(first.code, first.args);
    QVERIFY2(finding.message.endsWith(QLatin1Char('.')), qPrintable(finding.message));
    QVERIFY(diagnosis.refused());
}

void CausesTest::claimsNothingOfGoodTokens_data()
{
    addRows(m_good);
    QVERIFY(m_good.find("rows")->array()->size() >= 20);
}

void CausesTest::claimsNothingOfGoodTokens()
{
    QFETCH(int, index);
    const auto diagnosis = Row((*m_good.find("rows")->array())[std::size_t(index)]).diagnose();
    QCOMPARE(codes(diagnosis), QString());
    QVERIFY(!diagnosis.refused());
}

void CausesTest::knowsEveryRowOfTheTable()
{
    QVERIFY(table().entries().size() > 40);
    Row good((*m_good.find("rows")->array())[0]);
    for (const catalogue::ErrorEntry& entry : table().entries()) {
        const std::string word = entry.error == "*" ? "whatever" : entry.error;
        const JsonValue body(base::JsonObject{{"error", word}, {"error_description", entry.says}});
        good.what().received = diagnosis::Received{entry.status, body.toJson(), {}, 0, 0};
        const auto diagnosis = good.diagnose();
        QVERIFY2(diagnosis.explanation.documented, entry.when.c_str());
        QVERIFY2(!diagnosis.causes.empty() && diagnosis.causes.back().code == entry.cause,
                 qPrintable(q(entry.cause) + QStringLiteral(" is not ") + codes(diagnosis)));
        const diagnosis::Cause& cause = diagnosis.causes.back();
        QVERIFY2(!text::causeText(cause.code, cause.args).hint.isEmpty(), cause.code.c_str());
    }
}

void CausesTest::guessesNothingOfUnknownAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a word that no page has")
        << 401 << QByteArray(R"({"error":"quantum_flux","error_description":"x"})");
    QTest::newRow("a known word with another status") << 400 << QByteArray(R"({"error":"reach_limit"})");
    QTest::newRow("a page of a proxy") << 403 << QByteArray("<html><body>Forbidden</body></html>");
    QTest::newRow("no word, another text")
        << 400 << QByteArray(R"({"error_description":"set presence went well"})");
    QTest::newRow("nothing") << 500 << QByteArray();
    QTest::newRow("bytes") << 404 << QByteArray("\xFF\xFE\x00\x01", 4);
}

void CausesTest::guessesNothingOfUnknownAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Row good((*m_good.find("rows")->array())[0]);
    good.what().received = diagnosis::Received{status, body.toStdString(), {}, 0, 0};
    const auto diagnosis = good.diagnose();
    QVERIFY(!diagnosis.explanation.documented);
    QCOMPARE(codes(diagnosis), QStringLiteral("unknown-answer"));
}

void CausesTest::knowsTheAnswersOfThePages()
{
    // What an endpoint's own page documents is known there, with its placeholders filled in.
    const catalogue::Endpoint& endpoint = *endpoints().find("user.register");
    const auto answer = catalogue::readAnswer(
        400, R"({"error":"illegal_argument","error_description":"username [Al ice] is not legal"})");
    const auto explanation = catalogue::explain(answer, &endpoint, &table());
    QVERIFY(explanation.documented);
    QVERIFY2(explanation.when.find(" Or: ") == std::string::npos, explanation.when.c_str());
    QVERIFY(catalogue::fitsText("username [XXX] is not legal", "username [Al ice] is not legal"));
    QVERIFY(catalogue::fitsText("grpID XX does not exist!", "grpID 17 does not exist!"));
    QVERIFY(!catalogue::fitsText("grpID XX does not exist!", "username a doesn't exist!"));
    QVERIFY(!catalogue::fitsText("XXX", "anything"));
}

void CausesTest::putsTheRequestBeforeTheToken()
{
    const JsonArray& rows = *m_refusals.find("rows")->array();
    Row expired(rows[0]);
    expired.what().received = diagnosis::Received{
        404,
        R"({"error":"organization_application_not_found","error_description":"Could not find"})",
        {},
        0,
        0};
    QCOMPARE(codes(expired.diagnose()), QStringLiteral("wrong-app-key expired"));
    expired.what().received = diagnosis::Received{401, "", {}, 0, 0}; // the status alone
    QCOMPARE(codes(expired.diagnose()), QStringLiteral("expired"));
}

void CausesTest::suspectsTheClock()
{
    Row good((*m_good.find("rows")->array())[0]);
    good.what().received = diagnosis::Received{
        401,
        R"({"error":"unauthorized","error_description":"Unable to authenticate due to expired access token"})",
        {},
        0,
        0};
    const auto diagnosis = good.diagnose();
    QCOMPARE(codes(diagnosis), QStringLiteral("clock-suspected token-expired"));
    QCOMPARE(diagnosis.causes[0].severity, token::Severity::Warning);
}

void CausesTest::usesAKnownClock()
{
    Row good((*m_good.find("rows")->array())[0]); // issued now
    good.what().skew = diagnosis::ClockSkew{-300'000, 500};
    const auto behind = good.diagnose();
    QCOMPARE(codes(behind), QStringLiteral("clock-skew"));
    QCOMPARE(behind.judgedAt, kNow - 300);
    good.what().skew = diagnosis::ClockSkew{-2'000, 500}; // not worth telling
    QVERIFY(good.diagnose().causes.empty());
    // A pasted answer that has a date of its own is judged by that.
    good.what().skew = diagnosis::ClockSkew{-300'000, 500};
    good.what().received = diagnosis::Received{200, "{}", "Fri, 15 Jan 2027 08:00:00 GMT", 0, 0};
    QVERIFY(good.diagnose().causes.empty());
}

void CausesTest::hasASentenceForEveryWord()
{
    QStringList missing;
    const std::vector<std::string> args{"1", "2", "3", "4"};
    for (const std::string_view code : diagnosis::causes::kAll) {
        const text::Finding finding = text::causeText(code, args);
        if (finding.message == q(code) || finding.hint.isEmpty() ||
            finding.message.contains(QLatin1Char('%')))
            missing << q(code);
    }
    for (const std::string_view code : diagnosis::evidence::kAll) {
        const QString sentence = text::evidenceText(code, args, true);
        if (sentence == q(code) || sentence.contains(QLatin1Char('%')))
            missing << q(code);
    }
    for (int fix = 1; fix <= int(diagnosis::Fix::WaitAndRetry); ++fix) {
        if (text::fixText(diagnosis::fixWord(static_cast<diagnosis::Fix>(fix)), args).isEmpty())
            missing << q(diagnosis::fixWord(static_cast<diagnosis::Fix>(fix)));
    }
    QCOMPARE(missing, QStringList());
}

QTEST_GUILESS_MAIN(CausesTest)
#include "CausesTest.moc"

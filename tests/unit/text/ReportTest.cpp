// SPDX-License-Identifier: Apache-2.0
#include "core/text/CompareText.h"
#include "core/text/DiagnosisText.h"
#include "core/text/Report.h"
#include "core/token/AccessToken2.h"
#include "tests/support/Data.h"

#include <QTest>

using support::q;

class ReportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheTokenAndHidesItsSecrets();
    void hidesWhatDamagedTokensHold();
    void saysWhoSigned();
    void comparesInWords();
    void mintsAgainInWords();
};

namespace {

constexpr std::string_view kAppId = "970CA35de60c44645bbae8a215061b33";
constexpr std::string_view kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";
constexpr std::int64_t kNow = 1700000010;

std::string aToken(std::string_view user, std::uint32_t salt = 1)
{
    return *token::build({std::string(kAppId), 1700000000, 3600, salt, {token::chatUserService(user, 3600)}},
                         kCertificate);
}

token::Inspection read(std::string_view text, const token::Candidate& candidate)
{
    token::InspectOptions options;
    options.now = kNow;
    options.candidates = {&candidate, 1};
    return token::inspect(text, options);
}

QString report(std::string_view text)
{
    const token::Candidate candidate{"mine", kAppId, kCertificate, true};
    redact::Redactor redactor;
    redactor.addSecret(kCertificate);
    return text::reportText(read(text, candidate), {kNow, "chat-token 1.2.3", {}}, redactor);
}

} // namespace

void ReportTest::showsTheTokenAndHidesItsSecrets()
{
    const std::string token = aToken("alice");
    const QString text = report(token);
    for (const char* part :
         {"alice", "970CA35de60c44645bbae8a215061b33", "2023-11-14T22:13:20Z", "mine", "1.2.3", "valid"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    const auto inspection = read(token, {"mine", kAppId, kCertificate, true});
    const QString signature = QString::fromLatin1(
        QByteArray(inspection.decoded.signature.data(), int(inspection.decoded.signature.size())).toHex());
    QVERIFY(!text.contains(signature.mid(0, 12)));
    QVERIFY(!text.contains(signature.mid(20, 12)));
    QVERIFY(!text.contains(q(kCertificate)));
    for (std::size_t at = 0; at + 16 <= token.size(); ++at)
        QVERIFY(!text.contains(q(std::string_view(token).substr(at, 16))));
    // A certificate as the user ID of a careless builder.
    QVERIFY(!report(aToken(kCertificate)).contains(q(kCertificate)));
}

void ReportTest::hidesWhatDamagedTokensHold()
{
    const std::string token = aToken("alice");
    for (std::size_t size = 0; size < token.size(); size += 7)
        QVERIFY(report(std::string_view(token).substr(0, size)).contains(QLatin1String("Problems")));
    QVERIFY(!report(kCertificate).contains(q(kCertificate)));
    QVERIFY(report(kCertificate).contains(QLatin1String("secret-pasted")));
}

void ReportTest::saysWhoSigned()
{
    const std::string token = aToken("alice");
    const auto said = [&](const token::Candidate& candidate) {
        return text::signerText(read(token, candidate));
    };
    QVERIFY(said({"mine", kAppId, kCertificate, false}).contains(QLatin1String("mine")));
    QVERIFY(said({"mine", kAppId, kCertificate, false, token::CertificateRole::Previous})
                .contains(QLatin1String("previous")));
    QCOMPARE(said({"x", "00000000000000000000000000000000", "00000000000000000000000000000000", false}),
             QStringLiteral("Signed with a certificate that you have not stored."));
    QVERIFY(said({"x", kAppId, "", false}).startsWith(QLatin1String("Not checked")));
}

void ReportTest::comparesInWords()
{
    const token::Candidate none{};
    const auto said = [&](const std::string& a, const std::string& b) {
        return text::compareText(token::summarise(token::compare(read(a, none), read(b, none)), a == b));
    };
    QCOMPARE(said(aToken("alice"), aToken("alice")), QStringLiteral("These tokens are the same."));
    QCOMPARE(said(aToken("alice"), aToken("alice", 2)),
             QStringLiteral("These differ only in salt and signature."));
    QCOMPARE(said(aToken("alice"), aToken("bob")),
             QStringLiteral("These differ in 2 fields: user_id, signature."));
}

void ReportTest::mintsAgainInWords()
{
    const token::Candidate none{};
    const auto said = [&](const token::RemintEdits& edits, std::string_view certificate) {
        return text::remintText(*token::remint(read(aToken("alice"), none), certificate, edits));
    };
    QVERIFY(said({}, kCertificate).startsWith(QLatin1String("Identical")));
    token::RemintEdits edits;
    edits.userId = "bob";
    QCOMPARE(said(edits, kCertificate),
             QStringLiteral(
                 "The first field that differs is services[0].user_id: the token has “alice”, minted again "
                 "it has “bob”."));
    QVERIFY(said({}, kAppId).contains(QLatin1String("another certificate")));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "ReportTest.moc"

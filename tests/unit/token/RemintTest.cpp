// SPDX-License-Identifier: Apache-2.0
#include "core/token/Compare.h"
#include "core/token/DeflateShape.h"
#include "core/token/Errors.h"
#include "core/token/Remint.h"
#include "tests/support/Data.h"
#include "tests/support/RandomToken.h"

#include <QTest>

#include <map>

using base::JsonValue;
using support::q;
using support::RandomToken;

class RemintTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mintsTheSameAgain();
    void namesTheInputThatChanged();
    void tellsADeflateFromAChange();
    void namesTheProducerOfTheVendorsTokens();
    void refusesWhatIsNotWhole();
    void sortsFieldsIntoFour();
    void comparesByteByByte();
    void summarisesInWords_data();
    void summarisesInWords();

private:
    const JsonValue m_vectors = support::jsonData("token/vectors.json");
};

namespace {

token::Inspection read(std::string_view text)
{
    token::InspectOptions options;
    options.now = 1700000000;
    return token::inspect(text, options);
}

} // namespace

void RemintTest::mintsTheSameAgain()
{
    RandomToken random(1);
    for (int i = 0; i < 200; ++i) {
        const auto input = random.input();
        const std::string certificate = random.hexId();
        const std::string text = *token::build(input, certificate);
        const auto again = token::remint(read(text), certificate);
        QVERIFY2(again.has_value(), text.c_str());
        QVERIFY2(again->outcome == token::RemintOutcome::Identical, (text + " " + again->field).c_str());
        QCOMPARE(q(again->text), q(text));
        QCOMPARE(again->producer, token::Producer::StockZlib);
        QVERIFY(again->differs.empty());
    }
}

void RemintTest::namesTheInputThatChanged()
{
    RandomToken random(2);
    std::map<std::string, int> named;
    for (int i = 0; i < 200; ++i) {
        // The token of a server whose one input is not what the project says.
        const auto input = random.chatInput();
        const std::string certificate = random.hexId();
        auto theirs = input;
        std::string theirCertificate = certificate;
        std::string expected;
        switch (i % 5) {
        case 0:
            theirs.appId = random.hexId();
            expected = "app_id";
            break;
        case 1:
            theirCertificate = random.hexId();
            expected = "certificate";
            break;
        case 2:
            theirs.services[0].userId += "x";
            expected = "services[0].user_id";
            break;
        case 3:
            theirs.expire += 1;
            expected = "expire";
            break;
        default:
            theirs.services[0].privileges[0].seconds += 1;
            expected = "services[0].privileges[0].seconds";
            break;
        }
        const token::RemintEdits edits{
            .appId = input.appId, .expire = std::nullopt, .userId = std::nullopt, .services = input.services};
        auto what = edits;
        if (i % 5 == 3)
            what.expire = input.expire;
        const auto again = token::remint(read(*token::build(theirs, theirCertificate)), certificate, what);
        QVERIFY(again.has_value());
        QCOMPARE(again->outcome, token::RemintOutcome::Differs);
        QCOMPARE(q(again->field), q(expected));
        ++named[expected];
    }
    QCOMPARE(named.size(), std::size_t(5));
}

void RemintTest::tellsADeflateFromAChange()
{
    int others = 0;
    for (const JsonValue& vector : *m_vectors.find("vectors")->array()) {
        const JsonValue* texts = vector.find("other_texts");
        if (!texts || !texts->object())
            continue;
        for (const auto& [producer, text] : *texts->object()) {
            const auto again = token::remint(read(*text.string()), vector.text("app_certificate"));
            QVERIFY2(again.has_value(), std::string(vector.text("id")).c_str());
            // Some inputs come out otherwise: RTM2 permissions are sorted, as the vendor's builders do.
            QVERIFY2(again->outcome != token::RemintOutcome::Differs, std::string(vector.text("id")).c_str());
            ++others;
        }
    }
    QVERIFY(others > 50);
}

void RemintTest::namesTheProducerOfTheVendorsTokens()
{
    int right = 0;
    int all = 0;
    QStringList wrong;
    const auto judge = [&](std::string_view text, std::string_view producer, const JsonValue& vector) {
        const auto found = token::likelyProducer(text);
        const bool stock = producer == "cpp" || producer == "python" || producer == "php";
        const bool fits =
            stock ? found == token::Producer::StockZlib : token::producerWord(found) == producer;
        ++all;
        right += fits ? 1 : 0;
        if (!fits)
            wrong << q(vector.text("id")) + u' ' + q(producer) + u' ' + q(token::producerWord(found));
    };
    for (const JsonValue& vector : *m_vectors.find("vectors")->array()) {
        const JsonValue* texts = vector.find("other_texts");
        if (!texts || !texts->object())
            continue;
        for (const auto& [producer, text] : *texts->object())
            judge(*text.string(), producer, vector);
        const JsonValue* agrees = vector.find("text_agrees");
        if (agrees && agrees->array() && !agrees->array()->empty())
            judge(vector.text("token"), *agrees->array()->front().string(), vector);
    }
    qInfo("%d of %d producers named; not: %s", right, all, qPrintable(wrong.join(QStringLiteral(", "))));
    QVERIFY2(right * 100 >= all * 95, qPrintable(wrong.join(QStringLiteral("\n"))));
    QCOMPARE(token::likelyProducer("007"), token::Producer::Unknown);
    QCOMPARE(token::likelyProducer("hello"), token::Producer::Unknown);
}

void RemintTest::refusesWhatIsNotWhole()
{
    RandomToken random(3);
    const std::string certificate = random.hexId();
    const std::string text = *token::build(random.chatInput(), certificate);
    const auto code = [&](std::string_view pasted) {
        const auto made = token::remint(read(pasted), certificate);
        return made ? QString() : q(made.error().code) + u' ' + q(made.error().args[0]);
    };
    QCOMPARE(code(text), QString());
    QCOMPARE(code(std::string_view(text).substr(0, 100)), QStringLiteral("cannot-remint whole"));
    QCOMPARE(code("hello"), QStringLiteral("cannot-remint format"));
    const auto ofUser = [&](std::size_t length) {
        auto input = random.chatInput();
        input.services = {token::chatUserService(std::string(length, 'a'), 600)};
        return *token::build(input, certificate);
    };
    QCOMPARE(code(ofUser(60'000)), QString());
    QCOMPARE(code(ofUser(65'500)), QStringLiteral("cannot-remint size"));
    QCOMPARE(q(token::remint(read(text), "short").error().code), q(token::errors::kBadCertificate));
}

void RemintTest::sortsFieldsIntoFour()
{
    const std::string certificate = "5CFd2fd1755d40ecb72977518be15d3b";
    token::TokenInput input{
        "970CA35de60c44645bbae8a215061b33", 1700000000, 3600, 1, {token::chatUserService("alice", 3600)}};
    const auto left = read(*token::build(input, certificate));
    input.services[0].privileges.push_back({2, 60});
    input.services[0].userId = "alan";
    const auto right = read(*token::build(input, certificate));
    QStringList changed;
    for (const token::ComparedField& field : token::compareFields(left, right)) {
        QCOMPARE(field.left == nullptr, field.match == token::Match::OnlyRight);
        QCOMPARE(field.right == nullptr, field.match == token::Match::OnlyLeft);
        if (field.match != token::Match::Same)
            changed << q(field.path) + u' ' + q(token::matchWord(field.match));
    }
    const QStringList expected{QStringLiteral("signature changed"),
                               QStringLiteral("services[0].privileges.count changed"),
                               QStringLiteral("services[0].privileges[1].id only-right"),
                               QStringLiteral("services[0].privileges[1].seconds only-right"),
                               QStringLiteral("services[0].user_id.length changed"),
                               QStringLiteral("services[0].user_id changed")};
    QCOMPARE(changed, expected);
}

void RemintTest::comparesByteByByte()
{
    RandomToken random(4);
    for (int i = 0; i < 100; ++i) {
        const auto left = read(*token::build(random.input(), random.hexId()));
        const auto right = i % 4 == 0 ? left : read(*token::build(random.input(), random.hexId()));
        std::size_t leftAt = 0;
        std::size_t rightAt = 0;
        for (const token::ComparedBytes& run : token::compareBytes(left, right)) {
            QCOMPARE(run.leftOffset, leftAt);
            QCOMPARE(run.rightOffset, rightAt);
            const auto a = std::string_view(left.payload()).substr(leftAt, run.leftLength);
            const auto b = std::string_view(right.payload()).substr(rightAt, run.rightLength);
            QCOMPARE(a == b, run.match == token::Match::Same);
            // What is alike in front and behind does not count as changed.
            if (run.match == token::Match::Changed)
                QVERIFY(a.front() != b.front() && a.back() != b.back());
            leftAt += run.leftLength;
            rightAt += run.rightLength;
        }
        QCOMPARE(leftAt, left.payload().size());
        QCOMPARE(rightAt, right.payload().size());
    }
}

void RemintTest::summarisesInWords_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<bool>("sameText");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("names");
    using Kind = token::Comparison::Kind;
    const auto row = [](const char* name, QStringList paths, bool sameText, Kind kind, const char* names) {
        QTest::newRow(name) << paths << sameText << int(kind) << QString::fromLatin1(names);
    };
    const QString sig = QStringLiteral("signature");
    const QString salt = QStringLiteral("salt");
    const QString issued = QStringLiteral("issue_ts");
    const QString user = QStringLiteral("services[0].user_id");
    row("one text", {}, true, Kind::SameText, "");
    row("another deflate", {}, false, Kind::SameContent, "");
    row("another salt", {sig, salt}, false, Kind::OnlyFresh, "salt signature");
    row("another time", {sig, issued}, false, Kind::OnlyFresh, "issue_ts signature");
    row("minted later", {sig, issued, salt}, false, Kind::OnlyFresh, "salt issue_ts signature");
    row("another certificate", {sig}, false, Kind::OnlyFresh, "signature");
    row("another user", {sig, user}, false, Kind::Fields, "user_id signature");
    row("another user, later", {sig, issued, salt, user}, false, Kind::Fields,
        "user_id signature issue_ts salt");
    row("another App ID", {sig, QStringLiteral("app_id")}, false, Kind::Fields, "app_id signature");
    row("another life", {sig, QStringLiteral("expire")}, false, Kind::Fields, "expire signature");
    row("the same field of two services", {sig, user, QStringLiteral("services[1].user_id")}, false,
        Kind::Fields, "user_id signature");
    row("another version", {QStringLiteral("format"), QStringLiteral("app_id")}, false, Kind::Fields,
        "format app_id");
}

void RemintTest::summarisesInWords()
{
    QFETCH(QStringList, paths);
    QFETCH(bool, sameText);
    QFETCH(int, kind);
    QFETCH(QString, names);
    std::vector<token::Difference> differences;
    for (const QString& path : paths)
        differences.push_back({path.toStdString(), 1, 2});
    const auto summary = token::summarise(differences, sameText);
    QCOMPARE(int(summary.kind), kind);
    QCOMPARE(summary.count, std::size_t(paths.size()));
    QStringList found;
    for (const std::string& name : summary.names)
        found << q(name);
    QCOMPARE(found.join(u' '), names);
}

QTEST_GUILESS_MAIN(RemintTest)
#include "RemintTest.moc"

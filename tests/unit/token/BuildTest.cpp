// SPDX-License-Identifier: Apache-2.0
#include "core/base/Hex.h"
#include "core/token/AccessToken2.h"
#include "core/token/Errors.h"
#include "core/token/TokenJson.h"
#include "tests/support/Data.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>

using base::JsonArray;
using base::JsonValue;
using support::q;

class BuildTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheVendorsPayload_data();
    void equalsTheVendorsPayload();
    void refusesWhatIsNoToken_data();
    void refusesWhatIsNoToken();
    void namesTheFaultyMember_data();
    void namesTheFaultyMember();
    void sortsServicesAndPrivileges();
    void acceptsTheLongestString();
    void countsEveryLimit();
    void buildersCanBeReused();

private:
    const JsonValue m_vectors = support::jsonData("token/vectors.json");
};

namespace {

constexpr std::string_view kAppId = "970CA35de60c44645bbae8a215061b33";
constexpr std::string_view kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";

token::TokenInput chatInput(std::string_view user = "alice")
{
    return {std::string(kAppId), 1700000000, 3600, 1, {token::chatUserService(user, 3600)}};
}

/// The members of a vector that `build` reads.
JsonValue buildInput(const JsonValue& vector)
{
    base::JsonObject json;
    for (const char* name : {"app_id", "issue_ts", "expire", "salt", "services"})
        json.emplace_back(name, *vector.find(name));
    return json;
}

bool contains(const JsonValue* list, std::string_view word)
{
    const JsonArray* items = list ? list->array() : nullptr;
    return items && std::find(items->begin(), items->end(), JsonValue(word)) != items->end();
}

} // namespace

void BuildTest::equalsTheVendorsPayload_data()
{
    QTest::addColumn<int>("index");
    int built = 0;
    const JsonArray& vectors = *m_vectors.find("vectors")->array();
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        if (vectors[i].text("kind") == "007" && vectors[i].find("app_certificate")) {
            QTest::addRow("%s", std::string(vectors[i].text("id")).c_str()) << int(i);
            ++built;
        }
    }
    QVERIFY(built >= 88);
}

void BuildTest::equalsTheVendorsPayload()
{
    QFETCH(int, index);
    const JsonValue& vector = (*m_vectors.find("vectors")->array())[std::size_t(index)];
    const auto input = token::tokenInputFromJson(buildInput(vector), {});
    QVERIFY2(input.has_value(), input ? "" : input.error().field.c_str());

    token::Builder builder;
    const auto text = builder.build(*input, vector.text("app_certificate"));
    QVERIFY(text.has_value());
    const QByteArray payload = QByteArray::fromStdString(std::string(builder.payload()));
    QCOMPARE(payload.size(), *vector.find("payload_len")->integer());
    QCOMPARE(q(QCryptographicHash::hash(payload, QCryptographicHash::Sha256).toHex().toStdString()),
             q(vector.text("payload_sha256")));
    if (contains(vector.find("text_agrees"), "cpp"))
        QCOMPARE(q(*text), q(vector.text("token")));
}

void BuildTest::refusesWhatIsNoToken_data()
{
    QTest::addColumn<int>("index");
    const JsonArray& rejects = *m_vectors.find("build_rejects")->array();
    QVERIFY(rejects.size() >= 24);
    for (std::size_t i = 0; i < rejects.size(); ++i)
        QTest::addRow("%s", std::string(rejects[i].text("why")).c_str()) << int(i);
}

void BuildTest::refusesWhatIsNoToken()
{
    QFETCH(int, index);
    const JsonValue& reject = (*m_vectors.find("build_rejects")->array())[std::size_t(index)];
    JsonArray services;
    for (const JsonValue& length : *reject.find("user_id_len")->array())
        services.push_back(token::serviceToJson(
            token::chatUserService(std::string(std::size_t(*length.integer()), 'a'), 3600)));
    const JsonValue json(base::JsonObject{{"app_id", reject.text("app_id")},
                                          {"issue_ts", *reject.find("issue_ts")},
                                          {"expire", *reject.find("expire")},
                                          {"salt", *reject.find("salt")},
                                          {"services", services}});
    const auto input = token::tokenInputFromJson(json, {});
    const auto result =
        input ? token::build(*input, reject.text("app_certificate")) : base::fail(input.error());
    QVERIFY(!result.has_value());
    QVERIFY(std::find(token::errors::kAll.begin(), token::errors::kAll.end(), result.error().code) !=
            token::errors::kAll.end());
    QVERIFY(!result.error().field.empty());
}

void BuildTest::namesTheFaultyMember_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const char* json, std::string_view code, const char* field) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(code.data(), qsizetype(code.size()))
                            << QByteArray(field);
    };
    using namespace token::errors;
    row("no object", "[]", kWrongType, "");
    row("expire missing", R"({"services":[]})", kMissingField, "expire");
    row("services missing", R"({"expire":1})", kMissingField, "services");
    row("expire as text", R"({"expire":"1","services":[]})", kWrongType, "expire");
    row("expire with a fraction", R"({"expire":1.0,"services":[]})", kOutOfRange, "expire");
    row("salt past 32 bits", R"({"expire":1,"salt":4294967296,"services":[]})", kOutOfRange, "salt");
    row("a mistyped member", R"({"expires":1,"services":[]})", kUnknownField, "expires");
    row("no type", R"({"expire":1,"services":[{}]})", kMissingField, "services[0].type");
    row("type of no SDK", R"({"expire":1,"services":[{"type":11,"privileges":{}}]})", kUnknownService,
        "services[0].type");
    row("a member of another type", R"({"expire":1,"services":[{"type":5,"privileges":{},"channel":"x"}]})",
        kUnknownField, "services[0].channel");
    row("privilege twice", R"({"expire":1,"services":[{"type":5,"privileges":{"1":1,"1":2}}]})",
        kDuplicatePrivilege, "services[0].privileges");
    row("privilege id too large", R"({"expire":1,"services":[{"type":5,"privileges":{"65536":1}}]})",
        kOutOfRange, "services[0].privileges.65536");
    row("role past 16 bits", R"({"expire":1,"services":[{"type":7,"privileges":{},"role":40000}]})",
        kOutOfRange, "services[0].role");
    row("user id as number", R"({"expire":1,"services":[{"type":5,"privileges":{"1":1},"user_id":7}]})",
        kWrongType, "services[0].user_id");
}

void BuildTest::namesTheFaultyMember()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, field);
    const auto input = token::tokenInputFromJson(*JsonValue::parse(json.toStdString()), {});
    QVERIFY(!input.has_value());
    QCOMPARE(q(input.error().code), QString::fromUtf8(code));
    QCOMPARE(q(input.error().field), QString::fromUtf8(field));
}

void BuildTest::sortsServicesAndPrivileges()
{
    token::TokenInput mixed = chatInput();
    token::Service rtc;
    rtc.type = 1;
    rtc.channel = "room";
    rtc.privileges = {{4, 1}, {1, 1}, {2, 1}};
    mixed.services.push_back(rtc);
    token::TokenInput sorted = mixed;
    std::swap(sorted.services[0], sorted.services[1]);
    sorted.services[0].privileges = {{1, 1}, {2, 1}, {4, 1}};
    QCOMPARE(token::build(mixed, kCertificate), token::build(sorted, kCertificate));
}

void BuildTest::acceptsTheLongestString()
{
    QVERIFY(token::build(chatInput(std::string(65535, 'a')), kCertificate).has_value());
    const auto longer = token::build(chatInput(std::string(65536, 'a')), kCertificate);
    QCOMPARE(longer.error().code, std::string(token::errors::kStringTooLong));
    QCOMPARE(longer.error().field, std::string("services[0].user_id"));
}

void BuildTest::countsEveryLimit()
{
    token::TokenInput input = chatInput();
    input.services.assign(65535, token::Service{.type = 4});
    QVERIFY(token::build(input, kCertificate).has_value());
    input.services.push_back(token::Service{.type = 4});
    QCOMPARE(token::build(input, kCertificate).error().code, std::string(token::errors::kTooManyServices));

    input = chatInput();
    for (std::uint32_t i = 0; i < 65537; ++i)
        input.services[0].privileges.push_back({std::uint16_t(i), i});
    QCOMPARE(token::build(input, kCertificate).error().code, std::string(token::errors::kTooManyItems));
    QCOMPARE(token::build(chatInput("\xff"), kCertificate).error().code,
             std::string(token::errors::kBadUtf8));
}

void BuildTest::buildersCanBeReused()
{
    token::Builder builder;
    const std::string first(*builder.build(chatInput("alice"), kCertificate));
    const std::string longer(*builder.build(chatInput(std::string(5000, 'x')), kCertificate));
    QVERIFY(!builder.build(chatInput(), "short").has_value());
    QCOMPARE(std::string(*builder.build(chatInput("alice"), kCertificate)), first);
    QVERIFY(longer != first);
}

QTEST_GUILESS_MAIN(BuildTest)
#include "BuildTest.moc"

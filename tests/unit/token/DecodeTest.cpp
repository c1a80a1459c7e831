// SPDX-License-Identifier: Apache-2.0
#include "core/base/Hex.h"
#include "core/token/Decoder.h"
#include "core/token/TokenJson.h"
#include "tests/support/Data.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>
#include <random>

using base::JsonArray;
using base::JsonValue;
using support::q;

class DecodeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryFieldOfTheVendorsTokens_data();
    void readsEveryFieldOfTheVendorsTokens();
    void readsTheTextsOfAllDeflaters_data();
    void readsTheTextsOfAllDeflaters();
    void decodesWhatItBuilds();
    void reportsEveryFlippedBit();
    void readsEveryTruncation();
    void endsAtTheEarlierOfTokenAndPrivilege();
    void stopsABombWithoutMemory();

private:
    const JsonValue m_vectors = support::jsonData("token/vectors.json");
};

namespace {

constexpr std::string_view kAppId = "970CA35de60c44645bbae8a215061b33";
constexpr std::string_view kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";

/// The vectors list privileges in the order in which they were added; on the wire they are sorted.
JsonValue inKeyOrder(JsonValue value)
{
    if (base::JsonObject* object = value.object())
        std::sort(object->begin(), object->end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
    return value;
}

/// The fields must cover the payload once, in order, without gap or overlap.
bool coversPayload(const token::Decoded& decoded)
{
    std::size_t at = 0;
    for (const token::Field& field : decoded.fields) {
        if (field.offset != at)
            return false;
        at += field.length;
    }
    return at == decoded.payload.size();
}

} // namespace

void DecodeTest::readsEveryFieldOfTheVendorsTokens_data()
{
    QTest::addColumn<int>("index");
    const JsonArray& vectors = *m_vectors.find("vectors")->array();
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        if (vectors[i].text("kind") == "007")
            QTest::addRow("%s", std::string(vectors[i].text("id")).c_str()) << int(i);
    }
}

void DecodeTest::readsEveryFieldOfTheVendorsTokens()
{
    QFETCH(int, index);
    const JsonValue& vector = (*m_vectors.find("vectors")->array())[std::size_t(index)];
    token::Decoder decoder;
    const token::Decoded& decoded = decoder.decode(vector.text("token"));
    QVERIFY(decoded.whole);
    QCOMPARE(q(decoded.appId), q(vector.text("app_id")));
    QCOMPARE(std::int64_t(*decoded.issueTs), *vector.find("issue_ts")->integer());
    QCOMPARE(std::int64_t(*decoded.expire), *vector.find("expire")->integer());
    QCOMPARE(std::int64_t(*decoded.salt), *vector.find("salt")->integer());
    const JsonArray& services = *vector.find("services")->array();
    QCOMPARE(decoded.services.size(), services.size());
    for (std::size_t i = 0; i < services.size(); ++i) {
        const JsonValue service = token::serviceToJson(decoded.services[i]);
        QCOMPARE(service.object()->size(), services[i].object()->size());
        for (const auto& [name, value] : *services[i].object()) {
            QVERIFY2(service.find(name), name.c_str());
            QCOMPARE(q(inKeyOrder(*service.find(name)).toJson()), q(inKeyOrder(value).toJson()));
        }
    }
    const QByteArray payload = QByteArray::fromStdString(decoded.payload);
    QCOMPARE(q(QCryptographicHash::hash(payload, QCryptographicHash::Sha256).toHex().toStdString()),
             q(vector.text("payload_sha256")));
    QVERIFY(coversPayload(decoded));
    if (vector.find("app_certificate")) {
        QVERIFY(decoder.verify(decoded, vector.text("app_certificate")));
        QVERIFY(!decoder.verify(decoded, "00000000000000000000000000000000"));
    }
}

void DecodeTest::readsTheTextsOfAllDeflaters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sameAs");
    for (const JsonValue& vector : *m_vectors.find("vectors")->array()) {
        const JsonValue* others = vector.find("other_texts");
        if (!others || !others->object())
            continue;
        for (const auto& [producer, text] : *others->object())
            QTest::addRow("%s by %s", std::string(vector.text("id")).c_str(), producer.c_str())
                << QByteArray::fromStdString(*text.string())
                << QByteArray::fromStdString(std::string(vector.text("token")));
    }
}

void DecodeTest::readsTheTextsOfAllDeflaters()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sameAs);
    token::Decoder one;
    token::Decoder other;
    const token::Decoded& a = one.decode(text.toStdString());
    QVERIFY(a.whole);
    QVERIFY(a.payload == other.decode(sameAs.toStdString()).payload);
}

void DecodeTest::decodesWhatItBuilds()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto number = [&](std::uint32_t below) { return std::uint32_t(random() % below); };
    token::Builder builder;
    token::Decoder decoder;
    for (int round = 0; round < 2000; ++round) {
        token::TokenInput input{std::string(kAppId),
                                std::uint32_t(random()),
                                std::uint32_t(random()),
                                std::uint32_t(random()),
                                {}};
        for (std::uint32_t i = 0, count = 1 + number(4); i < count; ++i) {
            token::Service service;
            service.type = std::uint16_t(1 + number(10));
            for (const auto& privilege : token::serviceInfo(service.type)->privileges) {
                if (number(2))
                    service.privileges.push_back({privilege.id, std::uint32_t(random())});
            }
            for (const auto& field : token::serviceInfo(service.type)->fields) {
                if (field.kind == token::ServiceFieldKind::Text)
                    service.*field.text = std::string(number(80), char('a' + number(26)));
                else if (field.kind == token::ServiceFieldKind::Role)
                    service.role = std::int16_t(random());
                else
                    service.permissions = {
                        {std::uint16_t(number(5)), {{std::uint16_t(number(2)), {"x", "\xE5\xBC\xA0"}}}}};
            }
            input.services.push_back(service);
        }
        const auto text = builder.build(input, kCertificate);
        QVERIFY(text.has_value());
        const token::Decoded& decoded = decoder.decode(*text);
        std::stable_sort(input.services.begin(), input.services.end(),
                         [](const auto& a, const auto& b) { return a.type < b.type; });
        QVERIFY(decoded.services == input.services);
        QVERIFY(*decoded.issueTs == input.issueTs && *decoded.expire == input.expire &&
                *decoded.salt == input.salt);
        QVERIFY(decoder.verify(decoded, kCertificate));
        QVERIFY(coversPayload(decoded));
    }
}

void DecodeTest::reportsEveryFlippedBit()
{
    token::Builder builder;
    token::Decoder decoder;
    const token::TokenInput input{
        std::string(kAppId), 1700000000, 3600, 77, {token::chatUserService("alice", 3600)}};
    const std::string good(*builder.build(input, kCertificate));
    const std::string payload(builder.payload());
    for (std::size_t i = 3; i < good.size(); ++i) {
        for (int bit = 0; bit < 7; ++bit) {
            std::string text = good;
            text[i] = char(text[i] ^ (1 << bit));
            const token::Decoded& decoded = decoder.decode(text);
            const bool reported = !decoded.problems.empty() || !decoder.verify(decoded, kCertificate);
            QVERIFY(reported || decoded.payload == payload);
        }
    }
}

void DecodeTest::readsEveryTruncation()
{
    token::Builder builder;
    token::Decoder decoder;
    const token::TokenInput input{
        std::string(kAppId), 1700000000, 3600, 77, {token::chatUserService("alice", 3600)}};
    const std::string good(*builder.build(input, kCertificate));
    const bool padded = good.ends_with('=');
    for (std::size_t length = 3; length < good.size(); ++length) {
        const token::Decoded& decoded = decoder.decode(std::string_view(good).substr(0, length));
        QVERIFY(coversPayload(decoded));
        QVERIFY(!decoded.problems.empty() || (padded && length + 2 >= good.size()));
    }
}

void DecodeTest::endsAtTheEarlierOfTokenAndPrivilege()
{
    token::Decoded decoded;
    decoded.issueTs = 4294967295U;
    decoded.expire = 4294967295U;
    QCOMPARE(*decoded.expiresAt(), std::int64_t(8589934590));
    decoded.services = {token::chatUserService("a", 60)};
    QCOMPARE(*decoded.effectiveExpiresAt(), std::int64_t(4294967355));
    decoded.services = {token::Service{.type = 4, .privileges = {{1, 0}}}};
    QCOMPARE(*decoded.effectiveExpiresAt(), std::int64_t(8589934590)); // FPA: 0 is no limit of its own
}

void DecodeTest::stopsABombWithoutMemory()
{
    token::Inflater inflater;
    token::Deflater deflater;
    std::string bomb;
    QVERIFY(deflater.deflate(std::string(20'000'000, '\0'), bomb));
    std::string out;
    QCOMPARE(inflater.inflate(bomb, token::kMaxPayload, out).end, token::InflateEnd::OverTheCap);
    QVERIFY(out.capacity() <= 2 * token::kMaxPayload);
    QVERIFY(deflater.deflate(std::string(token::kMaxPayload, '\0'), bomb));
    QCOMPARE(inflater.inflate(bomb, token::kMaxPayload, out).end, token::InflateEnd::Complete);
}

QTEST_GUILESS_MAIN(DecodeTest)
#include "DecodeTest.moc"

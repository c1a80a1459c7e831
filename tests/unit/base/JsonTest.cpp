// SPDX-License-Identifier: Apache-2.0
#include "core/base/Errors.h"
#include "core/base/Json.h"

#include <QTest>

using base::JsonStyle;
using base::JsonValue;

class JsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsDigitsAndOrder_data();
    void keepsDigitsAndOrder();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void refusesDeepNesting();
    void escapesStrings();
    void laysOutWithoutTouchingDigits();
    void returnsOtherTextUnchanged();
    void readsIntegersExactly();
    void takesLongTextOfAnyAlphabet();
    void judgesTextInPieces_data();
    void judgesTextInPieces();
};

void JsonTest::keepsDigitsAndOrder_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"1173998498812376874", "-0", "1E400", "0.10", "1.7976931348623157e308",
                             "123456789012345678901234567890", "[1,2.0,3e5]", R"({"b":1,"a":2,"b":3})",
                             R"(["\"\\\n",true,false,null,{},[]])", "\"\xE5\xBC\xA0\""})
        QTest::addRow("%s", text) << QByteArray(text);
}

void JsonTest::keepsDigitsAndOrder()
{
    QFETCH(QByteArray, text);
    const auto value = JsonValue::parse(text.toStdString());
    QVERIFY(value.has_value());
    QCOMPARE(QByteArray::fromStdString(value->toJson()), text);
}

void JsonTest::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "{", "[1,]", "{\"a\":}", "01", "nul", "\"\x01\"", "\"\xff\"", "1 2", "'a'"})
        QTest::addRow("%s", text) << QByteArray(text);
}

void JsonTest::refusesWhatIsNoJson()
{
    QFETCH(QByteArray, text);
    const auto value = JsonValue::parse(text.toStdString());
    QVERIFY(!value.has_value());
    QCOMPARE(value.error().code, std::string(base::errors::kBadJson));
}

void JsonTest::refusesDeepNesting()
{
    const std::string deep = std::string(100000, '[') + std::string(100000, ']');
    const auto value = JsonValue::parse(deep);
    QVERIFY(!value.has_value());
    QCOMPARE(value.error().code, std::string(base::errors::kJsonTooDeep));
}

void JsonTest::escapesStrings()
{
    const JsonValue value(std::string("a\"\\\n\r\t\x01\xff\xE2\x82\xAC", 11));
    QCOMPARE(QByteArray::fromStdString(value.toJson()),
             QByteArray("\"a\\\"\\\\\\n\\r\\t\\u0001\xEF\xBF\xBD\xE2\x82\xAC\""));
}

void JsonTest::laysOutWithoutTouchingDigits()
{
    const auto pretty =
        base::prettyJson(R"( {"id" :1173998498812376874,"a":[ ],"t":"x\"{,}","l":[1.0,{"k":-0}]} )");
    QCOMPARE(
        QByteArray::fromStdString(pretty),
        QByteArray("{\n  \"id\": 1173998498812376874,\n  \"a\": [],\n  \"t\": \"x\\\"{,}\",\n  \"l\": [\n"
                   "    1.0,\n    {\n      \"k\": -0\n    }\n  ]\n}"));
    const auto value = JsonValue::parse(R"({"a":[1,{"b":[]}],"c":{}})");
    QCOMPARE(value->toJson(JsonStyle::Pretty), base::prettyJson(value->toJson()));
}

void JsonTest::returnsOtherTextUnchanged()
{
    QCOMPARE(base::prettyJson("<html>{</html>"), std::string("<html>{</html>"));
}

void JsonTest::readsIntegersExactly()
{
    QCOMPARE(JsonValue::parse("9223372036854775807")->integer(), std::optional<std::int64_t>(INT64_MAX));
    QVERIFY(!JsonValue::parse("9223372036854775808")->integer());
    QVERIFY(!JsonValue::parse("3600.5")->integer());
    QVERIFY(!JsonValue::parse("1e3")->integer());
    QVERIFY(!JsonValue::parse("\"1\"")->integer());
}

/// Boost 1.81 overran its buffer on such a text.
void JsonTest::takesLongTextOfAnyAlphabet()
{
    for (const char* character : {"\xc3\xa9", "\xe7\x94\xa8", "\xf0\x9f\x98\x80"})
        for (std::size_t pad = 0; pad < 5; ++pad) {
            std::string inside(pad, 'a');
            for (int i = 0; i < 5000; ++i)
                inside += character;
            for (const char* escape : {"", "\\n", "\\u4f60"}) {
                const std::string text = "[\"" + std::string(escape) + inside + "\"]";
                const auto value = JsonValue::parse(text);
                QVERIFY(value.has_value());
                QVERIFY(value->array()->front().string()->ends_with(inside));
                for (const std::size_t piece : {1U, 1000U, 4096U, 65536U}) {
                    base::JsonCheck check;
                    for (std::size_t at = 0; at < text.size(); at += piece)
                        check.feed(std::string_view(text).substr(at, piece));
                    QCOMPARE(check.verdict(), base::JsonCheck::Verdict::Whole);
                }
            }
        }
}

void JsonTest::judgesTextInPieces_data()
{
    using Verdict = base::JsonCheck::Verdict;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const QByteArray& text, Verdict verdict) {
        QTest::addRow("%s", text.left(40).constData()) << text << verdict;
    };
    row(R"({"id":1173998498812376874,"a":[ ],"t":"x\"{,}","l":[1.0,{"k":-0}]})", Verdict::Whole);
    row(" [1, \"\xe4\xbd\xa0\"] \r\n", Verdict::Whole);
    row("12", Verdict::Whole);
    row("", Verdict::Cut);
    row("  ", Verdict::Cut);
    row(R"({"id":11739)", Verdict::Cut);
    row(R"({"id":1)", Verdict::Cut);
    row("\"abc", Verdict::Cut);
    row("tru", Verdict::Cut);
    row("<html>", Verdict::Broken);
    row("{} {}", Verdict::Broken);
    row("[1,]", Verdict::Broken);
    row("[\"\xff\"]", Verdict::Broken);
    row("[\"\xed\xa0\x80\"]", Verdict::Broken); // a surrogate
    row("[\"\xe4\xbd", Verdict::Cut);
    row("[\"\xe4\xbd\"]", Verdict::Broken);
    row("[\"\xf0\x90\x80\x80 \xf4\x8f\xbf\xbf \xe0\xa0\x80\"]", Verdict::Whole);
    row(QByteArray(65, '[') + QByteArray(65, ']'), Verdict::TooDeep);
    row(QByteArray(64, '[') + QByteArray(64, ']'), Verdict::Whole);
}

void JsonTest::judgesTextInPieces()
{
    QFETCH(QByteArray, text);
    QFETCH(base::JsonCheck::Verdict, verdict);
    const std::string_view all(text.constData(), std::size_t(text.size()));
    for (std::size_t piece = 1; piece <= all.size() + 1; ++piece) {
        base::JsonCheck check;
        for (std::size_t at = 0; at < all.size(); at += piece)
            check.feed(all.substr(at, piece));
        QCOMPARE(check.verdict(), verdict);
        QCOMPARE(check.verdict(), verdict); // asking changes nothing
    }
    QCOMPARE(JsonValue::parse(all).has_value(), verdict == base::JsonCheck::Verdict::Whole);
}

QTEST_GUILESS_MAIN(JsonTest)
#include "JsonTest.moc"

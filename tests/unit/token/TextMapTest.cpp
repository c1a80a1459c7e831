// SPDX-License-Identifier: Apache-2.0
#include "core/token/AccessToken2.h"
#include "core/token/TextMap.h"
#include "tests/support/Data.h"
#include "tests/support/RandomToken.h"

#include <QTest>

/// Which characters hold which bytes, with zlib as the judge: what stands before a field's last character
/// does not give the field, what ends with it does.
class TextMapTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCharactersOfAFieldGiveItAndNoFewer();
    void everyCharacterBelongsToTheBytesItChanges();
    void tokensOfOtherBuildersAreMappedWhole();
    void olderVersionsAreMappedThroughBase64();
    void damagedStreamsAreMappedUpToTheFault();
};

namespace {

token::Inspection inspected(std::string_view text)
{
    return token::inspect(text, {});
}

std::string randomToken(support::RandomToken& random)
{
    return token::build(random.input(), support::RandomToken(7).hexId()).value();
}

std::size_t inflatedFrom(std::string_view text)
{
    return inspected(text).payload().size();
}

} // namespace

void TextMapTest::theCharactersOfAFieldGiveItAndNoFewer()
{
    support::RandomToken random(1);
    for (int i = 0; i < 60; ++i) {
        const std::string text = randomToken(random);
        const token::Inspection whole = inspected(text);
        const token::TextMap map(whole);
        QCOMPARE(map.size(), whole.payload().size());
        for (const token::Field& field : whole.fields()) {
            if (field.length == 0)
                continue;
            const token::Span span = map.charactersOf({field.offset, field.length});
            const std::size_t end = field.offset + field.length;
            QVERIFY(inflatedFrom(std::string_view(text).substr(0, span.end() + 1)) >= end);
            // Two characters less lack a whole bit of its last byte at the least.
            QVERIFY(inflatedFrom(std::string_view(text).substr(0, span.end() - 2)) < end);
            QVERIFY(inflatedFrom(std::string_view(text).substr(0, span.offset)) <= field.offset);
        }
    }
}

void TextMapTest::everyCharacterBelongsToTheBytesItChanges()
{
    support::RandomToken random(2);
    const std::string text = randomToken(random);
    const token::TextMap map(inspected(text));
    QCOMPARE(map.bytesOf(0), token::Span{}); // the version
    for (std::size_t at = 0; at < text.size(); ++at) {
        const token::Span bytes = map.bytesOf(at);
        for (std::size_t byte = bytes.offset; byte < bytes.end(); ++byte) {
            const token::Span back = map.charactersOf({byte, 1});
            QVERIFY(back.offset <= at && at < back.end());
        }
    }
}

void TextMapTest::tokensOfOtherBuildersAreMappedWhole()
{
    const base::JsonValue file = support::jsonData("token/malformed.json");
    int whole = 0;
    for (const base::JsonValue& row : *file.find("rows")->array()) {
        const token::Inspection inspection = inspected(row.text("token"));
        if (!inspection.is007() || !inspection.decoded.whole)
            continue;
        ++whole;
        QCOMPARE(token::TextMap(inspection).size(), inspection.payload().size());
    }
    QVERIFY(whole > 10);
}

void TextMapTest::olderVersionsAreMappedThroughBase64()
{
    // "006", an App ID, then Base64: the first byte stands in characters 35 and 36.
    const std::string text = "006" + std::string(32, 'a') + "IAAbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    const token::Inspection inspection = inspected(text);
    QCOMPARE(QString::fromStdString(inspection.format), QStringLiteral("006"));
    const token::TextMap map(inspection);
    QCOMPARE(map.size(), inspection.payload().size());
    QCOMPARE(map.charactersOf({0, 1}), (token::Span{35, 2}));
    QCOMPARE(map.charactersOf({0, 3}), (token::Span{35, 4}));
    QCOMPARE(map.bytesOf(36), (token::Span{0, 2}));
    QCOMPARE(map.bytesOf(34), token::Span{});
}

void TextMapTest::damagedStreamsAreMappedUpToTheFault()
{
    support::RandomToken random(3);
    const std::string text = randomToken(random);
    const token::Inspection cut = inspected(std::string_view(text).substr(0, 60));
    const token::TextMap map(cut);
    QVERIFY(map.size() > 0 && map.size() <= cut.payload().size());
    QCOMPARE(map.charactersOf({map.size(), 4}), token::Span{});
    QCOMPARE(token::TextMap(inspected("please help me")).size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(TextMapTest)
#include "TextMapTest.moc"

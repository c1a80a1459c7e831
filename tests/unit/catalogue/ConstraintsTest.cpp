// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/Constraints.h"

#include <QTest>

using catalogue::Constraints;

class ConstraintsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsChoices();
    void readsLengths();
    void readsCounts();
    void readsRanges();
    void readsCharacters();
    void leavesWordsForPeopleAlone();
};

void ConstraintsTest::readsChoices()
{
    const auto parsed = Constraints::parse("enum: high, normal, low");
    QCOMPARE(parsed.choices, (std::vector<std::string>{"high", "normal", "low"}));
}

void ConstraintsTest::readsLengths()
{
    auto parsed = Constraints::parse("1-64 characters; no upper case");
    QCOMPARE(parsed.minLength, std::optional<std::int64_t>(1));
    QCOMPARE(parsed.maxLength, std::optional<std::int64_t>(64));
    QCOMPARE(parsed.lengthUnit, Constraints::LengthUnit::Characters);
    parsed = Constraints::parse("max 8 KB");
    QCOMPARE(parsed.maxLength, std::optional<std::int64_t>(8192));
    QCOMPARE(parsed.lengthUnit, Constraints::LengthUnit::Bytes);
    parsed = Constraints::parse("max 10 MB; up to 200 MB when the Console allows it");
    QCOMPARE(parsed.maxLength, std::optional<std::int64_t>(10 * 1024 * 1024));
}

void ConstraintsTest::readsCounts()
{
    QCOMPARE(Constraints::parse("max 60 IDs").maxCount, std::optional<std::int64_t>(60));
    QCOMPARE(Constraints::parse("1-100 IDs").minCount, std::optional<std::int64_t>(1));
    QCOMPARE(Constraints::parse("exactly 1 ID").maxCount, std::optional<std::int64_t>(1));
    QCOMPARE(Constraints::parse("max 600 IDs per request; 6,000 recipients per minute").maxCount,
             std::optional<std::int64_t>(600));
    QCOMPARE(Constraints::parse("max 10 pairs; 100 per room").maxCount, std::optional<std::int64_t>(10));
}

void ConstraintsTest::readsRanges()
{
    QCOMPARE(Constraints::parse("1-50").maxValue, std::optional<std::int64_t>(50));
    QCOMPARE(Constraints::parse("min 1").minValue, std::optional<std::int64_t>(1));
    const auto parsed = Constraints::parse("from -1 to 2147483647; seconds");
    QCOMPARE(parsed.minValue, std::optional<std::int64_t>(-1));
    QCOMPARE(parsed.maxValue, std::optional<std::int64_t>(2147483647));
}

void ConstraintsTest::readsCharacters()
{
    QCOMPARE(Constraints::parse("a-c 0-2 _ - . only").characters, std::string("abc012_-."));
    QCOMPARE(Constraints::parse("digits only").characters, std::string("0123456789"));
}

void ConstraintsTest::leavesWordsForPeopleAlone()
{
    for (const char* text :
         {"", "yyyy-MM-dd HH:mm:ss", "yyyyMMddHH", "HH:MM-HH:MM", "depends on plan", "pattern: ^[a-z]{1,32}$",
          "20,000 per label", "max", "enum", "99999999999999999999"})
        QCOMPARE(Constraints::parse(text), Constraints());
}

QTEST_GUILESS_MAIN(ConstraintsTest)
#include "ConstraintsTest.moc"

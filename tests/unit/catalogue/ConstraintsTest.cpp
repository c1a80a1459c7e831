// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/Constraints.h"

#include <QTest>

using catalogue::Constraints;
using Limit = std::optional<std::int64_t>;

class ConstraintsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesEveryDocumentedLimitBeforeSending();
    void refusesOnlyNonsenseWhereTheLimitIsOurs();
    void keepsMomentsWhoeverDecidedThem();
    void asksAListForAnEntry();
};

void ConstraintsTest::refusesEveryDocumentedLimitBeforeSending()
{
    Constraints rule;
    rule.min = 1;
    rule.max = 5;
    rule.minLength = 2;
    rule.maxLength = 6;
    rule.unit = Constraints::Unit::Characters;
    rule.pattern = "^a+$";
    rule.format = "user_id";
    QVERIFY(rule.forSending() == rule);
}

void ConstraintsTest::refusesOnlyNonsenseWhereTheLimitIsOurs()
{
    Constraints rule;
    rule.min = 1;
    rule.minLength = 1;
    rule.maxLength = 20;
    rule.unit = Constraints::Unit::Characters;
    rule.pattern = "^[0-9]{1,20}$";
    rule.format = "message_id";
    rule.itemFormat = "user_id";
    rule.decided = {"min", "min_length", "pattern", "format", "item_format"};
    const Constraints sent = rule.forSending();
    QCOMPARE(sent.min, Limit(0)); // a negative count is none anywhere
    QCOMPARE(sent.minLength, Limit());
    QCOMPARE(sent.maxLength, Limit(20));
    QVERIFY(sent.pattern.empty() && sent.format.empty() && sent.itemFormat.empty());
}

void ConstraintsTest::keepsMomentsWhoeverDecidedThem()
{
    for (const char* format : {"date", "date_time", "hour", "minute", "time_range", "unix_ms"}) {
        Constraints rule;
        rule.format = format;
        rule.decided = {"format"};
        QCOMPARE(rule.forSending().format, std::string(format));
    }
}

void ConstraintsTest::asksAListForAnEntry()
{
    Constraints rule;
    rule.minLength = 1;
    rule.unit = Constraints::Unit::Items;
    rule.decided = {"min_length"};
    QCOMPARE(rule.forSending().minLength, Limit(1));
}

QTEST_GUILESS_MAIN(ConstraintsTest)
#include "ConstraintsTest.moc"

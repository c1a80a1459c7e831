// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/ClockSkew.h"

#include <QTest>

using diagnosis::ClockSkew;

class SkewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDateHeader();
    void narrowsWithEveryAnswer();
    void startsAnewWhenAClockIsSet();
};

namespace {

constexpr std::int64_t kDate = 784111777; // Sun, 06 Nov 1994 08:49:37 GMT
constexpr const char* kHeader = "Sun, 06 Nov 1994 08:49:37 GMT";

} // namespace

void SkewTest::readsTheDateHeader()
{
    // The server is five minutes behind, the call took 200 ms.
    const auto behind = diagnosis::estimateSkew(kHeader, (kDate + 300) * 1000, (kDate + 300) * 1000 + 200);
    QVERIFY(behind.has_value());
    QVERIFY(std::abs(behind->seconds() + 300) <= 1);
    QVERIFY(behind->uncertaintyMs <= 600);
    QVERIFY(behind->beyond(diagnosis::kSkewWorthTelling));
    QCOMPARE(behind->serverTime(kDate + 300), kDate + 300 + behind->seconds());

    const auto exact = diagnosis::estimateSkew(kHeader, kDate * 1000 + 400, kDate * 1000 + 600);
    QCOMPARE(exact->seconds(), std::int64_t(0));
    QVERIFY(!exact->beyond(0));

    // A slow call says less: its whole length is in doubt.
    const auto slow = diagnosis::estimateSkew(kHeader, kDate * 1000, (kDate + 30) * 1000);
    QVERIFY(!slow->beyond(diagnosis::kSkewWorthTelling));
    QVERIFY(slow->uncertaintyMs >= 15'000);

    QVERIFY(!diagnosis::estimateSkew("yesterday", 0, 1));
    QVERIFY(!diagnosis::estimateSkew(kHeader, 2, 1));
}

void SkewTest::narrowsWithEveryAnswer()
{
    QVERIFY(!diagnosis::combineSkews({}));
    const ClockSkew answers[] = {{1000, 600}, {1400, 500}, {900, 400}};
    const auto together = diagnosis::combineSkews(answers);
    QVERIFY(together->uncertaintyMs <= 250);
    QVERIFY(together->offsetMs >= 900 && together->offsetMs <= 1300);
}

void SkewTest::startsAnewWhenAClockIsSet()
{
    const ClockSkew answers[] = {{1000, 600}, {-300'000, 500}};
    QCOMPARE(*diagnosis::combineSkews(answers), (ClockSkew{-300'000, 500}));
}

QTEST_GUILESS_MAIN(SkewTest)
#include "SkewTest.moc"

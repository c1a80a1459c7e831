// SPDX-License-Identifier: Apache-2.0
#include "core/local/Url.h"

#include <QTest>

using Pairs = std::vector<std::pair<std::string, std::string>>;
using Segments = std::vector<std::string>;

class UrlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesPercent();
    void splitsPathsBeforeDecoding();
    void splitsQueries();
};

void UrlTest::decodesPercent()
{
    QCOMPARE(*local::percentDecode("a%2Fb%2fc+d"), std::string("a/b/c+d"));
    QCOMPARE(*local::percentDecode("a+b", local::PlusSign::Blank), std::string("a b"));
    QCOMPARE(*local::percentDecode("%e4%bd%a0%25"), std::string("\xe4\xbd\xa0%"));
    for (const char* broken : {"%", "%1", "%zz", "a%2", "%00", "%+1"})
        QVERIFY2(!local::percentDecode(broken), broken);
}

void UrlTest::splitsPathsBeforeDecoding()
{
    QCOMPARE(*local::splitPath("/org/app/users/a%2Fb"), (Segments{"org", "app", "users", "a/b"}));
    QCOMPARE(*local::splitPath("/users/"), (Segments{"users"}));
    QCOMPARE(*local::splitPath("/a//b"), (Segments{"a", "", "b"}));
    QCOMPARE(*local::splitPath("/"), Segments{});
    QVERIFY(!local::splitPath("/a/%zz"));
}

void UrlTest::splitsQueries()
{
    QCOMPARE(local::splitQuery("limit=2&cursor=a%3D&flag&&x=1+2"),
             (Pairs{{"limit", "2"}, {"cursor", "a="}, {"flag", ""}, {"x", "1 2"}}));
    QCOMPARE(local::splitQuery("a=%zz"), (Pairs{{"a", "%zz"}}));
    QCOMPARE(local::splitQuery(""), Pairs{});
}

QTEST_GUILESS_MAIN(UrlTest)
#include "UrlTest.moc"

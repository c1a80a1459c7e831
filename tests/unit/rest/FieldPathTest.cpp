// SPDX-License-Identifier: Apache-2.0
#include "core/rest/FieldPath.h"

#include <QTest>

using base::JsonValue;

namespace {

JsonValue json(const char* text)
{
    return *JsonValue::parse(text);
}

} // namespace

class FieldPathTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBadPaths_data();
    void refusesBadPaths();
    void placesValues_data();
    void placesValues();
    void refusesToReplaceOtherKinds();
    void looksUpEveryElement();
    void namesAsTheCatalogueDoes();
};

void FieldPathTest::refusesBadPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char* path :
         {"", ".", "a.", ".a", "a..b", "[", "a[", "a[x]", "a[-1]", "[99999]", "a[0]b", "[1", "a.[0]"})
        QTest::addRow("%s", path) << QByteArray(path);
}

void FieldPathTest::refusesBadPaths()
{
    QFETCH(QByteArray, path);
    QVERIFY(!rest::parsePath(path.toStdString()).has_value());
}

void FieldPathTest::placesValues_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char* path, const char* value, const char* result) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(value) << QByteArray(result);
    };
    row("a", "1", "{\"a\":1}");
    row("a.b.c", "true", "{\"a\":{\"b\":{\"c\":true}}}");
    row("[1].x", "\"v\"", "[null,{\"x\":\"v\"}]");
    row("[].x", "[1,2]", "[{\"x\":1},{\"x\":2}]");
    row("[]", "[\"a\",\"b\"]", "[\"a\",\"b\"]");
    row("entities[].username", "[\"a\"]", "{\"entities\":[{\"username\":\"a\"}]}");
    row("list[]", "[1]", "{\"list\":[1]}");
}

void FieldPathTest::placesValues()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, result);
    JsonValue root;
    QVERIFY(rest::place(root, *rest::parsePath(path.toStdString()), json(value.constData())));
    QCOMPARE(QByteArray::fromStdString(root.toJson()), result);
}

void FieldPathTest::refusesToReplaceOtherKinds()
{
    JsonValue root = json("{\"a\":1}");
    QVERIFY(!rest::place(root, *rest::parsePath("a.b"), JsonValue(1)));
    QVERIFY(!rest::place(root, *rest::parsePath("[0]"), JsonValue(1)));
    QVERIFY(!rest::place(root, *rest::parsePath("c[].d"), JsonValue(1)));
}

void FieldPathTest::looksUpEveryElement()
{
    const JsonValue root = json("[{\"x\":1},{\"y\":2},{\"x\":3}]");
    const auto found = rest::lookUp(root, *rest::parsePath("[].x"));
    QCOMPARE(found.values.size(), size_t(2));
    QVERIFY(found.missing);
    QVERIFY(rest::lookUp(json("[]"), *rest::parsePath("[].x")).missing);
    QVERIFY(!rest::lookUp(json("{\"a\":{\"b\":1}}"), *rest::parsePath("a.b")).missing);
}

void FieldPathTest::namesAsTheCatalogueDoes()
{
    QCOMPARE(rest::catalogueName("[2].username"), std::string("[].username"));
    QCOMPARE(rest::catalogueName("a.b"), std::string("a.b"));
}

QTEST_GUILESS_MAIN(FieldPathTest)
#include "FieldPathTest.moc"

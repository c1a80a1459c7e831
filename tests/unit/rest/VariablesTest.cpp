// SPDX-License-Identifier: Apache-2.0
#include "core/rest/Variables.h"

#include <QTest>

/// `{{name}}` in what is sent.
class VariablesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaces_data();
    void replaces();
    void escapesInsideABody();
    void namesTheFieldAndTheNearest();
    void readsLines_data();
    void readsLines();
    void writesWhatItReads();
    void refuses_data();
    void refuses();
};

namespace {

const project::Environment kEnvironment{
    "staging", "green", {{"user", "alice"}, {"a", "{{user}}"}, {"quote", "say \"hi\"\n"}, {"n", "12"}}};

} // namespace

void VariablesTest::replaces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("one") << QByteArray("{{user}}") << QByteArray("alice");
    QTest::newRow("blanks") << QByteArray("{{ user }}") << QByteArray("alice");
    QTest::newRow("two in a text") << QByteArray("x-{{user}}-{{n}}") << QByteArray("x-alice-12");
    QTest::newRow("what is put in is not looked at") << QByteArray("{{a}}") << QByteArray("{{user}}");
    QTest::newRow("nothing to replace") << QByteArray("plain") << QByteArray("plain");
    QTest::newRow("not closed") << QByteArray("{{user") << QByteArray("{{user");
    QTest::newRow("no name inside") << QByteArray("{{}} {{1}} {{a b}}") << QByteArray("{{}} {{1}} {{a b}}");
    QTest::newRow("three braces") << QByteArray("{{{user}}}") << QByteArray("{alice}");
    QTest::newRow("braces of JSON") << QByteArray("{\"a\":{\"b\":{}}}") << QByteArray("{\"a\":{\"b\":{}}}");
}

void VariablesTest::replaces()
{
    QFETCH(QByteArray, text);
    rest::Draft draft;
    draft.set("field", text.toStdString());
    const auto filled = rest::withVariables(draft, &kEnvironment);
    QVERIFY(filled);
    QTEST(QByteArray::fromStdString(*filled->find("field")), "expected");
}

void VariablesTest::escapesInsideABody()
{
    rest::Draft draft;
    draft.rawBody = "{\"text\":\"{{quote}}\",\"n\":{{n}}}";
    const std::string expected = "{\"text\":\"say \\\"hi\\\"\\n\",\"n\":12}";
    QCOMPARE(*rest::withVariables(draft, &kEnvironment)->rawBody, expected);
}

void VariablesTest::namesTheFieldAndTheNearest()
{
    rest::Draft draft;
    draft.set("first", "plain");
    draft.set("username", "{{usr}}");
    const auto error = rest::withVariables(draft, &kEnvironment).error();
    QCOMPARE(error.code, std::string("unknown-variable"));
    QCOMPARE(error.field, std::string("username"));
    QCOMPARE(error.args, (std::vector<std::string>{"usr", "user"}));
    QCOMPARE(rest::withVariables(draft, nullptr).error().args[1], std::string());
}

void VariablesTest::readsLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count"); // -1: refused
    QTest::newRow("none") << QByteArray() << 0;
    QTest::newRow("remarks and empty lines") << QByteArray("# a\n\n  \nuser=x\r\n") << 1;
    QTest::newRow("equals in the value") << QByteArray("a = b=c") << 1;
    QTest::newRow("no equals") << QByteArray("user") << -1;
    QTest::newRow("no name") << QByteArray("= x") << -1;
    QTest::newRow("a blank in the name") << QByteArray("a b = x") << -1;
}

void VariablesTest::readsLines()
{
    QFETCH(QByteArray, text);
    const auto read = project::parseVariables(text.toStdString());
    QTEST(read ? static_cast<int>(read->size()) : -1, "count");
}

void VariablesTest::writesWhatItReads()
{
    const auto read = project::parseVariables("user = alice\nn=12");
    QCOMPARE(*project::parseVariables(project::variablesText(*read)), *read);
}

void VariablesTest::refuses_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("good") << QByteArray("user") << QByteArray("alice") << QByteArray();
    QTest::newRow("certificate") << QByteArray("x") << QByteArray("5CFd2fd1755d40ecb72977518be15d3b")
                                 << QByteArray("secret-variable");
    QTest::newRow("password by its name")
        << QByteArray("password") << QByteArray("a") << QByteArray("secret-variable");
    QTest::newRow("token") << QByteArray("x") << QByteArray("007eJxTYHiY/Xn2zMKoDzQx")
                           << QByteArray("secret-variable");
    QTest::newRow("an empty password is none") << QByteArray("password") << QByteArray() << QByteArray();
    QTest::newRow("name") << QByteArray("1a") << QByteArray("x") << QByteArray("bad-variable");
}

void VariablesTest::refuses()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const auto ok = project::checkEnvironments({{"e", "green", {{name.toStdString(), value.toStdString()}}}});
    QTEST(ok ? QByteArray() : QByteArray::fromStdString(ok.error().code), "code");
}

QTEST_GUILESS_MAIN(VariablesTest)
#include "VariablesTest.moc"

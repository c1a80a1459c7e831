// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/Errors.h"
#include "core/tokenserver/Knobs.h"
#include "core/tokenserver/Origins.h"
#include "core/tokenserver/RequestLog.h"
#include "core/tokenserver/TokenServer.h"

#include <QTest>

using namespace std::string_literals;
using tokenserver::Knobs;

class ValuesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsKnobs_data();
    void readsKnobs();
    void refusesKnobs_data();
    void refusesKnobs();
    void takesKnobsBack();
    void readsOrigins_data();
    void readsOrigins();
    void checksSettings();
    void theLogKeepsTheNewestAndCountsAll();
};

void ValuesTest::readsKnobs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* text, const char* said) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(said);
    };
    row("lifetime=10s", "lifetime=10s");
    row("lifetime=90", "lifetime=1m30s");
    row("kind=wrong", "kind=wrong");
    row("kind=other-user", "kind=other-user");
    row("delay=2s", "delay=2s");
    row("delay=300ms", "delay=300ms");
    row("delay=1m", "delay=1m");
    row("fail=20%", "fail=20%");
    row("fail=100", "fail=100%");
    row("status=500", "status=500");
}

void ValuesTest::readsKnobs()
{
    QFETCH(QString, text);
    QFETCH(QString, said);
    Knobs knobs;
    QVERIFY(knobs.set(text.toStdString()).has_value());
    QCOMPARE(QString::fromStdString(knobs.text()), said);
}

void ValuesTest::refusesKnobs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    for (const char* text :
         {"lifetime=0", "lifetime=", "lifetime=soon", "kind=", "kind=user", "delay=61s", "delay=-1ms",
          "delay=ms", "fail=101%", "fail=-1%", "fail=%", "status=200", "status=600", "status=5xx", "delay"})
        QTest::newRow(text) << QString::fromUtf8(text) << QStringLiteral("bad-knob-value");
    for (const char* text : {"", "=", "Delay=2s", "latency=2s", "delays=2s"})
        QTest::newRow(text) << QString::fromUtf8(text) << QStringLiteral("unknown-knob");
}

void ValuesTest::refusesKnobs()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    Knobs knobs;
    const auto set = knobs.set(text.toStdString());
    QVERIFY(!set);
    QCOMPARE(QString::fromStdString(set.error().code), code);
    QCOMPARE(knobs, Knobs{});
}

void ValuesTest::takesKnobsBack()
{
    Knobs knobs;
    for (const char* text : {"lifetime=10s", "kind=forged", "delay=2s", "fail=20%", "status=500"})
        QVERIFY(knobs.set(text).has_value());
    QCOMPARE(knobs.text(), "lifetime=10s kind=forged delay=2s fail=20% status=500"s);
    for (const char* text : {"lifetime=off", "kind=off", "delay=off", "fail=off", "status=off"})
        QVERIFY(knobs.set(text).has_value());
    QCOMPARE(knobs, Knobs{});
    QCOMPARE(knobs.text(), ""s);
}

void ValuesTest::readsOrigins_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("origin"); // empty: refused
    const auto row = [](const char* text, const char* origin) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(origin);
    };
    row("http://localhost:3000", "http://localhost:3000");
    row("https://App.Example.com/", "https://app.example.com");
    row("https://app.example.com:443", "https://app.example.com");
    row("http://localhost:80", "http://localhost");
    row("https://localhost:80", "https://localhost:80");
    row("http://[::1]:5173", "http://[::1]:5173");
    for (const char* text :
         {"*", "null", "", "localhost:3000", "https://", "https://a/path", "https://a:", "https://a:0",
          "https://a:65536", "https://a:80x", "https://a b", "ftp://a", "https://*.example.com",
          "https://user@a", "https://a?x", "https://[::1", "https://a,https://b"})
        row(text, "");
}

void ValuesTest::readsOrigins()
{
    QFETCH(QString, text);
    QFETCH(QString, origin);
    const auto read = tokenserver::normalOrigin(text.toStdString());
    QCOMPARE(QString::fromStdString(read.value_or("")), origin);
    if (!read)
        QCOMPARE(read.error().code, std::string(tokenserver::errors::kBadOrigin));
}

void ValuesTest::checksSettings()
{
    const auto code = [](const auto& adjust) {
        tokenserver::Settings settings;
        adjust(settings);
        const auto checked = tokenserver::checkSettings(settings);
        return checked ? std::string() : checked.error().code;
    };
    using tokenserver::Settings;
    QCOMPARE(code([](Settings&) {}), ""s);
    QCOMPARE(code([](Settings& s) { s.origins = {"*"}; }), "bad-origin"s);
    QCOMPARE(code([](Settings& s) { s.maxExpire = 86'400; }), ""s);
    QCOMPARE(code([](Settings& s) { s.maxExpire = 86'401; }), "bad-max-expire"s);
    QCOMPARE(code([](Settings& s) { s.maxExpire = 0; }), "bad-max-expire"s);
    QCOMPARE(code([](Settings& s) { s.accessKey = base::SecretBytes("0123456789abcdef"); }), ""s);
    QCOMPARE(code([](Settings& s) { s.accessKey = base::SecretBytes("0123456789abcde"); }),
             "bad-access-key"s);
    QCOMPARE(code([](Settings& s) { s.accessKey = base::SecretBytes("0123456789 abcdef"); }),
             "bad-access-key"s);
    QCOMPARE(code([](Settings& s) { s.accessKey = base::SecretBytes(std::string(257, 'x')); }),
             "bad-access-key"s);
}

void ValuesTest::theLogKeepsTheNewestAndCountsAll()
{
    tokenserver::RequestLog log(3);
    for (int i = 0; i < 5; ++i) {
        tokenserver::Record record;
        record.path = std::to_string(i);
        record.status = i == 4 ? 404 : 200;
        if (i < 2)
            record.issued = tokenserver::Issued{};
        log.add(record);
    }
    const auto taken = log.take();
    QCOMPARE(taken.size(), std::size_t(3));
    QCOMPARE(taken.front().path, "2"s);
    QCOMPARE(taken.back().path, "4"s);
    QVERIFY(log.take().empty());
    const auto counts = log.counts();
    QCOMPARE(counts.requests, std::uint64_t(5));
    QCOMPARE(counts.tokens, std::uint64_t(2));
    QCOMPARE(counts.byClass[2], std::uint64_t(4));
    QCOMPARE(counts.byClass[4], std::uint64_t(1));
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "ValuesTest.moc"

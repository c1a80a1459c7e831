// SPDX-License-Identifier: Apache-2.0
#include "core/base/Duration.h"
#include "core/base/Errors.h"
#include "core/base/SecretBytes.h"
#include "core/base/Size.h"
#include "core/base/Time.h"
#include "core/base/Utf8.h"

#include <QTest>

#include <optional>

class ValuesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDurations_data();
    void readsDurations();
    void writesDurations();
    void readsSizes_data();
    void readsSizes();
    void readsTimes_data();
    void readsTimes();
    void readsHttpDates_data();
    void readsHttpDates();
    void writesTimes();
    void findsBadUtf8_data();
    void findsBadUtf8();
    void showsHiddenCharacters();
    void secretsMoveWithoutCopies();
};

void ValuesTest::readsDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds"); // -1: no duration, -2: too long
    QTest::newRow("bare number") << QByteArray("3600") << qint64(3600);
    QTest::newRow("seconds") << QByteArray("90s") << qint64(90);
    QTest::newRow("mixed") << QByteArray("1h30m") << qint64(5400);
    QTest::newRow("days") << QByteArray("1d2h3m4s") << qint64(93784);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("largest") << QByteArray("4294967295") << qint64(4294967295);
    QTest::newRow("past 32 bits") << QByteArray("4294967296") << qint64(-2);
    QTest::newRow("far past 64 bits") << QByteArray("99999999999999999999999d") << qint64(-2);
    for (const char* bad : {"", "h", "1x", "1m1h", "1h1h", "1h30", "-5", "1.5h", " 1h", "1 h", "+3"})
        QTest::addRow("bad: %s", bad) << QByteArray(bad) << qint64(-1);
}

void ValuesTest::readsDurations()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, seconds);
    const auto result = base::parseDuration(text.toStdString());
    if (seconds >= 0) {
        QVERIFY(result.has_value());
        QCOMPARE(qint64(*result), seconds);
        QCOMPARE(base::parseDuration(base::formatDuration(seconds)), result);
    } else {
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code,
                 std::string(seconds == -1 ? base::errors::kBadDuration : base::errors::kDurationTooLong));
    }
}

void ValuesTest::writesDurations()
{
    QCOMPARE(base::formatDuration(5400), std::string("1h30m"));
    QCOMPARE(base::formatDuration(-61), std::string("-1m1s"));
    QCOMPARE(base::formatDuration(0), std::string("0s"));
}

void ValuesTest::readsSizes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("bytes"); // -1: no size
    const auto row = [](const char* text, qint64 bytes) {
        QTest::addRow("“%s”", text) << QByteArray(text) << bytes;
    };
    row("1", 1);
    row("3000000000", 3'000'000'000);
    row("64K", 65536);
    row("64k", 65536);
    row("8MiB", 8'388'608);
    row("1G", 1'073'741'824);
    row("1024G", 1'099'511'627'776);
    for (const char* bad :
         {"", "0", "-1", "G", "1.5G", "1T", "1 M", "1MB", "1iB", "1025G", "99999999999999999999", "+1"})
        row(bad, -1);
}

void ValuesTest::readsSizes()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, bytes);
    QCOMPARE(base::parseSize(text.toStdString()).value_or(-1), bytes);
}

void ValuesTest::readsTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<qint64>>("seconds");
    const auto row = [](const char* text, std::optional<qint64> seconds) {
        QTest::addRow("%s", text) << QByteArray(text) << seconds;
    };
    row("1700000000", 1700000000);
    row("0", 0);
    row("2023-11-14T22:13:20Z", 1700000000);
    row("2023-11-14T22:13:20.123Z", 1700000000);
    row("2023-11-15T00:13:20+02:00", 1700000000);
    row("2023-11-14 22:13:20", 1700000000);
    row("2023-11-14T22:13", 1699999980);
    row("2023-11-14", 1699920000);
    row("2024-02-29", 1709164800);
    row("2023-02-29", std::nullopt);
    row("2023-11-14T25:00", std::nullopt);
    row("2023-11-14T22:13:20+2", std::nullopt);
    row("yesterday", std::nullopt);
    row("", std::nullopt);
    row("12 ", std::nullopt);
}

void ValuesTest::readsTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(std::optional<qint64>, seconds);
    const auto result = base::parseTime(text.toStdString());
    QCOMPARE(result.has_value(), seconds.has_value());
    if (seconds)
        QCOMPARE(qint64(*result), *seconds);
    else
        QCOMPARE(result.error().code, std::string(base::errors::kBadTime));
}

void ValuesTest::readsHttpDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: none
    const qint64 moment = 784111777;
    QTest::newRow("the fixed form") << QStringLiteral("Sun, 06 Nov 1994 08:49:37 GMT") << moment;
    QTest::newRow("RFC 850") << QStringLiteral("Sunday, 06-Nov-94 08:49:37 GMT") << moment;
    QTest::newRow("asctime") << QStringLiteral("Sun Nov  6 08:49:37 1994") << moment;
    QTest::newRow("asctime, two digits") << QStringLiteral("Wed Nov 16 08:49:37 1994") << moment + 864000;
    QTest::newRow("a short year of this century")
        << QStringLiteral("Tuesday, 24-Nov-26 08:49:37 GMT") << qint64(1795510177);
    QTest::newRow("a leap day") << QStringLiteral("Thu, 29 Feb 2024 00:00:00 GMT") << qint64(1709164800);
    QTest::newRow("a leap second") << QStringLiteral("Sat, 31 Dec 2016 23:59:60 GMT") << qint64(1483228799);
    QTest::newRow("no leap day") << QStringLiteral("Wed, 29 Feb 2023 00:00:00 GMT") << qint64(-1);
    QTest::newRow("another zone") << QStringLiteral("Sun, 06 Nov 1994 08:49:37 CET") << qint64(-1);
    QTest::newRow("ISO") << QStringLiteral("1994-11-06T08:49:37Z") << qint64(-1);
    QTest::newRow("something behind") << QStringLiteral("Sun, 06 Nov 1994 08:49:37 GMT+1") << qint64(-1);
    QTest::newRow("no month") << QStringLiteral("Sun, 06 anF 1994 08:49:37 GMT") << qint64(-1);
    QTest::newRow("nothing") << QString() << qint64(-1);
}

void ValuesTest::readsHttpDates()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const auto time = base::parseHttpDate(text.toStdString());
    QCOMPARE(time ? qint64(*time) : qint64(-1), seconds);
}

void ValuesTest::writesTimes()
{
    QCOMPARE(base::formatTimeUtc(1700000000), std::string("2023-11-14T22:13:20Z"));
    QCOMPARE(base::formatTimeUtc(-1), std::string("1969-12-31T23:59:59Z"));
    QCOMPARE(base::formatTimeUtc(8589934590), std::string("2242-03-16T12:56:30Z"));
    QCOMPARE(base::formatTimeUtc(INT64_MAX), std::string("9223372036854775807"));
}

void ValuesTest::findsBadUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("at");
    QTest::newRow("ASCII") << QByteArray("abc") << qsizetype(-1);
    QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x98\x80") << qsizetype(-1);
    QTest::newRow("overlong") << QByteArray("a\xC0\x80") << qsizetype(1);
    QTest::newRow("overlong, three bytes") << QByteArray("\xE0\x80\x80") << qsizetype(0);
    QTest::newRow("surrogate") << QByteArray("ab\xED\xA0\x80") << qsizetype(2);
    QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << qsizetype(0);
    QTest::newRow("cut") << QByteArray("x\xE2\x82") << qsizetype(1);
    QTest::newRow("lone continuation") << QByteArray("\x80") << qsizetype(0);
}

void ValuesTest::findsBadUtf8()
{
    QFETCH(QByteArray, text);
    QFETCH(qsizetype, at);
    const std::size_t found = base::firstInvalidUtf8(text.toStdString());
    QCOMPARE(found == std::string::npos ? qsizetype(-1) : qsizetype(found), at);
}

void ValuesTest::showsHiddenCharacters()
{
    QCOMPARE(base::visible("al\xE2\x80\xAEice\xFF\x1B[0m"), std::string("al\\u{202E}ice\\xFF\\u{001B}[0m"));
    QCOMPARE(base::visible(std::string_view("a\0b", 3)), std::string("a\\u{0000}b"));
    QCOMPARE(base::visible("\xE5\xBC\xA0"), std::string("\xE5\xBC\xA0"));
}

void ValuesTest::secretsMoveWithoutCopies()
{
    base::SecretBytes first("0123456789abcdef");
    const char* place = first.view().data();
    const base::SecretBytes second(std::move(first));
    QCOMPARE(static_cast<const void*>(second.view().data()), static_cast<const void*>(place));
    QCOMPARE(second.view(), std::string_view("0123456789abcdef"));
    const base::SecretBytes third = second.copy();
    QCOMPARE(third.view(), second.view());
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "ValuesTest.moc"

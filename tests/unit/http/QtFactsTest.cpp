// SPDX-License-Identifier: Apache-2.0
#include "tests/support/HostileServer.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using support::HostileServer;

namespace {

const QByteArray kOk = "HTTP/1.1 200 OK\r\n";
const QByteArray kChunked = kOk + "Transfer-Encoding: chunked\r\n\r\n";

/// Whether QNetworkReply::error() gives a fault away.
enum class Told { Never, Always, AtTimes };

} // namespace

/// What Qt's own client makes of broken answers: the facts that core/http/Evidence.h and the manual state. A
/// row that fails with another Qt means that both can be made better.
class QtFactsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reports_data();
    void reports();
};

void QtFactsTest::reports_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Told>("told");
    QTest::addColumn<int>("status"); // 0: none
    QTest::addColumn<int>("fields");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const QByteArray& answer, Told told, int status, int fields,
                        const QByteArray& body) {
        QTest::newRow(name) << answer << told << status << fields << body;
    };
    // Chunks.
    row("bad first chunk size", kChunked + "xyz\r\nabc\r\n0\r\n\r\n", Told::Never, 200, 1, "");
    row("bad second chunk size", kChunked + "3\r\nabc\r\nxyz\r\ndef\r\n0\r\n\r\n", Told::Never, 200, 1,
        "abc");
    row("size past 64 bits", kChunked + "fffffffffffffffffffff\r\nabc\r\n0\r\n\r\n", Told::Never, 200, 1, "");
    row("size larger than what follows", kChunked + "ffff\r\nabc\r\n0\r\n\r\n", Told::AtTimes, 200, 1,
        "abc\r\n0\r\n\r\n");
    row("data longer than the size", kChunked + "3\r\nabcdef\r\n0\r\n\r\n", Told::AtTimes, 200, 1,
        "abc0\r\n\r\n");
    row("no CRLF behind a chunk", kChunked + "3\r\nabc2\r\nde\r\n0\r\n\r\n", Told::AtTimes, 200, 1,
        "abc0\r\n\r\n");
    row("closed inside a chunk", kChunked + "9\r\nabc", Told::AtTimes, 200, 1, "abc");
    row("closed without the last chunk", kChunked + "3\r\nabc\r\n", Told::AtTimes, 200, 1, "abc");
    row("closed before a chunk", kChunked, Told::AtTimes, 200, 1, "");
    row("trailers", kChunked + "3\r\nabc\r\n0\r\nX-T: 1\r\n\r\n", Told::Never, 200, 1, "abc");
    // Lengths.
    row("closed early", kOk + "Content-Length: 9\r\n\r\nabc", Told::AtTimes, 200, 1, "abc");
    row("more than the length", kOk + "Content-Length: 2\r\n\r\nabc", Told::Never, 200, 1, "ab");
    row("no length", kOk + "Server: x\r\n\r\nabc", Told::Never, 200, 1, "abc");
    row("empty length", kOk + "Server: x\r\nContent-Length: \r\n\r\nabc", Told::Never, 200, 1, "abc");
    row("negative length", kOk + "Content-Length: -5\r\n\r\nabc", Told::Never, 200, 1, "abc");
    row("hexadecimal length", kOk + "Content-Length: 0x3\r\n\r\nabc", Told::Never, 200, 1, "abc");
    row("length past 64 bits", kOk + "Content-Length: 99999999999999999999\r\n\r\nabc", Told::Never, 200, 1,
        "abc");
    row("two lengths", kOk + "Content-Length: 3\r\nContent-Length: 5\r\n\r\nabc", Told::Never, 200, 1, "abc");
    row("length and chunked",
        kOk + "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", Told::Never,
        200, 2, "abc");
    // Transfer-Encoding: whatever holds the word "chunked" is chunked.
    for (const char* odd : {"gzip, chunked", "chunked, chunked", "xchunked", "CHUNKED"})
        row(odd, kOk + "Transfer-Encoding: " + odd + "\r\n\r\n3\r\nabc\r\n0\r\n\r\n", Told::Never, 200, 1,
            "abc");
    for (const char* odd : {"identity", "foo", "gzip"})
        row(odd, kOk + "Transfer-Encoding: " + odd + "\r\n\r\nabc", Told::Never, 200, 1, "abc");
    // Status lines.
    const QByteArray behind = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    const QByteArray rest = " X\r\nContent-Length: 2\r\n\r\nok";
    row("100 first", "HTTP/1.1 100 Continue\r\n\r\n" + behind, Told::Never, 200, 1, "ok");
    row("101 first", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n" + behind, Told::Never, 101, 1, "");
    row("102 first", "HTTP/1.1 102 Processing\r\n\r\n" + behind, Told::Never, 102, 0, "");
    row("103 first", "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + behind, Told::Never, 103, 1, "");
    row("status -200", "HTTP/1.1 -200" + rest, Told::Never, -200, 1, "ok");
    row("status 99", "HTTP/1.1 99" + rest, Told::Never, 99, 1, "ok");
    row("another version", "HTTP/9.9 200" + rest, Told::Never, 200, 1, "ok");
    row("a word for a status", "HTTP/1.1 abc" + rest, Told::Always, 0, 0, "");
    row("no HTTP", "<html>hello</html>", Told::Always, 0, 0, "");
    row("closed inside the headers", kOk + "Content-Length: 2\r\nX: a", Told::Always, 0, 0, "");
    // Headers: one line too many, or one that is none, and all are gone, the length with them.
    const QByteArray length = "Content-Length: 2\r\n\r\nok";
    row("100 fields", kOk + QByteArray("A: b\r\n").repeated(99) + length, Told::Never, 200, 2, "ok");
    row("101 fields", kOk + QByteArray("A: b\r\n").repeated(100) + length, Told::Never, 200, 0, "ok");
    row("a field of 100 KiB", kOk + "A: " + QByteArray(102'390, 'x') + "\r\n" + length, Told::Never, 200, 2,
        "ok");
    row("a field above 100 KiB", kOk + "A: " + QByteArray(102'410, 'x') + "\r\n" + length, Told::Never, 200,
        0, "ok");
    row("256 KiB in all", kOk + ("A: " + QByteArray(52'000, 'x') + "\r\n").repeated(5) + length, Told::Never,
        200, 2, "ok");
    row("above 256 KiB in all", kOk + ("A: " + QByteArray(53'000, 'x') + "\r\n").repeated(5) + length,
        Told::Never, 200, 0, "ok");
    row("no colon", kOk + "garbage\r\n" + length, Told::Never, 200, 0, "ok");
    row("a name with a space", kOk + "X Y: a\r\n" + length, Told::Never, 200, 0, "ok");
    row("none", kOk + "\r\nabc", Told::Never, 200, 0, "abc");
}

void QtFactsTest::reports()
{
    QFETCH(QByteArray, answer);
    QFETCH(Told, told);
    QFETCH(int, status);
    QFETCH(int, fields);
    QFETCH(QByteArray, body);
    HostileServer server;
    server.answerWith(answer);
    QNetworkAccessManager manager;
    QNetworkRequest request(server.url());
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept-Encoding", "gzip"); // as Client: Qt undoes no compression
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy ended(reply.get(), &QNetworkReply::finished);
    QVERIFY(ended.wait(120'000));
    if (told != Told::AtTimes)
        QCOMPARE(reply->error() != QNetworkReply::NoError, told == Told::Always);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    QCOMPARE(int(reply->rawHeaderPairs().size()), fields);
    QCOMPARE(reply->readAll(), body);
}

QTEST_GUILESS_MAIN(QtFactsTest)
#include "QtFactsTest.moc"

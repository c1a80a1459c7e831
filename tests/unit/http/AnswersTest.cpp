// SPDX-License-Identifier: Apache-2.0
#include "core/http/Errors.h"
#include "tests/support/Gzip.h"
#include "tests/support/HostileServer.h"
#include "tests/unit/http/Wait.h"

#include <QNetworkAccessManager>

using http::Client;
using http::Outcome;
using support::HostileServer;
using support::wholeAnswer;

/// Answers, right and wrong, over real sockets: each has one outcome, on a fast machine and on a slow one.
class AnswersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesHeaders_data();
    void judgesHeaders();
    void marksDoubtfulAnswers_data();
    void marksDoubtfulAnswers();
    void doubtsAnAnswerThatWasReset_data();
    void doubtsAnAnswerThatWasReset();
    void refusesWhatIsNoHttp_data();
    void refusesWhatIsNoHttp();
    void keepsOddAnswers_data();
    void keepsOddAnswers();
    void undoesCompression();
    void init();

private:
    http::Request request() const
    {
        http::Request out;
        out.url = m_server->url("/start");
        return out;
    }

    Outcome run()
    {
        m_manager = std::make_unique<QNetworkAccessManager>(); // no connection left over from the last call
        Client client(*m_manager, patient());
        return waitFor(client.send(request()));
    }

    std::unique_ptr<HostileServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

void AnswersTest::init()
{
    m_server = std::make_unique<HostileServer>();
}

void AnswersTest::judgesHeaders_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const QByteArray& fields, std::string_view code) {
        QTest::newRow(name) << fields << QByteArray(code.data(), qsizetype(code.size()));
    };
    const auto many = [](int count, int size) {
        QByteArray out;
        for (int i = 0; i < count; ++i)
            out += "X-" + QByteArray::number(i) + ": " + QByteArray(size, 'x') + "\r\n";
        return out;
    };
    row("99 fields and the length", many(99, 1), "");
    row("100 fields and the length", many(100, 1), http::errors::kNoHeaders);
    row("1000 fields", many(1000, 1), http::errors::kNoHeaders);
    row("60 KB in all", many(60, 1000), "");
    row("60 KB in one", many(1, 60'000), "");
    row("80 KB in all", many(80, 1000), http::errors::kHeadersTooLarge);
    row("80 KB in one", many(1, 80'000), http::errors::kHeadersTooLarge);
    row("102300 bytes in one", many(1, 102'300), http::errors::kHeadersTooLarge);
    row("102500 bytes in one", many(1, 102'500), http::errors::kNoHeaders);
    row("250 KB in all", many(50, 5000), http::errors::kHeadersTooLarge);
    row("270 KB in all", many(54, 5000), http::errors::kNoHeaders);
    row("1 MB in all", many(90, 11'000), http::errors::kNoHeaders);
    row("a line without colon", "garbage\r\n", http::errors::kNoHeaders);
    row("a name with a space", "X Y: a\r\n", http::errors::kNoHeaders);
    row("NUL in a value", QByteArray("X: a\0b\r\n", 8), "");
}

void AnswersTest::judgesHeaders()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, code);
    m_server->answerWith(wholeAnswer(fields, "body"));
    const Outcome outcome = run();
    QCOMPARE(QByteArray::fromStdString(codeOf(outcome)), code);
    QCOMPARE(outcome.response.status, 200);
    QCOMPARE(outcome.response.headers.isEmpty(), !code.isEmpty());
    QCOMPARE(outcome.response.body.bytes(10), QByteArray(code.isEmpty() ? "body" : ""));
}

void AnswersTest::marksDoubtfulAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("doubt");
    const auto row = [](const char* name, const QByteArray& headers, const QByteArray& body,
                        std::string_view doubt) {
        QTest::newRow(name) << "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body
                            << QByteArray(doubt.data(), qsizetype(doubt.size()));
    };
    const QByteArray json = "Content-Type: application/json\r\n";
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    const QByteArray jsonChunked = json + chunked;
    row("truncated", "Content-Length: 100\r\n", "12345", http::doubts::kTruncated);
    row("nothing of a length", "Content-Length: 100\r\n", "", http::doubts::kTruncated);
    row("bad chunk size", chunked, "xyz\r\n12345\r\n0\r\n\r\n", http::doubts::kEmptyChunked);
    row("chunk size past 64 bits", chunked, "fffffffffffffffffffff\r\n12345\r\n0\r\n\r\n",
        http::doubts::kEmptyChunked);
    row("no chunk at all", chunked, "", http::doubts::kEmptyChunked);
    row("bad second chunk, JSON", jsonChunked, "5\r\n[1,2,\r\nxyz\r\n3,4]\r\n0\r\n\r\n",
        http::doubts::kNotJson);
    row("bad second chunk, text", chunked, "3\r\nabc\r\nxyz\r\ndef\r\n0\r\n\r\n", http::doubts::kNoLength);
    row("chunk without CRLF, JSON", jsonChunked, "2\r\n[12\r\n,3\r\n1\r\n]\r\n0\r\n\r\n",
        http::doubts::kNotJson);
    row("chunk without CRLF, text", chunked, "3\r\nabc2\r\nde\r\n0\r\n\r\n", http::doubts::kNoLength);
    row("chunk larger than what follows, JSON", jsonChunked, "ffff\r\n[1]\r\n0\r\n\r\n",
        http::doubts::kNotJson);
    row("chunk larger than what follows, text", chunked, "ffff\r\nabc\r\n0\r\n\r\n", http::doubts::kNoLength);
    row("negative chunk", jsonChunked, "-3\r\n[1]\r\n0\r\n\r\n", http::doubts::kEmptyChunked);
    row("lost inside a chunk, JSON", jsonChunked, "9\r\n[1,", http::doubts::kNotJson);
    row("lost inside a chunk, text", chunked, "9\r\nabc", http::doubts::kNoLength);
    row("no last chunk, JSON", jsonChunked, "3\r\n[1,\r\n", http::doubts::kNotJson);
    row("no last chunk, text", chunked, "3\r\nabc\r\n", http::doubts::kNoLength);
    row("no length, JSON that is cut", json, "[1,", http::doubts::kNotJson);
    row("no length, text", "Server: x\r\n", "abc", http::doubts::kNoLength);
    row("empty length", "Server: x\r\nContent-Length: \r\n", "abc", http::doubts::kNoLength);
    row("negative length", "Content-Length: -5\r\n", "12345", http::doubts::kBadLength);
    row("length in hexadecimal", "Content-Length: 0x5\r\n", "12345", http::doubts::kBadLength);
    row("length past 64 bits", "Content-Length: 99999999999999999999\r\n", "12345", http::doubts::kBadLength);
    row("two lengths", "Content-Length: 5\r\nContent-Length: 3\r\n", "12345", http::doubts::kTwoLengths);
    row("length and chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n",
        http::doubts::kLengthAndChunked);
    for (const char* odd : {"gzip, chunked", "identity", "chunked, chunked", "xchunked", "foo"})
        row(odd, QByteArray("Transfer-Encoding: ") + odd + "\r\n", "3\r\nabc\r\n0\r\n\r\n",
            http::doubts::kOddTransfer);
    row("not compressed", "Content-Encoding: gzip\r\nContent-Length: 5\r\n", "12345",
        http::doubts::kBadCompression);
    row("compression cut", "Content-Encoding: gzip\r\n", support::gzipOf("hello hello hello", 5).chopped(9),
        http::doubts::kCompressionCut);
    row("unknown encoding", "Content-Encoding: br\r\nContent-Length: 5\r\n", "12345",
        http::doubts::kUnknownEncoding);
    row("ten times compressed", "Content-Encoding: gzip, gzip\r\nContent-Length: 5\r\n", "12345",
        http::doubts::kUnknownEncoding);
}

void AnswersTest::marksDoubtfulAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, doubt);
    m_server->answerWith(answer);
    const Outcome outcome = run();
    QVERIFY2(outcome.answered(), codeOf(outcome).c_str());
    QCOMPARE(outcome.response.status, 200);
    QByteArrayList found;
    for (std::string_view one : outcome.response.doubts)
        found << QByteArray(one.data(), qsizetype(one.size()));
    QVERIFY2(found.contains(doubt), found.join(' ').constData());
}

void AnswersTest::doubtsAnAnswerThatWasReset_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("doubt");
    QTest::newRow("of a length") << QByteArray("Content-Length: 9\r\n") << QByteArray("truncated");
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n") << QByteArray("empty-chunked");
    QTest::newRow("without a length") << QByteArray("Server: x\r\n") << QByteArray("no-length");
}

void AnswersTest::doubtsAnAnswerThatWasReset()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, doubt);
    m_server->setAnswer([&](QTcpSocket& socket, const QByteArray&) {
        socket.write("HTTP/1.1 200 OK\r\n" + headers + "\r\n");
    });
    m_manager = std::make_unique<QNetworkAccessManager>();
    Client client(*m_manager, patient());
    http::Call* call = client.send(request());
    connect(call, &http::Call::headersReceived, m_server.get(), [this]() { m_server->reset(); });
    const Outcome outcome = waitFor(call);
    QVERIFY2(outcome.answered(), codeOf(outcome).c_str());
    QByteArrayList found;
    for (std::string_view one : outcome.response.doubts)
        found << QByteArray(one.data(), qsizetype(one.size()));
    QVERIFY2(found.contains(doubt), found.join(' ').constData());
}

void AnswersTest::refusesWhatIsNoHttp_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const QByteArray& answer, std::string_view code) {
        QTest::newRow(name) << answer << QByteArray(code.data(), qsizetype(code.size()));
    };
    const QByteArray behind = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    row("HTTP/0.9", "<html>hello</html>", http::errors::kConnectionClosed);
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", http::errors::kConnectionClosed);
    row("nothing", "", http::errors::kConnectionClosed);
    row("half a status line", "HTTP/1.1 2", http::errors::kConnectionClosed);
    row("half of the headers", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX: a",
        http::errors::kConnectionClosed);
    row("a status in words", "HTTP/1.1 abc OK\r\nContent-Length: 2\r\n\r\nok",
        http::errors::kConnectionClosed);
    row("bytes", QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7), http::errors::kConnectionClosed);
    row("status -200", "HTTP/1.1 -200 OK\r\nContent-Length: 2\r\n\r\nok", http::errors::kBrokenAnswer);
    row("status 0", "HTTP/1.1 0 OK\r\nContent-Length: 2\r\n\r\nok", http::errors::kBrokenAnswer);
    row("status 99", "HTTP/1.1 99 OK\r\nContent-Length: 2\r\n\r\nok", http::errors::kBrokenAnswer);
    row("status 2000", "HTTP/1.1 2000 OK\r\nContent-Length: 2\r\n\r\nok", http::errors::kBrokenAnswer);
    row("101 unasked",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n" + behind,
        http::errors::kInterimAnswer);
    row("102 first", "HTTP/1.1 102 Processing\r\n\r\n" + behind, http::errors::kInterimAnswer);
    row("103 first", "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + behind, http::errors::kInterimAnswer);
    row("no header at all", "HTTP/1.1 200 OK\r\n\r\nabc", http::errors::kNoHeaders);
    row("an empty length alone", "HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\nabc", http::errors::kNoHeaders);
    row("204 without a header", "HTTP/1.1 204 No Content\r\n\r\n", http::errors::kNoHeaders);
}

void AnswersTest::refusesWhatIsNoHttp()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, code);
    m_server->answerWith(answer);
    const Outcome outcome = run();
    QCOMPARE(QByteArray::fromStdString(codeOf(outcome)), code);
    QCOMPARE(outcome.response.body.size(), qint64(0));
}

void AnswersTest::keepsOddAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no reason") << QByteArray("HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok") << 200
                               << QByteArray("ok");
    QTest::newRow("JSON until close")
        << QByteArray("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n[1]") << 200
        << QByteArray("[1]");
    QTest::newRow("status 999") << wholeAnswer("", "{}", "999 Odd") << 999 << QByteArray("{}");
    QTest::newRow("407") << wholeAnswer("Proxy-Authenticate: Basic\r\n", "{}", "407 Proxy") << 407
                         << QByteArray("{}");
    QTest::newRow("JSON with a length that is none")
        << wholeAnswer("Content-Type: application/json\r\n", "{") << 200 << QByteArray("{");
    QTest::newRow("interim first")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") << 200
        << QByteArray("ok");
    QTest::newRow("no UTF-8") << QByteArray("HTTP/1.1 500 X\r\nContent-Length: 2\r\n\r\n\xff\xfe") << 500
                              << QByteArray("\xff\xfe");
    QTest::newRow("204 with a body") << QByteArray("HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\nok") << 204
                                     << QByteArray("");
    QTest::newRow("429") << wholeAnswer("", "{}", "429 Too Many") << 429 << QByteArray("{}");
    QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                                           "Content-Type: application/json; charset=utf-8\r\n\r\n"
                                           "3\r\n[1,\r\n2\r\n2]\r\n0\r\n\r\n")
                             << 200 << QByteArray("[1,2]");
    QTest::newRow("chunked and compressed")
        << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" +
               QByteArray::number(support::gzipOf("hello", 1).size(), 16) + "\r\n" +
               support::gzipOf("hello", 1) + "\r\n0\r\n\r\n"
        << 200 << QByteArray("hello");
}

void AnswersTest::keepsOddAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_server->answerWith(answer);
    const Outcome outcome = run();
    QVERIFY2(outcome.answered(), codeOf(outcome).c_str());
    QCOMPARE(outcome.response.status, status);
    QCOMPARE(outcome.response.body.bytes(100), body);
    QVERIFY(!outcome.response.mayBeIncomplete());
}

void AnswersTest::undoesCompression()
{
    m_server->answerWith(wholeAnswer("Content-Encoding: gzip\r\n", support::gzipOf("hello ", 100)));
    const Outcome outcome = run();
    QCOMPARE(outcome.response.body.bytes(1000), QByteArray("hello ").repeated(100));
    QCOMPARE(outcome.response.decodedBytes, qint64(600));
    QVERIFY(outcome.response.wireBytes < 100);
    QVERIFY(!outcome.response.mayBeIncomplete());
}

QTEST_GUILESS_MAIN(AnswersTest)
#include "AnswersTest.moc"

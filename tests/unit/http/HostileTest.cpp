// SPDX-License-Identifier: Apache-2.0
#include "core/http/Errors.h"
#include "tests/support/HostileServer.h"
#include "tests/unit/http/Wait.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QRandomGenerator>

#include <zlib.h>

using http::Client;
using http::Outcome;
using http::Request;
using http::Settings;
using support::HostileServer;
using support::wholeAnswer;
using support::writeForEver;

namespace {

const QByteArray kToken = "Bearer 007eJxSecretSecretSecretSecret";

/// gzip of `unit` repeated `times` over.
QByteArray gzipOf(const QByteArray& unit, int times)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY);
    QByteArray out;
    QByteArray piece(65536, '\0');
    QByteArray in = unit;
    for (int i = 0; i < times; ++i) {
        stream.next_in = reinterpret_cast<Bytef*>(in.data());
        stream.avail_in = uInt(in.size());
        do {
            stream.next_out = reinterpret_cast<Bytef*>(piece.data());
            stream.avail_out = uInt(piece.size());
            deflate(&stream, i + 1 == times ? Z_FINISH : Z_NO_FLUSH);
            out.append(piece.constData(), piece.size() - qsizetype(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return out;
}

qint64 residentKiB()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = file.readAll();
    const qsizetype at = all.indexOf("VmRSS:");
    return all.mid(at + 6, 16).simplified().split(' ').first().toLongLong();
}

} // namespace

class HostileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsWhatItWasTold();
    void leaksNothingOverRedirects_data();
    void leaksNothingOverRedirects();
    void followsInsideTheOrigin();
    void neverRepeatsAPost_data();
    void neverRepeatsAPost();
    void survivesEndlessAnswers_data();
    void survivesEndlessAnswers();
    void judgesHeaders_data();
    void judgesHeaders();
    void marksDoubtfulAnswers_data();
    void marksDoubtfulAnswers();
    void doubtsAnAnswerThatWasReset_data();
    void doubtsAnAnswerThatWasReset();
    void failsOverTheMachine();
    void waitsForAHandshakeNoLonger();
    void refusesWhatIsNoHttp_data();
    void refusesWhatIsNoHttp();
    void keepsOddAnswers_data();
    void keepsOddAnswers();
    void stopsBombs_data();
    void stopsBombs();
    void undoesCompression();
    void showsTheAnswerTo401();
    void keepsNoCookies();
    void usesNoConnectionThatWasIdleForLong();
    void cancelsAtRandomTimes();
    void saysWhenNobodyListens();

private:
    Request request(const char* method = "GET") const
    {
        Request out;
        out.method = method;
        out.url = m_server->url("/start?access_token=SECRETQUERY");
        out.headers = {{"Authorization", kToken}, {"Cookie", "c=SECRETCOOKIE"}, {"X-Custom", "SECRETCUSTOM"}};
        if (QByteArray(method) == "POST")
            out.body = "{\"password\":\"SECRETBODY\"}";
        return out;
    }

    /// No deadline that a slow machine could meet.
    static Settings patient()
    {
        Settings settings;
        settings.totalMs = settings.idleMs = settings.connectMs = 100'000;
        return settings;
    }

    Outcome run(Request what, Settings settings = patient())
    {
        m_manager = std::make_unique<QNetworkAccessManager>(); // no connection left over from the last call
        Client client(*m_manager, std::move(settings));
        return waitFor(client.send(std::move(what)));
    }

    std::unique_ptr<HostileServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

void HostileTest::init()
{
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_server = std::make_unique<HostileServer>();
}

void HostileTest::sendsWhatItWasTold()
{
    m_server->answerWith(wholeAnswer("X-A: 1\r\nX-B: 2\r\n", "{}"));
    for (const char* method : {"GET", "POST", "PUT", "DELETE", "HEAD"}) {
        Request what = request(method);
        if (QByteArray(method) == "DELETE")
            what.body = "[\"bob\"]";
        what.headers += http::Header{"Content-Type", "application/json"};
        const Outcome outcome = run(what);
        QVERIFY2(outcome.answered(), method);
        const QByteArray sent = m_server->requests.last();
        QVERIFY(sent.startsWith(QByteArray(method) + " /start?access_token=SECRETQUERY HTTP/1.1\r\n"));
        QCOMPARE(sent.mid(sent.indexOf("\r\n\r\n") + 4), what.body.value_or(QByteArray()));
        QCOMPARE(sent.count("Content-Type: application/json"), 1);
        QVERIFY(sent.contains("Authorization: " + kToken));
        QVERIFY(!sent.contains("Mozilla"));
        QCOMPARE(outcome.response.headers.first().name, QByteArray("X-A"));
        QVERIFY2(outcome.response.timings.connecting >= 0, method);
        if (QByteArray(method) != "PUT")
            QVERIFY2(outcome.response.timings.sent >= 0, method);
    }
}

void HostileTest::leaksNothingOverRedirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("target"); // %1: this server's port, %2: the other's
    QTest::addColumn<QByteArray>("code");
    const std::pair<const char*, std::string_view> targets[] = {
        {"http://127.0.0.1:%2/x", http::errors::kRedirectRefused},
        {"http://localhost:%1/x", http::errors::kRedirectRefused},
        {"http://127.0.0.2:%1/x", http::errors::kRedirectRefused},
        {"https://127.0.0.1:%2/x", http::errors::kRedirectRefused},
        {"//127.0.0.1:%2/x", http::errors::kRedirectRefused},
        {"http://[::1]:%2/x", http::errors::kRedirectRefused},
        {"http://sub.localhost:%2/", http::errors::kRedirectRefused},
        {"http://127.0.0.1\xC3\xA4:%2/", http::errors::kRedirectRefused},
        {"http://user:word@127.0.0.1:%1/x", http::errors::kBadRedirect},
        {"http://127.0.0.1:%1@127.0.0.1:%2/x", http::errors::kBadRedirect},
        {"data:text/html,x", http::errors::kBadRedirect},
        {"file:///etc/passwd", http::errors::kBadRedirect}};
    for (int status : {301, 302, 303, 307, 308})
        for (const auto& [target, code] : targets)
            QTest::addRow("%d to %s", status, target)
                << status << QByteArray(target) << QByteArray(code.data(), qsizetype(code.size()));
}

void HostileTest::leaksNothingOverRedirects()
{
    QFETCH(int, status);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, code);
    HostileServer other;
    other.answerWith(wholeAnswer("", "stolen"));
    target.replace("%1", QByteArray::number(m_server->serverPort()));
    target.replace("%2", QByteArray::number(other.serverPort()));
    m_server->answerWith(
        wholeAnswer("Location: " + target + "\r\n", "moved", QByteArray::number(status) + " Moved"));
    for (const char* method : {"GET", "POST"}) {
        Request what = request(method);
        what.followRedirects = true;
        const Outcome outcome = run(what);
        QCOMPARE(QByteArray::fromStdString(codeOf(outcome)), code);
        QCOMPARE(outcome.response.status, status); // the answer itself stays visible
        for (const std::string& arg : outcome.error->args)
            QVERIFY(arg.find("SECRET") == std::string::npos && arg.find("word") == std::string::npos);
    }
    QCOMPARE(other.connections, 0);
    QCOMPARE(other.received, QByteArray());
    QCOMPARE(m_server->requests.size(), 2);
}

void HostileTest::followsInsideTheOrigin()
{
    m_server->setAnswer([](QTcpSocket& socket, const QByteArray& sent) {
        const bool first = sent.contains(" /start");
        socket.write(first ? wholeAnswer("Location: /next\r\n", "moved", "307 Moved")
                           : wholeAnswer("", "here"));
    });
    Request what = request("POST");
    what.followRedirects = true;
    const Outcome outcome = run(what);
    QVERIFY(outcome.answered());
    QCOMPARE(outcome.response.body.bytes(10), QByteArray("here"));
    QVERIFY(m_server->requests.last().startsWith("POST /next "));
    QVERIFY(m_server->requests.last().contains(kToken));
    QVERIFY(m_server->requests.last().endsWith("SECRETBODY\"}"));
}

void HostileTest::neverRepeatsAPost_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("body");
    QTest::newRow("POST with a body") << QByteArray("POST") << true;
    QTest::newRow("POST without") << QByteArray("POST") << false;
    QTest::newRow("DELETE") << QByteArray("DELETE") << false;
    QTest::newRow("PUT") << QByteArray("PUT") << true;
}

void HostileTest::neverRepeatsAPost()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, body);
    m_server->setAnswer([](QTcpSocket& socket, const QByteArray&) { socket.abort(); });
    Request what = request("GET");
    what.method = method;
    if (body)
        what.body = "{}";
    const Outcome outcome = run(what);
    QCOMPARE(codeOf(outcome), std::string(http::errors::kConnectionClosed));
    QTest::qWait(100);
    QCOMPARE(m_server->requests.size(), 1);

    m_server->requests.clear();
    m_server->setAnswer([](QTcpSocket& socket, const QByteArray&) { socket.disconnectFromHost(); });
    QCOMPARE(codeOf(run(what)), std::string(http::errors::kConnectionClosed));
    QTest::qWait(100);
    QCOMPARE(m_server->requests.size(), 1);
}

void HostileTest::survivesEndlessAnswers_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("everyMs");
    QTest::addColumn<QByteArray>("code");
    const QByteArray head = "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n";
    const auto row = [](const char* name, const QByteArray& first, const QByteArray& piece, int ms,
                        std::string_view code) {
        QTest::newRow(name) << first << piece << ms << QByteArray(code.data(), qsizetype(code.size()));
    };
    row("silent", "", "", 0, http::errors::kIdleDeadline);
    row("silent after the headers", head, "", 0, http::errors::kIdleDeadline);
    row("dripping body", head, "x", 50, http::errors::kDeadline);
    row("dripping header", "HTTP/1.1 200 OK\r\nX: ", "x", 50, http::errors::kIdleDeadline);
    row("endless header", "HTTP/1.1 200 OK\r\nX: ", QByteArray(1000, 'x'), 5, http::errors::kIdleDeadline);
    row("interim answers without end", "", "HTTP/1.1 100 Continue\r\n\r\n", 10, http::errors::kIdleDeadline);
    row("endless chunk extension", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;",
        QByteArray(1000, 'x'), 5, http::errors::kIdleDeadline);
    row("endless body", head, QByteArray(200'000, 'x'), 0, "");
}

void HostileTest::survivesEndlessAnswers()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, piece);
    QFETCH(int, everyMs);
    QFETCH(QByteArray, code);
    m_server->setAnswer([&](QTcpSocket& socket, const QByteArray&) {
        socket.write(first);
        if (!piece.isEmpty())
            writeForEver(socket, piece, everyMs);
    });
    Settings settings; // only the limit that is meant can strike
    settings.totalMs = code == http::errors::kDeadline.data() ? 1500 : 100'000;
    settings.idleMs = code == http::errors::kIdleDeadline.data() ? 1500 : 100'000;
    settings.connectMs = 100'000;
    settings.bodyLimit = 20'000'000;
    const qint64 before = residentKiB();
    const Outcome outcome = run(request(), settings);
    QCOMPARE(QByteArray::fromStdString(codeOf(outcome)), code);
    if (code.isEmpty())
        QCOMPARE(outcome.response.cut, http::Cut::Limit);
    QVERIFY2(residentKiB() - before < 64 * 1024, qPrintable(QString::number(residentKiB() - before)));
    QTRY_COMPARE(m_server->closed, m_server->connections); // no socket stays
}

void HostileTest::judgesHeaders_data()
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

void HostileTest::judgesHeaders()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, code);
    m_server->answerWith(wholeAnswer(fields, "body"));
    const Outcome outcome = run(request(), patient());
    QCOMPARE(QByteArray::fromStdString(codeOf(outcome)), code);
    QCOMPARE(outcome.response.status, 200);
    QCOMPARE(outcome.response.headers.isEmpty(), !code.isEmpty());
    QCOMPARE(outcome.response.body.bytes(10), QByteArray(code.isEmpty() ? "body" : ""));
}

void HostileTest::marksDoubtfulAnswers_data()
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
    row("compression cut", "Content-Encoding: gzip\r\n", gzipOf("hello hello hello", 5).chopped(9),
        http::doubts::kCompressionCut);
    row("unknown encoding", "Content-Encoding: br\r\nContent-Length: 5\r\n", "12345",
        http::doubts::kUnknownEncoding);
    row("ten times compressed", "Content-Encoding: gzip, gzip\r\nContent-Length: 5\r\n", "12345",
        http::doubts::kUnknownEncoding);
}

void HostileTest::marksDoubtfulAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, doubt);
    m_server->answerWith(answer);
    const Outcome outcome = run(request(), patient());
    QVERIFY2(outcome.answered(), codeOf(outcome).c_str());
    QCOMPARE(outcome.response.status, 200);
    QByteArrayList found;
    for (std::string_view one : outcome.response.doubts)
        found << QByteArray(one.data(), qsizetype(one.size()));
    QVERIFY2(found.contains(doubt), found.join(' ').constData());
}

void HostileTest::doubtsAnAnswerThatWasReset_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("doubt");
    QTest::newRow("of a length") << QByteArray("Content-Length: 9\r\n") << QByteArray("truncated");
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n") << QByteArray("empty-chunked");
    QTest::newRow("without a length") << QByteArray("Server: x\r\n") << QByteArray("no-length");
}

void HostileTest::doubtsAnAnswerThatWasReset()
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

void HostileTest::failsOverTheMachine()
{
    m_server->answerWith(wholeAnswer("", QByteArray(1000, 'x')));
    Settings settings = patient();
    settings.spoolAbove = 10;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", "/proc/no-such-folder");
    const Outcome outcome = run(request(), settings);
    if (before.isNull())
        qunsetenv("TMPDIR");
    else
        qputenv("TMPDIR", before);
    QCOMPARE(codeOf(outcome), std::string(http::errors::kSpoolFailed));
    QVERIFY(!outcome.error->args[0].empty());
}

void HostileTest::waitsForAHandshakeNoLonger()
{
    Settings settings = patient();
    settings.connectMs = 300;
    Request what = request();
    what.url.setScheme(QStringLiteral("https")); // the server waits for a request, so it never answers
    const Outcome outcome = run(what, settings);
    QCOMPARE(codeOf(outcome), std::string(http::errors::kConnectDeadline));
    QCOMPARE(outcome.error->args, (std::vector<std::string>{"300", "127.0.0.1"}));
}

void HostileTest::refusesWhatIsNoHttp_data()
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

void HostileTest::refusesWhatIsNoHttp()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, code);
    m_server->answerWith(answer);
    const Outcome outcome = run(request(), patient());
    QCOMPARE(QByteArray::fromStdString(codeOf(outcome)), code);
    QCOMPARE(outcome.response.body.size(), qint64(0));
}

void HostileTest::keepsOddAnswers_data()
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
               QByteArray::number(gzipOf("hello", 1).size(), 16) + "\r\n" + gzipOf("hello", 1) +
               "\r\n0\r\n\r\n"
        << 200 << QByteArray("hello");
}

void HostileTest::keepsOddAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_server->answerWith(answer);
    const Outcome outcome = run(request());
    QVERIFY2(outcome.answered(), codeOf(outcome).c_str());
    QCOMPARE(outcome.response.status, status);
    QCOMPARE(outcome.response.body.bytes(100), body);
    QVERIFY(!outcome.response.mayBeIncomplete());
}

void HostileTest::stopsBombs_data()
{
    QTest::addColumn<int>("ratio");
    QTest::newRow("1000:1") << 1000;
    QTest::newRow("31:1") << 31;
}

void HostileTest::stopsBombs()
{
    QFETCH(int, ratio);
    // Zeros pack about 1000:1; a random head of 1/31 of the unit brings that down to about 31:1.
    QByteArray unit(1'000'000, '\0');
    if (ratio == 31)
        for (int i = 0; i < unit.size() / 32; ++i)
            unit[i] = char(QRandomGenerator::global()->bounded(256));
    const QByteArray packed = gzipOf(unit, 200);
    m_server->answerWith(wholeAnswer("Content-Encoding: gzip\r\n", packed));
    Settings settings;
    settings.bodyLimit = 32 * 1024 * 1024;
    const qint64 before = residentKiB();
    const Outcome outcome = run(request(), settings);
    QVERIFY(outcome.answered());
    QCOMPARE(outcome.response.cut, ratio == 31 ? http::Cut::Limit : http::Cut::Ratio);
    QVERIFY(outcome.response.body.size() <= settings.bodyLimit);
    QVERIFY2(residentKiB() - before < 64 * 1024, qPrintable(QString::number(residentKiB() - before)));
}

void HostileTest::undoesCompression()
{
    m_server->answerWith(wholeAnswer("Content-Encoding: gzip\r\n", gzipOf("hello ", 100)));
    const Outcome outcome = run(request());
    QCOMPARE(outcome.response.body.bytes(1000), QByteArray("hello ").repeated(100));
    QCOMPARE(outcome.response.decodedBytes, qint64(600));
    QVERIFY(outcome.response.wireBytes < 100);
    QVERIFY(!outcome.response.mayBeIncomplete());
}

void HostileTest::showsTheAnswerTo401()
{
    for (const char* challenge :
         {"Basic realm=\"x\"", "Bearer", "Digest realm=\"a\", nonce=\"b\"", "Negotiate"}) {
        m_server->answerWith(wholeAnswer(QByteArray("WWW-Authenticate: ") + challenge + "\r\n",
                                         "{\"error\":\"unauthorized\"}", "401 No"));
        const Outcome outcome = run(request("POST"));
        QVERIFY2(outcome.answered(), codeOf(outcome).c_str());
        QCOMPARE(outcome.response.status, 401);
        QCOMPARE(outcome.response.body.bytes(100), QByteArray("{\"error\":\"unauthorized\"}"));
    }
    QCOMPARE(m_server->requests.size(), 4);
}

void HostileTest::keepsNoCookies()
{
    m_server->answerWith(wholeAnswer("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n", "{}"));
    Request what = request();
    what.headers.clear();
    Client client(*m_manager);
    const Outcome outcome = waitFor(client.send(what));
    QCOMPARE(outcome.response.header("set-cookie"), QByteArray("a=1"));
    waitFor(client.send(what));
    QCOMPARE(m_server->requests.size(), 2);
    QVERIFY(!m_server->received.toLower().contains("\r\ncookie:"));
}

void HostileTest::usesNoConnectionThatWasIdleForLong()
{
    m_server->setAnswer([](QTcpSocket& socket, const QByteArray&) { socket.write(wholeAnswer("", "{}")); });
    Settings settings;
    settings.reuseMs = 100'000;
    Client client(*m_manager, settings);
    for (int i = 0; i < 3; ++i)
        QVERIFY(waitFor(client.send(request("POST"))).answered());
    QCOMPARE(m_server->connections, 1);
    settings.reuseMs = -1; // any time is too long
    client.setSettings(settings);
    QVERIFY(waitFor(client.send(request("POST"))).answered());
    QCOMPARE(m_server->connections, 2);
}

void HostileTest::cancelsAtRandomTimes()
{
    m_server->setAnswer([](QTcpSocket& socket, const QByteArray&) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        writeForEver(socket, QByteArray(10'000, 'x'), 1);
    });
    Client client(*m_manager);
    for (int i = 0; i < 100; ++i) {
        http::Call* call = client.send(request());
        QSignalSpy spy(call, &http::Call::finished);
        QTest::qWait(QRandomGenerator::global()->bounded(12));
        if (spy.isEmpty())
            call->cancel();
        QCOMPARE(spy.count(), 1);
    }
    m_manager
        ->clearConnectionCache(); // one that was cancelled before it was used may wait there for the next
    QTRY_COMPARE(m_server->closed, m_server->connections);
}

void HostileTest::saysWhenNobodyListens()
{
    const quint16 port = m_server->serverPort();
    const Request what = request();
    m_server->close();
    const Outcome outcome = run(what);
    QCOMPARE(codeOf(outcome), std::string(http::errors::kConnectionRefused));
    QCOMPARE(outcome.error->args, (std::vector<std::string>{"127.0.0.1", std::to_string(port)}));
    Request elsewhere;
    elsewhere.url = QUrl(QStringLiteral("https://no-such-host.invalid/"));
    QCOMPARE(codeOf(run(elsewhere)), std::string(http::errors::kHostNotFound));
}

QTEST_GUILESS_MAIN(HostileTest)
#include "HostileTest.moc"

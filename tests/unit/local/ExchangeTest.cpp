// SPDX-License-Identifier: Apache-2.0
#include "tests/support/RawClient.h"
#include "tests/unit/local/EchoHandler.h"

#include <QTest>

#include <thread>

using support::ask;
using support::makeRequest;
using support::RawAnswer;
using support::RawClient;

class ExchangeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesMalformedRequests_data();
    void refusesMalformedRequests();
    void takesWellFormedRequests_data();
    void takesWellFormedRequests();
    void closesAfterARefusalSoThatNothingIsSmuggled();
    void keepsTheConnectionForTheNextRequest();
    void answersPipelinedRequestsInOrder();
    void closesWhenAskedTo();
    void speaksHttp10();
    void answersHeadWithoutABody();
    void saysContinueBeforeTheBody();
    void refusesAnAnnouncedBodyInsteadOfContinue();
    void refusesOtherExpectations();
    void refusesABodyByItsAnnouncedLength();
    void refusesAChunkedBodyAsItGrows();
    void takesABodyOfExactlyTheLimit();
    void letsTheHandlerShapeRefusals();
    void refusesAHeaderPastTheLimit();
    void takesAHeaderOfTheLimit();
    void sendsDateAndServer();
    void keepsLineEndsOutOfHeaders();
    void answersFromAnotherThreadAndOnce();
    void answers500WhenTheReplyIsLost_data();
    void answers500WhenTheReplyIsLost();
    void sendsLargeAnswersWhole();
    void logsMethodPathStatusOnly();

private:
    EchoHandler m_handler;
    std::mutex m_mutex;
    std::vector<local::Exchange> m_log;
    local::Server m_server{{0,
                            {true, {}},
                            {},
                            [this](const local::Exchange& entry) {
                                const std::lock_guard lock(m_mutex);
                                m_log.push_back(entry);
                            }},
                           m_handler};
    std::uint16_t m_port = 0;
};

void ExchangeTest::initTestCase()
{
    const auto port = m_server.start();
    QVERIFY(port.has_value());
    m_port = *port;
}

void ExchangeTest::refusesMalformedRequests_data()
{
    QTest::addColumn<QByteArray>("request"); // HOST stands for the proper Host line
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const char* request, int status = 400) {
        QTest::newRow(name) << QByteArray(request) << status;
    };
    row("Content-Length and Transfer-Encoding",
        "POST / HTTP/1.1\r\nHOSTContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("Transfer-Encoding and Content-Length",
        "POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n");
    row("two different Content-Lengths",
        "POST / HTTP/1.1\r\nHOSTContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
    row("two equal Content-Lengths",
        "POST / HTTP/1.1\r\nHOSTContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc");
    row("a Content-Length list", "POST / HTTP/1.1\r\nHOSTContent-Length: 3, 3\r\n\r\nabc");
    row("a negative Content-Length", "POST / HTTP/1.1\r\nHOSTContent-Length: -3\r\n\r\nabc");
    row("a signed Content-Length", "POST / HTTP/1.1\r\nHOSTContent-Length: +3\r\n\r\nabc");
    row("a Content-Length of words", "POST / HTTP/1.1\r\nHOSTContent-Length: three\r\n\r\nabc");
    row("a Content-Length past 64 bits",
        "POST / HTTP/1.1\r\nHOSTContent-Length: 18446744073709551616\r\n\r\nabc");
    row("a hexadecimal Content-Length", "POST / HTTP/1.1\r\nHOSTContent-Length: 0x3\r\n\r\nabc");
    row("a chunk size of no digits",
        "POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n");
    row("a negative chunk size",
        "POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n");
    row("a chunk longer than it says",
        "POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n");
    row("a chunk size past 64 bits",
        "POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n10000000000000003\r\nabc\r\n0\r\n\r\n");
    row("two Transfer-Encodings",
        "POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("a blank before the colon", "POST / HTTP/1.1\r\nHOSTContent-Length : 3\r\n\r\nabc");
    row("a field without a name", "GET / HTTP/1.1\r\nHOST: x\r\n\r\n");
    row("a field without a colon", "GET / HTTP/1.1\r\nHOSTnonsense\r\n\r\n");
    row("a lone line feed within the header", "GET / HTTP/1.1\r\nHOSTA: b\nC: d\r\n\r\n");
    row("a folded line", "GET / HTTP/1.1\r\nHOSTA: b\r\n c\r\n\r\n");
    row("a Host in a folded line", "GET / HTTP/1.1\r\nHost:\r\n localhost:PORT\r\n\r\n");
    row("a chunk extension that runs over its line",
        "POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n3;a=\"\r\nabc\r\n0\r\n\"\r\n\r\n");
    row("a request line without version", "GET /\r\nHOST\r\n");
    row("no method", " / HTTP/1.1\r\nHOST\r\n");
    row("the hello of TLS", "\x16\x03\x01\x02");
    row("an absolute target", "GET http://127.0.0.1/ HTTP/1.1\r\nHOST\r\n");
    row("a target without a slash", "GET x HTTP/1.1\r\nHOST\r\n");
    row("a star with GET", "GET * HTTP/1.1\r\nHOST\r\n");
    row("chunks in HTTP/1.0", "POST / HTTP/1.0\r\nHOSTTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("an unknown transfer coding",
        "POST / HTTP/1.1\r\nHOSTTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
    row("a transfer coding in disguise",
        "POST / HTTP/1.1\r\nHOSTTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501);
    row("HTTP/2 without an upgrade", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
}

void ExchangeTest::refusesMalformedRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    request.replace("HOST", "Host: localhost:" + QByteArray::number(m_port) + "\r\n");
    const int before = m_handler.handled;
    RawClient client(m_port);
    client.send(request.toStdString());
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Connection"), std::string("close"));
    QVERIFY(client.closes());
    QCOMPARE(m_handler.handled.load(), before);
}

void ExchangeTest::takesWellFormedRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("echo");
    const auto row = [](const char* name, const char* request, const char* echo) {
        QTest::newRow(name) << QByteArray(request) << QByteArray(echo);
    };
    row("a plain GET", "GET /a?b=%20 HTTP/1.1\r\nHOST\r\n", "GET /a?b=%20 ");
    row("a body by length", "POST /a HTTP/1.1\r\nHOSTContent-Length: 3\r\n\r\nabc", "POST /a abc");
    row("an empty body", "POST /a HTTP/1.1\r\nHOSTContent-Length: 0\r\n\r\n", "POST /a ");
    row("a body in chunks",
        "PUT /a HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
        "PUT /a abcde");
    row("chunks with extension and trailer",
        "PUT /a HTTP/1.1\r\nHOSTTransfer-Encoding: Chunked\r\n\r\n3;x=\"y\"\r\nabc\r\n0\r\nA: b\r\n\r\n",
        "PUT /a abc");
    row("a DELETE with a body", "DELETE /a HTTP/1.1\r\nHOSTContent-Length: 2\r\n\r\n{}", "DELETE /a {}");
    row("empty lines before the request", "\r\n\r\nGET /a HTTP/1.1\r\nHOST\r\n", "GET /a ");
    row("another method", "PATCH /a HTTP/1.1\r\nHOST\r\n", "PATCH /a ");
    row("a star with OPTIONS", "OPTIONS * HTTP/1.1\r\nHOST\r\n", "OPTIONS * ");
}

void ExchangeTest::takesWellFormedRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, echo);
    request.replace("HOST", "Host: localhost:" + QByteArray::number(m_port) + "\r\n");
    const RawAnswer whole = ask(m_port, request.toStdString());
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.body, echo.toStdString());

    RawClient dribbler(m_port); // every cut between two reads must do
    for (const char byte : request.toStdString())
        QVERIFY(dribbler.send(std::string_view(&byte, 1)));
    QCOMPARE(dribbler.answer().body, echo.toStdString());
}

void ExchangeTest::closesAfterARefusalSoThatNothingIsSmuggled()
{
    const int before = m_handler.handled;
    RawClient client(m_port);
    client.send("POST / HTTP/1.1\r\nHost: localhost:" + std::to_string(m_port) +
                "\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
                makeRequest(m_port, "GET", "/smuggled"));
    QCOMPARE(client.answer().status, 400);
    QVERIFY(client.closes());
    QCOMPARE(m_handler.handled.load(), before);
}

void ExchangeTest::keepsTheConnectionForTheNextRequest()
{
    RawClient client(m_port);
    for (int i = 0; i < 5; ++i) {
        const std::string target = "/" + std::to_string(i);
        client.send(makeRequest(m_port, "POST", target, "", "body"));
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.body, "POST " + target + " body");
        QCOMPARE(answer.count("Connection"), std::size_t(0));
    }
}

void ExchangeTest::answersPipelinedRequestsInOrder()
{
    RawClient client(m_port);
    std::string requests;
    for (int i = 0; i < 300; ++i)
        requests +=
            makeRequest(m_port, i % 2 ? "GET" : "POST", "/" + std::to_string(i), "", i % 2 ? "" : "abc");
    QVERIFY(client.send(requests));
    for (int i = 0; i < 300; ++i)
        QCOMPARE(client.answer().body,
                 (i % 2 ? "GET /" : "POST /") + std::to_string(i) + (i % 2 ? " " : " abc"));
}

void ExchangeTest::closesWhenAskedTo()
{
    RawClient client(m_port);
    client.send(makeRequest(m_port, "GET", "/a", "Connection: close\r\n"));
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Connection"), std::string("close"));
    QVERIFY(client.closes());
}

void ExchangeTest::speaksHttp10()
{
    const std::string host = "Host: localhost:" + std::to_string(m_port) + "\r\n";
    RawClient once(m_port);
    once.send("GET /a HTTP/1.0\r\n" + host + "\r\n");
    QCOMPARE(once.answer().body, std::string("GET /a "));
    QVERIFY(once.closes());
    RawClient kept(m_port);
    kept.send("GET /a HTTP/1.0\r\n" + host + "Connection: keep-alive\r\n\r\n");
    QCOMPARE(kept.answer().header("Connection"), std::string("keep-alive"));
    kept.send("GET /b HTTP/1.0\r\n" + host + "\r\n");
    QCOMPARE(kept.answer().body, std::string("GET /b "));
}

void ExchangeTest::answersHeadWithoutABody()
{
    RawClient client(m_port);
    client.send(makeRequest(m_port, "HEAD", "/abc") + makeRequest(m_port, "GET", "/abc"));
    const RawAnswer head = client.answer(RawClient::Body::None);
    const RawAnswer get = client.answer();
    QCOMPARE(head.status, 200);
    QVERIFY2(get.statusLine.starts_with("HTTP/1.1 200"), get.statusLine.c_str()); // nothing came in between
    QCOMPARE(get.body, std::string("GET /abc "));
    QCOMPARE(head.header("Content-Length"), std::to_string(get.body.size()));
    QCOMPARE(head.header("Content-Type"), get.header("Content-Type"));
}

void ExchangeTest::saysContinueBeforeTheBody()
{
    RawClient client(m_port);
    client.send("POST /a HTTP/1.1\r\nHost: localhost:" + std::to_string(m_port) +
                "\r\nExpect: 100-Continue\r\nContent-Length: 3\r\n\r\n");
    QCOMPARE(client.answer().status, 100);
    client.send("abc");
    QCOMPARE(client.answer().body, std::string("POST /a abc"));
}

void ExchangeTest::refusesAnAnnouncedBodyInsteadOfContinue()
{
    RawClient client(m_port);
    client.send("POST /small HTTP/1.1\r\nHost: localhost:" + std::to_string(m_port) +
                "\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n");
    QCOMPARE(client.answer().status, 413);
    QVERIFY(client.closes());
}

void ExchangeTest::refusesOtherExpectations()
{
    QCOMPARE(ask(m_port, makeRequest(m_port, "POST", "/a", "Expect: a-miracle\r\n", "abc")).status, 417);
}

void ExchangeTest::refusesABodyByItsAnnouncedLength()
{
    RawClient client(m_port);
    client.send("POST /small HTTP/1.1\r\nHost: localhost:" + std::to_string(m_port) +
                "\r\nContent-Length: 1073741824\r\n\r\n");
    QCOMPARE(client.answer().status, 413); // at once: no byte of the body was sent
    QCOMPARE(ask(m_port, makeRequest(m_port, "POST", "/small", "", "12345678901")).status, 413);
    QCOMPARE(ask(m_port, makeRequest(m_port, "POST", "/other", "", "12345678901")).status, 200);
}

void ExchangeTest::refusesAChunkedBodyAsItGrows()
{
    RawClient client(m_port);
    client.send("POST /small HTTP/1.1\r\nHost: localhost:" + std::to_string(m_port) +
                "\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n");
    QVERIFY(!client.hasNews(std::chrono::milliseconds(20)));
    client.send("5\r\n");
    QCOMPARE(client.answer().status, 413);
    QVERIFY(client.closes());
}

void ExchangeTest::takesABodyOfExactlyTheLimit()
{
    QCOMPARE(ask(m_port, makeRequest(m_port, "POST", "/small", "", "1234567890")).body,
             std::string("POST /small 1234567890"));
    QCOMPARE(ask(m_port, "POST /small HTTP/1.1\r\nHost: localhost:" + std::to_string(m_port) +
                             "\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n4\r\nghij\r\n0\r\n\r\n")
                 .status,
             200);
    const std::string mebibyte(1024 * 1024, 'x');
    QCOMPARE(ask(m_port, makeRequest(m_port, "POST", "/a", "", mebibyte)).body, "POST /a " + mebibyte);
    QCOMPARE(ask(m_port, makeRequest(m_port, "POST", "/a", "", mebibyte + "x")).status, 413);
}

void ExchangeTest::letsTheHandlerShapeRefusals()
{
    const RawAnswer answer =
        ask(m_port, makeRequest(m_port, "POST", "/small", "Origin: http://localhost:1\r\n", "12345678901"));
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.header("Content-Type"), std::string("application/json"));
    QVERIFY(answer.body.starts_with("{\"error\":\""));
    QCOMPARE(answer.header("Access-Control-Allow-Origin"), std::string("http://localhost:1"));
}

void ExchangeTest::refusesAHeaderPastTheLimit()
{
    const std::string line = "X: " + std::string(8000, 'x') + "\r\n";
    QCOMPARE(ask(m_port, makeRequest(m_port, "GET", "/a", line + line + line)).status, 431);
    QCOMPARE(ask(m_port, makeRequest(m_port, "GET", "/" + std::string(17000, 'x'))).status, 431);
    RawClient endless(m_port); // without an end of line, let alone of the header
    endless.send("GET /" + std::string(20000, 'x'));
    QCOMPARE(endless.answer().status, 431);
    QVERIFY(endless.closes());
}

void ExchangeTest::takesAHeaderOfTheLimit()
{
    const std::size_t rest = makeRequest(m_port, "GET", "/a", "X: \r\n").size();
    const auto status = [&](std::size_t size) {
        return ask(m_port, makeRequest(m_port, "GET", "/a", "X: " + std::string(size - rest, 'x') + "\r\n"))
            .status;
    };
    QCOMPARE(status(16 * 1024), 200);
    QCOMPARE(status(16 * 1024 + 1), 431);
}

void ExchangeTest::sendsDateAndServer()
{
    for (const RawAnswer& answer :
         {ask(m_port, makeRequest(m_port, "GET", "/a")), ask(m_port, "GET / HTTP/1.1\r\n\r\n")}) {
        QCOMPARE(answer.header("Server"), std::string("chat-token"));
        const QDateTime date =
            QLocale::c().toDateTime(QString::fromStdString(answer.header("Date")).chopped(4),
                                    QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
        QVERIFY2(date.isValid(), answer.header("Date").c_str());
        QVERIFY(answer.header("Date").ends_with(" GMT"));
        QVERIFY(
            std::abs(QDateTime(date.date(), date.time(), Qt::UTC).secsTo(QDateTime::currentDateTimeUtc())) <
            5);
    }
}

void ExchangeTest::keepsLineEndsOutOfHeaders()
{
    RawClient client(m_port);
    client.send(makeRequest(m_port, "GET", "/hold"));
    QTRY_COMPARE(m_handler.held(), std::size_t(1));
    m_handler.release().front()({200, "text/plain", {{"X-A", "b\r\nX-Evil: 1"}}, ""});
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.count("X-Evil"), std::size_t(0));
    QCOMPARE(answer.count("X-A"), std::size_t(1));
}

void ExchangeTest::answersFromAnotherThreadAndOnce()
{
    RawClient client(m_port);
    client.send(makeRequest(m_port, "GET", "/hold") + makeRequest(m_port, "GET", "/next"));
    QTRY_COMPARE(m_handler.held(), std::size_t(1));
    QVERIFY(!client.hasNews(std::chrono::milliseconds(20)));
    auto replies = m_handler.release();
    std::thread([&] {
        replies.front()({200, "text/plain", {}, "first"});
        replies.front()({200, "text/plain", {}, "second"});
    }).join();
    QCOMPARE(client.answer().body, std::string("first"));
    QCOMPARE(client.answer().body, std::string("GET /next "));

    client.send(makeRequest(m_port, "GET", "/hold")); // an old reply does not answer a later request
    QTRY_COMPARE(m_handler.held(), std::size_t(1));
    replies.front()({200, "text/plain", {}, "third"});
    QVERIFY(!client.hasNews(std::chrono::milliseconds(20)));
    m_handler.release().front()({200, "text/plain", {}, "fourth"});
    QCOMPARE(client.answer().body, std::string("fourth"));
}

void ExchangeTest::answers500WhenTheReplyIsLost_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("the handler drops the reply") << QByteArray("/lost");
    QTest::newRow("the handler throws") << QByteArray("/throw");
}

void ExchangeTest::answers500WhenTheReplyIsLost()
{
    QFETCH(QByteArray, path);
    RawClient client(m_port);
    client.send(makeRequest(m_port, "GET", path.toStdString()));
    QCOMPARE(client.answer().status, 500);
    client.send(makeRequest(m_port, "GET", "/a"));
    QCOMPARE(client.answer().status, 200);
}

void ExchangeTest::sendsLargeAnswersWhole()
{
    QCOMPARE(ask(m_port, makeRequest(m_port, "GET", "/large/20000000")).body.size(), std::size_t(20000000));
}

void ExchangeTest::logsMethodPathStatusOnly()
{
    {
        const std::lock_guard lock(m_mutex);
        m_log.clear();
    }
    for (const std::string& request :
         {makeRequest(m_port, "HEAD", "/a?token=secret"), std::string("GET / HTTP/1.1\r\n\r\n"),
          std::string("nonsense\r\n\r\n")}) {
        RawClient client(m_port);
        client.send(request);
        QVERIFY(client.answer(RawClient::Body::None).status > 0);
    }
    const auto size = [this] {
        const std::lock_guard lock(m_mutex);
        return m_log.size();
    };
    QTRY_COMPARE(size(), std::size_t(3));
    QCOMPARE(m_log[0].method, std::string("HEAD"));
    QCOMPARE(m_log[0].path, std::string("/a"));
    QCOMPARE(m_log[0].status, 200);
    QVERIFY(m_log[0].duration.count() > 0);
    QCOMPARE(m_log[1].status, 400);
    QCOMPARE(m_log[2].method, std::string());
    QCOMPARE(m_log[2].status, 400);
}

QTEST_GUILESS_MAIN(ExchangeTest)
#include "ExchangeTest.moc"

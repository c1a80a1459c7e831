// SPDX-License-Identifier: Apache-2.0
#include "tests/support/SocketClient.h"
#include "tests/unit/local/EchoSocket.h"

#include <QElapsedTimer>
#include <QFile>
#include "tests/support/Memory.h"

#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace std::chrono_literals;
using support::RawClient;
using support::SocketClient;

namespace {

struct Trial
{
    explicit Trial(local::Limits limits = {})
        : server({0, {true, {"https://app.example.com"}}, limits, {}}, handler)
        , port(server.start().value_or(0))
    {
    }
    SocketEcho handler;
    local::Server server;
    std::uint16_t port;
};

} // namespace

class SocketTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersTheHandshakeOfTheRfc();
    void bringsMessagesBothWays();
    void putsFragmentsTogetherAndAnswersPings();
    void letsTheGateDecide_data();
    void letsTheGateDecide();
    void refusesABrokenHandshake_data();
    void refusesABrokenHandshake();
    void leavesOtherPathsToTheRequestHandler();
    void closesOnABrokenFrame_data();
    void closesOnABrokenFrame();
    void closesOnATooLargeMessage();
    void closesWhenToldTo();
    void answersAnExceptionWithAClose();
    void callsBackLater();
    void cutsOffWhoDoesNotRead();
    void endsASilentSocket();
    void tellsTheHandlerOfEveryEnd();
    void doesNotCountAsAConnection();
    void holdsTwoThousandAndNoMore();
    void staysSmallUnderUnfinishedMessages();
};

/// RFC 6455 section 1.3 has the key and what must come of it.
void SocketTest::answersTheHandshakeOfTheRfc()
{
    Trial trial;
    const SocketClient client(trial.port, "/websocket",
                              "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n");
    QCOMPARE(client.status(), 101);
    QCOMPARE(client.handshake().header("Sec-WebSocket-Accept"), std::string("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    QCOMPARE(client.handshake().header("Sec-WebSocket-Extensions"), std::string());
    QCOMPARE(client.handshake().header("Server"), std::string("chat-token"));
}

void SocketTest::bringsMessagesBothWays()
{
    Trial trial;
    SocketClient client(trial.port);
    for (const std::size_t size : {0U, 1U, 125U, 126U, 4095U, 4096U, 4097U, 65'535U, 65'536U}) {
        const std::string message(size, 'm');
        QVERIFY(client.send(message));
        const auto answer = client.receive();
        QCOMPARE(answer.opcode, int(SocketClient::Binary));
        QVERIFY(answer.payload == message);
    }
    client.sendFrame(SocketClient::Text, "words");
    QCOMPARE(client.receive().payload, std::string("text:words"));
}

void SocketTest::putsFragmentsTogetherAndAnswersPings()
{
    Trial trial;
    SocketClient client(trial.port);
    client.sendFrame(SocketClient::Binary, "one ", false);
    client.sendFrame(SocketClient::Ping, "are you there");
    client.sendFrame(SocketClient::Continuation, "two ", false);
    client.sendFrame(SocketClient::Continuation, "three");
    const auto pong = client.receive();
    QCOMPARE(pong.opcode, int(SocketClient::Pong));
    QCOMPARE(pong.payload, std::string("are you there"));
    QCOMPARE(client.receive().payload, std::string("one two three"));
}

void SocketTest::letsTheGateDecide_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("status");
    QTest::newRow("no origin") << QByteArray() << 101;
    QTest::newRow("a page on loopback") << QByteArray("Origin: http://localhost:5173\r\n") << 101;
    QTest::newRow("a listed origin") << QByteArray("Origin: https://app.example.com\r\n") << 101;
    QTest::newRow("a foreign page") << QByteArray("Origin: https://evil.example\r\n") << 403;
    QTest::newRow("a sandboxed page") << QByteArray("Origin: null\r\n") << 403;
    QTest::newRow("a foreign page that looks local")
        << QByteArray("Origin: http://localhost.evil\r\n") << 403;
    QTest::newRow("two origins") << QByteArray("Origin: http://localhost\r\nOrigin: https://evil.example\r\n")
                                 << 403;
    QTest::newRow("a foreign site without an origin") << QByteArray("Sec-Fetch-Site: cross-site\r\n") << 403;
    QTest::newRow("two hosts") << QByteArray("Host: evil.example\r\n") << 400;
}

void SocketTest::letsTheGateDecide()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, status);
    Trial trial;
    SocketClient client(trial.port, "/websocket", lines.toStdString()); // open until the end
    QCOMPARE(client.status(), status);
    QCOMPARE(trial.handler.log.destroyed > 0, false);
}

void SocketTest::refusesABrokenHandshake_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("no key") << QByteArray("Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n");
    QTest::newRow("no version") << QByteArray("Connection: Upgrade\r\nSec-WebSocket-Key: "
                                              "dGhlIHNhbXBsZSBub25jZQ==\r\n");
    QTest::newRow("an old version") << QByteArray("Connection: Upgrade\r\nSec-WebSocket-Version: 8\r\n"
                                                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    QTest::newRow("no connection") << QByteArray("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                                                 "dGhlIHNhbXBsZSBub25jZQ==\r\n");
}

void SocketTest::refusesABrokenHandshake()
{
    QFETCH(QByteArray, lines);
    Trial trial;
    RawClient client(trial.port);
    client.send(support::makeRequest(trial.port, "GET", "/websocket",
                                     "Upgrade: websocket\r\n" + lines.toStdString()));
    const int status = client.answer().status;
    QVERIFY2(status == 400 || status == 426, qPrintable(QString::number(status)));
    QVERIFY(client.closes());
    QTRY_COMPARE(trial.handler.log.destroyed.load(), 1);
    QCOMPARE(trial.handler.log.opened.load(), 0);
    QCOMPARE(trial.handler.log.closed.load(), 0);
}

void SocketTest::leavesOtherPathsToTheRequestHandler()
{
    Trial trial;
    const SocketClient client(trial.port, "/elsewhere");
    QCOMPARE(client.status(), 200);
    QCOMPARE(client.handshake().body, std::string("/elsewhere"));
}

void SocketTest::closesOnABrokenFrame_data()
{
    QTest::addColumn<QByteArray>("bytes"); // in hexadecimal digits, behind a good handshake
    QTest::newRow("not masked") << QByteArray("820161");
    QTest::newRow("a reserved bit") << QByteArray("c2811234567800");
    QTest::newRow("a reserved opcode") << QByteArray("83811234567800");
    QTest::newRow("a continuation of nothing") << QByteArray("80811234567800");
    QTest::newRow("a ping of 126 bytes") << QByteArray("89fe007e12345678");
    QTest::newRow("a ping in pieces") << QByteArray("098012345678");
    QTest::newRow("a length of 2^63") << QByteArray("82ff800000000000000012345678");
    QTest::newRow("a gigabyte announced") << QByteArray("82ff000000004000000012345678");
}

void SocketTest::closesOnABrokenFrame()
{
    QFETCH(QByteArray, bytes);
    Trial trial;
    {
        SocketClient client(trial.port);
        QCOMPARE(client.status(), 101);
        client.raw().send(QByteArray::fromHex(bytes).toStdString());
        const int code = client.receive().closeCode();
        QVERIFY2(code == 1002 || code == 1009, qPrintable(QString::number(code)));
        QVERIFY(client.raw().closes());
    }
    QTRY_COMPARE(trial.handler.log.closed.load(), 1);
}

void SocketTest::closesOnATooLargeMessage()
{
    Trial trial;
    SocketClient whole(trial.port);
    whole.send(std::string(65'537, 'x'));
    QCOMPARE(whole.receive().closeCode(), 1009);
    SocketClient pieces(trial.port);
    for (int i = 0; i < 17; ++i)
        pieces.sendFrame(i == 0 ? SocketClient::Binary : SocketClient::Continuation, std::string(4096, 'x'),
                         false);
    QCOMPARE(pieces.receive().closeCode(), 1009);
}

void SocketTest::closesWhenToldTo()
{
    Trial trial;
    SocketClient client(trial.port);
    client.send("last words");
    client.send("close");
    client.send("too late");
    QCOMPARE(client.receive().payload, std::string("last words"));
    const auto end = client.receive();
    QCOMPARE(end.closeCode(), 4000);
    QCOMPARE(end.payload.substr(2), std::string("as told"));
    client.sendFrame(SocketClient::Close, end.payload.substr(0, 2));
    QVERIFY(client.raw().closes());
    QTRY_COMPARE(trial.handler.log.closed.load(), 1);
}

void SocketTest::answersAnExceptionWithAClose()
{
    Trial trial;
    SocketClient client(trial.port);
    client.send("throw");
    QCOMPARE(client.receive().closeCode(), 1011);
}

void SocketTest::callsBackLater()
{
    Trial trial;
    SocketClient client(trial.port);
    client.send("later");
    QElapsedTimer timer;
    timer.start();
    client.send("later"); // takes the place of the first
    QCOMPARE(client.receive().payload, std::string("now"));
    QVERIFY(timer.elapsed() >= 500);
    QVERIFY(!client.raw().hasNews(200ms));
    QCOMPARE(trial.handler.log.timesPassed.load(), 1);
}

void SocketTest::cutsOffWhoDoesNotRead()
{
    local::Limits limits;
    limits.writeTime = 200ms;
    Trial trial(limits);
    SocketClient client(trial.port);
    client.send("flood");
    QTRY_COMPARE(trial.handler.log.closed.load(), 1);
}

void SocketTest::endsASilentSocket()
{
    local::Limits limits;
    limits.firstMessageTime = 1s;
    limits.socketIdleTime = 2s;
    Trial trial(limits);
    SocketClient silent(trial.port);
    SocketClient client(trial.port);
    client.send("hello");
    QCOMPARE(client.receive().payload, std::string("hello"));
    QCOMPARE(silent.receive().closeCode(), 1008);
    QCOMPARE(client.receive().closeCode(), 0); // on the other clock: it never answers the ping
    QVERIFY(client.raw().closes());
}

void SocketTest::tellsTheHandlerOfEveryEnd()
{
    Trial trial;
    {
        SocketClient polite(trial.port);
        polite.sendFrame(SocketClient::Close, std::string("\x03\xe8", 2));
        QCOMPARE(polite.receive().closeCode(), 1000);
        SocketClient rude(trial.port);
        QCOMPARE(rude.status(), 101);
    }
    QTRY_COMPARE(trial.handler.log.closed.load(), 2);
    const SocketClient open(trial.port);
    QTRY_COMPARE(trial.handler.log.opened.load(), 3);
    trial.server.stop();
    QCOMPARE(trial.handler.log.closed.load(), 3);
    QCOMPARE(trial.handler.log.destroyed.load(), 3);
}

void SocketTest::doesNotCountAsAConnection()
{
    local::Limits limits;
    limits.connections = 2;
    Trial trial(limits);
    std::vector<std::unique_ptr<SocketClient>> clients;
    for (int i = 0; i < 8; ++i)
        clients.push_back(std::make_unique<SocketClient>(trial.port));
    for (const auto& client : clients) {
        client->send("still here");
        QCOMPARE(client->receive().payload, std::string("still here"));
    }
    QCOMPARE(support::ask(trial.port, support::makeRequest(trial.port, "GET", "/x")).status, 200);
}

void SocketTest::holdsTwoThousandAndNoMore()
{
    rlimit files{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = files.rlim_max;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &files), 0);
    if (files.rlim_cur < 4'200)
        QSKIP("this machine allows too few descriptors");
    Trial trial;
    std::vector<std::unique_ptr<SocketClient>> clients;
    const long before = support::residentBytes();
    for (int i = 0; i < 2'000; ++i) {
        clients.push_back(std::make_unique<SocketClient>(trial.port));
        QCOMPARE(clients.back()->status(), 101);
        clients.back()->send("hello");
        QCOMPARE(clients.back()->receive().payload, std::string("hello"));
    }
    qInfo("2,000 sockets take %ld KiB", (support::residentBytes() - before) / 1024);
    QCOMPARE(SocketClient(trial.port).status(), 503);
    QElapsedTimer timer;
    timer.start();
    for (const auto& client : clients)
        client->send("again");
    for (const auto& client : clients)
        QCOMPARE(client->receive().payload, std::string("again"));
    qInfo("a round of 2,000 messages took %lld ms", timer.elapsed());
    clients.pop_back();
    QTRY_COMPARE(SocketClient(trial.port).status(), 101);
}

void SocketTest::staysSmallUnderUnfinishedMessages()
{
    Trial trial;
    SocketClient normal(trial.port);
    normal.send("x");
    QCOMPARE(normal.receive().payload, std::string("x"));
    const long before = support::residentBytes();
    std::vector<std::unique_ptr<SocketClient>> hostile;
    for (int i = 0; i < 400; ++i) { // 24 MiB in all, each short of its end
        hostile.push_back(std::make_unique<SocketClient>(trial.port));
        hostile.back()->sendFrame(SocketClient::Binary, std::string(62'000, 'x'), false);
    }
    QElapsedTimer timer;
    timer.start();
    normal.send("still there?");
    QCOMPARE(normal.receive().payload, std::string("still there?"));
    const qint64 waited = timer.elapsed();
    const long rise = support::residentBytes() - before;
    QVERIFY(trial.handler.log.closed > 300);
    qInfo("resident memory rose by %ld KiB, the answer took %lld ms", rise / 1024, waited);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they keep what is freed
    QVERIFY(rise < 16L * 1024 * 1024);
#endif
}

QTEST_GUILESS_MAIN(SocketTest)
#include "SocketTest.moc"

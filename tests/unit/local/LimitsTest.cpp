// SPDX-License-Identifier: Apache-2.0
#include "tests/support/Memory.h"
#include "tests/support/RawClient.h"
#include "tests/unit/local/EchoHandler.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <memory>

#include <unistd.h>

using namespace std::chrono_literals;
using support::makeRequest;
using support::RawAnswer;
using support::RawClient;

namespace {

/// A server with its own limits and its port.
struct Trial
{
    explicit Trial(local::Limits limits)
        : server({0, {true, {}}, limits, {}}, handler)
        , port(server.start().value_or(0))
    {
    }
    EchoHandler handler;
    local::Server server;
    std::uint16_t port;
};

local::Limits quick()
{
    local::Limits limits;
    limits.headerTime = 200ms;
    limits.requestTime = 400ms;
    limits.idleTime = 150ms;
    limits.writeTime = 200ms;
    limits.lingerTime = 100ms;
    return limits;
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
}

/// Sends a byte every few milliseconds until the server answers; how long that took.
qint64 dribble(RawClient& client, const std::string& bytes)
{
    QElapsedTimer timer;
    timer.start();
    for (std::size_t i = 0; timer.elapsed() < 60'000; ++i) {
        client.send(bytes.substr(i % bytes.size(), 1));
        if (client.hasNews(10ms))
            break;
    }
    return timer.elapsed();
}

} // namespace

class LimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAHeaderThatDribbles();
    void endsABodyThatDribbles();
    void endsASilentConnection();
    void endsAnIdleConnection();
    void givesEveryRequestItsOwnTime();
    void endsAnAnswerThatNobodyReads();
    void leavesADelayedAnswerItsTime();
    void theOneLongestWithoutARequestMakesRoom();
    void aRequestInTheHandlersHandsIsNotClosed();
    void refusesTheLargestBodyWhenAllAreTooMuch();
    void staysSmallAndAnswersUnderHostileClients();
};

void LimitsTest::endsAHeaderThatDribbles()
{
    Trial trial(quick());
    RawClient client(trial.port);
    client.send("GET / HTTP/1.1\r\nX: ");
    const qint64 elapsed = dribble(client, "x");
    QVERIFY2(elapsed >= 200, qPrintable(QString::number(elapsed)));
    QCOMPARE(client.answer().status, 408);
    QVERIFY(client.closes());
}

void LimitsTest::endsABodyThatDribbles()
{
    for (const char* framing : {"Content-Length: 100000", "Transfer-Encoding: chunked"}) {
        Trial trial(quick());
        RawClient client(trial.port);
        client.send("POST / HTTP/1.1\r\nHost: localhost:" + std::to_string(trial.port) + "\r\n" + framing +
                    "\r\n\r\n");
        const qint64 elapsed = dribble(client, "1\r\nx\r\n");
        QVERIFY2(elapsed >= 400, qPrintable(QString::number(elapsed)));
        QCOMPARE(client.answer().status, 408);
        QVERIFY(client.closes());
    }
}

void LimitsTest::endsASilentConnection()
{
    Trial trial(quick());
    QElapsedTimer timer;
    timer.start();
    RawClient client(trial.port);
    QVERIFY(client.closes());
    QVERIFY(timer.elapsed() >= 200);
}

void LimitsTest::endsAnIdleConnection()
{
    Trial trial(quick());
    RawClient client(trial.port);
    QElapsedTimer timer;
    timer.start();
    client.send(makeRequest(trial.port, "GET", "/a"));
    QCOMPARE(client.answer().status, 200);
    QVERIFY(client.closes());
    QVERIFY(timer.elapsed() >= 150);
}

void LimitsTest::givesEveryRequestItsOwnTime()
{
    local::Limits limits = quick();
    limits.headerTime = 2s;
    limits.requestTime = 2s;
    limits.idleTime = 2s;
    Trial trial(limits);
    RawClient client(trial.port);
    for (int i = 0; i < 5; ++i) { // longer than any one deadline in all
        client.send("GET /a HTTP/1.1\r\nHost: localhost:");
        QVERIFY(!client.hasNews(500ms));
        client.send(std::to_string(trial.port) + "\r\n\r\n");
        QCOMPARE(client.answer().status, 200);
    }
}

void LimitsTest::endsAnAnswerThatNobodyReads()
{
    Trial trial(quick());
    const qsizetype before = openDescriptors();
    RawClient client(trial.port);
    client.send(makeRequest(trial.port, "GET", "/large/50000000"));
    QTRY_COMPARE(trial.handler.handled.load(), 1);
    QTRY_COMPARE(openDescriptors(), before + 1); // the server has closed its end
    QCOMPARE(client.answer().status, 0);         // cut short
}

void LimitsTest::leavesADelayedAnswerItsTime()
{
    Trial trial(quick());
    RawClient client(trial.port);
    client.send(makeRequest(trial.port, "GET", "/hold"));
    QTRY_COMPARE(trial.handler.held(), std::size_t(1));
    QVERIFY(!client.hasNews(600ms)); // past every deadline
    trial.handler.release().front()({200, "", {}, "late"});
    QCOMPARE(client.answer().body, std::string("late"));
}

void LimitsTest::theOneLongestWithoutARequestMakesRoom()
{
    local::Limits limits;
    limits.connections = 4;
    Trial trial(limits);
    std::vector<RawClient> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back(trial.port);
        clients.back().send(makeRequest(trial.port, "GET", "/a")); // the answer proves that it is in
        QCOMPARE(clients.back().answer().status, 200);
    }
    clients[0].send(makeRequest(trial.port, "GET", "/a")); // 0 has had a request since 1 had
    QCOMPARE(clients[0].answer().status, 200);
    clients[1].send("GET /a HTTP/1.1\r\n"); // bytes alone do not count
    RawClient fifth(trial.port);
    QVERIFY(clients[1].closes());
    fifth.send(makeRequest(trial.port, "GET", "/a"));
    QCOMPARE(fifth.answer().status, 200);
    for (const std::size_t i : {0U, 2U, 3U}) {
        clients[i].send(makeRequest(trial.port, "GET", "/a"));
        QCOMPARE(clients[i].answer().status, 200);
    }
}

void LimitsTest::aRequestInTheHandlersHandsIsNotClosed()
{
    local::Limits limits;
    limits.connections = 2;
    Trial trial(limits);
    RawClient first(trial.port);
    first.send(makeRequest(trial.port, "GET", "/hold"));
    QTRY_COMPARE(trial.handler.held(), std::size_t(1));
    RawClient second(trial.port);
    second.send(makeRequest(trial.port, "GET", "/a"));
    QCOMPARE(second.answer().status, 200);
    RawClient third(trial.port);
    QVERIFY(second.closes());
    third.send(makeRequest(trial.port, "GET", "/hold"));
    QTRY_COMPARE(trial.handler.held(), std::size_t(2));
    RawClient fourth(trial.port); // nobody can make room
    const RawAnswer full = fourth.answer();
    QCOMPARE(full.status, 503);
    QCOMPARE(full.header("Retry-After"), std::string("1"));
    QVERIFY(!full.body.empty());
    QVERIFY(fourth.closes());
    for (const local::Reply& reply : trial.handler.release())
        reply({200, "", {}, "done"});
    QCOMPARE(first.answer().body, std::string("done"));
    QCOMPARE(third.answer().body, std::string("done"));
}

void LimitsTest::refusesTheLargestBodyWhenAllAreTooMuch()
{
    local::Limits limits;
    limits.bodies = 100'000;
    Trial trial(limits);
    const std::string head = "POST /a HTTP/1.1\r\nHost: localhost:" + std::to_string(trial.port) +
                             "\r\nContent-Length: 90000\r\n\r\n";
    RawClient large(trial.port);
    large.send(head + std::string(80'000, 'x'));
    QVERIFY(!large.hasNews(50ms));
    RawClient small(trial.port);
    small.send(head + std::string(30'000, 'x'));
    QCOMPARE(large.answer().status, 503);
    small.send(std::string(60'000, 'x'));
    QCOMPARE(small.answer().status, 200);
}

void LimitsTest::staysSmallAndAnswersUnderHostileClients()
{
    Trial trial(local::Limits{});
    for (int i = 0; i < 50; ++i) // warm up, so that what is measured is the hostility
        QCOMPARE(support::ask(trial.port, makeRequest(trial.port, "POST", "/a", "", "x")).status, 200);
    const long before = support::residentBytes();
    long peak = before;

    std::vector<RawClient> slow;
    slow.reserve(900);
    qint64 worst = 0;
    const auto askNormally = [&] {
        QElapsedTimer timer;
        timer.start();
        const RawAnswer answer = support::ask(trial.port, makeRequest(trial.port, "GET", "/a"));
        worst = std::max(worst, timer.elapsed());
        peak = std::max(peak, support::residentBytes());
        return answer.status == 200;
    };
    const std::string host = "Host: localhost:" + std::to_string(trial.port) + "\r\n";
    for (int i = 0; i < 900; ++i) {
        slow.emplace_back(trial.port);
        QVERIFY(slow.back().isConnected());
        slow.back().send("POST /a HTTP/1.1\r\n" + host + "Content-Length: 1000000\r\n\r\nabc");
        if (i % 20 == 0)
            QVERIFY(askNormally());
    }
    const std::string block(64 * 1024, 'x');
    RawClient header(trial.port); // 16 MiB of header
    header.send("GET /a HTTP/1.1\r\n" + host + "X: ");
    for (int i = 0; i < 256 && header.send(block); ++i)
        peak = std::max(peak, support::residentBytes());
    QVERIFY(askNormally());

    RawClient body(trial.port); // 1 GB of body, as much of it as the server bears
    body.send("POST /a HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 16384 && body.send("10000\r\n" + block + "\r\n", 2s); ++i)
        peak = std::max(peak, support::residentBytes());
    QVERIFY(askNormally());

    std::vector<RawClient> full; // as many bodies as there are connections, each just short of its end
    for (int i = 0; i < 64; ++i) {
        full.emplace_back(trial.port);
        full.back().send("POST /a HTTP/1.1\r\n" + host + "Content-Length: 1000000\r\n\r\n" +
                         std::string(999'999, 'x'));
        if (i % 8 == 0)
            QVERIFY(askNormally());
    }
    QVERIFY(askNormally());
    qInfo("resident memory rose by %ld KiB, slowest normal answer %lld ms", (peak - before) / 1024, worst);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they keep what is freed
    QVERIFY(peak - before < 16L * 1024 * 1024);
#endif
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "LimitsTest.moc"

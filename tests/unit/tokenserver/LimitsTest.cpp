// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tokenserver/ServerTrial.h"

#include <QElapsedTimer>
#include <QFile>
#include "tests/support/Memory.h"

#include <QTest>

#include <algorithm>
#include <vector>

#include <unistd.h>

using namespace std::chrono_literals;
using support::RawClient;

/// Hostile clients: promises section 7, "Bounded".
class LimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsTooLargeOrBroken_data();
    void refusesWhatIsTooLargeOrBroken();
    void staysSmallAndQuickUnderHostileClients();
};

void LimitsTest::refusesWhatIsTooLargeOrBroken_data()
{
    QTest::addColumn<QByteArray>("rest"); // behind the Host line
    QTest::addColumn<int>("status");
    QTest::newRow("a header past 16 KiB") << "X: " + QByteArray(17000, 'x') + "\r\n\r\n" << 431;
    QTest::newRow("a body past 64 KiB") << QByteArray("Content-Length: 65537\r\n\r\n") << 413;
    QTest::newRow("a chunked body past 64 KiB")
        << "Transfer-Encoding: chunked\r\n\r\n10001\r\n" + QByteArray(65537, 'x') + "\r\n0\r\n\r\n"
        << 413;
    QTest::newRow("both framings") << QByteArray(
                                          "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                   << 400;
    QTest::newRow("a bad chunk") << QByteArray("Transfer-Encoding: chunked\r\n\r\nzz\r\n") << 400;
    QTest::newRow("a negative length") << QByteArray("Content-Length: -5\r\n\r\n") << 400;
}

void LimitsTest::refusesWhatIsTooLargeOrBroken()
{
    QFETCH(QByteArray, rest);
    QFETCH(int, status);
    const ServerTrial trial;
    const auto answer = support::ask(
        trial.port, "POST /generate-app-token HTTP/1.1\r\nHost: localhost:" + std::to_string(trial.port) +
                        "\r\n" + rest.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Content-Type"), std::string("application/json"));
    QVERIFY(answer.body.starts_with("{\"error\":\""));
    QCOMPARE(trial.alice().status, 200);
}

void LimitsTest::staysSmallAndQuickUnderHostileClients()
{
    const ServerTrial trial;
    for (int i = 0; i < 50; ++i) // warm up, so that what is measured is the hostility
        QCOMPARE(trial.alice().status, 200);
    const long before = support::residentBytes();
    long peak = before;
    qint64 worst = 0;
    const auto askNormally = [&] {
        QElapsedTimer timer;
        timer.start();
        const int status = trial.alice().status;
        worst = std::max(worst, timer.elapsed());
        peak = std::max(peak, support::residentBytes());
        return status == 200;
    };
    const std::string head =
        "POST /generate-user-token HTTP/1.1\r\nHost: localhost:" + std::to_string(trial.port) + "\r\n";
    std::vector<RawClient> slow;
    slow.reserve(900);
    for (int i = 0; i < 900; ++i) {
        slow.emplace_back(trial.port);
        QVERIFY(slow.back().isConnected());
        slow.back().send(head + "Content-Length: 65536\r\n\r\n" + std::string(60'000, 'x'));
        if (i % 20 == 0)
            QVERIFY(askNormally());
    }
    const std::string block(64 * 1024, 'x');
    RawClient header(trial.port); // 16 MiB of header
    header.send(head + "X: ");
    for (int i = 0; i < 256 && header.send(block); ++i)
        peak = std::max(peak, support::residentBytes());
    QVERIFY(askNormally());
    RawClient body(trial.port); // an endless body
    body.send(head + "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 1024 && body.send("10000\r\n" + block + "\r\n", 2s); ++i)
        peak = std::max(peak, support::residentBytes());
    QVERIFY(askNormally());
    for (RawClient& client : slow) // the last 64 are ended by the clock, the others made room
        QVERIFY(client.closes(12s));
    QVERIFY(askNormally());
    qInfo("resident memory rose by %ld KiB, slowest normal answer %lld ms", (peak - before) / 1024, worst);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they keep what is freed
    QVERIFY(peak - before < 16L * 1024 * 1024);
    QVERIFY(worst < 100);
#endif
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "LimitsTest.moc"

// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tokenserver/ServerTrial.h"

#include "core/local/Errors.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

/// Start, stop, and the certificate that can be taken away.
class LifeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers503WithoutACertificate();
    void signsNothingOnceTheCertificateIsGone();
    void stopsAndStartsOften();
    void saysThatThePortIsTaken();
    void signsForItsProjectOnly();
};

namespace {

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
}

} // namespace

void LifeTest::answers503WithoutACertificate()
{
    ServerTrial trial;
    QElapsedTimer timer;
    timer.start();
    trial.server.setCertificate({});
    const Answer locked = trial.alice();
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(locked.status, 503);
    QVERIFY(locked.error.find("locked") != std::string::npos);
    QCOMPARE(trial.form("userId=a").status, 503);
    QCOMPARE(trial.json("/generate-app-token", "{}").status, 503);
    trial.setKnob("kind=forged"); // no way round it
    QCOMPARE(trial.alice().status, 503);
    trial.setKnob("kind=off");
    trial.server.setCertificate(base::SecretBytes(ServerTrial::kCertificate));
    QCOMPARE(trial.alice().status, 200);
}

/// Under load: after setCertificate has returned, no request that begins gets a token.
void LifeTest::signsNothingOnceTheCertificateIsGone()
{
    ServerTrial trial;
    std::atomic<bool> gone = false;
    std::atomic<bool> end = false;
    std::atomic<int> late = 0;
    std::atomic<int> answered = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back([&] {
            support::RawClient client(trial.port);
            const std::string request =
                support::makeRequest(trial.port, "GET", "/api/token/generateUserToken?account=alice");
            while (!end) {
                const bool wasGone = gone;
                client.send(request);
                const int status = client.answer().status;
                late += wasGone && status != 503 ? 1 : 0;
                ++answered;
            }
        });
    }
    QTRY_VERIFY(answered > 200);
    trial.server.setCertificate({});
    gone = true;
    const int before = answered;
    QTRY_VERIFY(answered > before + 200);
    end = true;
    for (std::thread& client : clients)
        client.join();
    QCOMPARE(late.load(), 0);
}

void LifeTest::stopsAndStartsOften()
{
    ServerTrial trial;
    trial.setKnob("delay=1ms");
    QCOMPARE(trial.alice().status, 200);
    trial.server.stop();
    const auto before = openDescriptors();
    qint64 slowest = 0;
    for (int i = 0; i < 200; ++i) {
        const auto port = trial.server.start();
        QVERIFY(port.has_value());
        trial.port = *port;
        QCOMPARE(trial.alice().status, 200);
        QElapsedTimer timer;
        timer.start();
        trial.server.stop();
        slowest = std::max(slowest, timer.elapsed());
        QVERIFY(!support::RawClient(trial.port).isConnected());
    }
    QVERIFY2(slowest < 500, qPrintable(QString::number(slowest)));
    QCOMPARE(openDescriptors(), before);
}

void LifeTest::saysThatThePortIsTaken()
{
    const ServerTrial first;
    const ServerTrial second([&](tokenserver::Settings& settings) { settings.port = first.port; });
    QCOMPARE(second.port, std::uint16_t(0));
    tokenserver::Settings settings;
    settings.port = first.port;
    const auto started = tokenserver::TokenServer(std::move(settings), first.clock).start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, std::string(local::errors::kPortInUse));
}

void LifeTest::signsForItsProjectOnly()
{
    const ServerTrial trial;
    const Answer answer = trial.json("/generate-user-token",
                                     R"({"user_uuid":"a","app_id":"00000000000000000000000000000000"})");
    QCOMPARE(trial.inspect(answer.token).appId(), std::string(ServerTrial::kAppId));
}

QTEST_GUILESS_MAIN(LifeTest)
#include "LifeTest.moc"

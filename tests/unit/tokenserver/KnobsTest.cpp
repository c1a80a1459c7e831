// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tokenserver/ServerTrial.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;

/// What the knobs do to answers, while the server runs.
class KnobsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortensTheLifetime();
    void aLifetimeStaysUnderTheCap();
    void handsOutTheWrongKind();
    void handsOutExpiredTokens();
    void handsOutForgedTokens();
    void handsOutTheTokensOfOthers();
    void failsInEvenShares();
    void answersWithTheStatusAlone();
    void delaysWithoutHoldingUpTheServer();
    void aDelayedTokenIsSignedWhenItIsDue();
    void stopsWithDelayedAnswersAtHand();
    void saysInTheLogWhatItDid();
};

void KnobsTest::shortensTheLifetime()
{
    ServerTrial trial;
    trial.setKnob("lifetime=10s");
    QCOMPARE(grantOf(trial.inspect(trial.alice().token)), std::string("user alice 10"));
    QCOMPARE(grantOf(trial.inspect(trial.json("/generate-app-token", R"({"expire":5})").token)),
             std::string("app 10"));
    trial.setKnob("lifetime=off");
    QCOMPARE(grantOf(trial.inspect(trial.alice().token)), std::string("user alice 3600"));
}

void KnobsTest::aLifetimeStaysUnderTheCap()
{
    ServerTrial trial([](tokenserver::Settings& settings) { settings.maxExpire = 7200; });
    trial.setKnob("lifetime=30d");
    QCOMPARE(grantOf(trial.inspect(trial.alice().token)), std::string("user alice 7200"));
}

void KnobsTest::handsOutTheWrongKind()
{
    ServerTrial trial;
    trial.setKnob("kind=wrong");
    QCOMPARE(grantOf(trial.inspect(trial.alice().token)), std::string("app 3600"));
    QCOMPARE(grantOf(trial.inspect(trial.json("/generate-app-token", "{}").token)),
             std::string("user nobody 3600"));
}

void KnobsTest::handsOutExpiredTokens()
{
    ServerTrial trial;
    trial.setKnob("kind=expired");
    const auto inspection = trial.inspect(trial.alice().token);
    QCOMPARE(inspection.state, token::TokenState::Expired);
    QCOMPARE(inspection.signatureCheck, token::SignatureCheck::Valid);
    QCOMPARE(inspection.expiresAt().value_or(0), trial.clock.now() - 60);
}

void KnobsTest::handsOutForgedTokens()
{
    ServerTrial trial;
    trial.setKnob("kind=forged");
    const auto inspection = trial.inspect(trial.alice().token);
    QCOMPARE(inspection.signatureCheck, token::SignatureCheck::Invalid);
    QCOMPARE(grantOf(inspection), std::string("user alice 3600"));
}

void KnobsTest::handsOutTheTokensOfOthers()
{
    ServerTrial trial;
    trial.setKnob("kind=other-user");
    QCOMPARE(grantOf(trial.inspect(trial.alice().token)), std::string("user other-than-alice 3600"));
    QCOMPARE(grantOf(trial.inspect(trial.json("/generate-app-token", "{}").token)), std::string("app 3600"));
}

void KnobsTest::failsInEvenShares()
{
    ServerTrial trial;
    trial.setKnob("fail=20%");
    std::string seen;
    for (int i = 0; i < 20; ++i)
        seen += trial.alice().status == 200 ? '.' : 'x';
    QCOMPARE(seen, std::string("....x....x....x....x"));
    trial.setKnob("status=429");
    trial.setKnob("fail=50%");
    QCOMPARE(trial.alice().status, 200);
    const Answer failed = trial.alice();
    QCOMPARE(failed.status, 429);
    QVERIFY(failed.error.find("fail=50% status=429") != std::string::npos);
}

void KnobsTest::answersWithTheStatusAlone()
{
    ServerTrial trial;
    trial.setKnob("status=503");
    QCOMPARE(trial.alice().status, 503);
    QCOMPARE(trial.ask("GET", "/nowhere").status, 404); // knobs are for the routes
    trial.setKnob("status=off");
    QCOMPARE(trial.alice().status, 200);
}

void KnobsTest::delaysWithoutHoldingUpTheServer()
{
    ServerTrial trial;
    trial.setKnob("delay=600ms");
    support::RawClient slow(trial.port);
    QElapsedTimer timer;
    timer.start();
    slow.send(support::makeRequest(trial.port, "GET", "/api/token/generateUserToken?account=alice"));
    QVERIFY(!slow.hasNews(100ms));
    trial.setKnob("delay=off");
    QCOMPARE(trial.alice().status, 200);
    QVERIFY2(timer.elapsed() < 400, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(slow.answer().status, 200);
    QVERIFY2(timer.elapsed() >= 600, qPrintable(QString::number(timer.elapsed())));
}

void KnobsTest::aDelayedTokenIsSignedWhenItIsDue()
{
    ServerTrial trial;
    trial.setKnob("delay=300ms");
    support::RawClient client(trial.port);
    client.send(support::makeRequest(trial.port, "GET", "/api/token/generateUserToken?account=alice"));
    QVERIFY(!client.hasNews(100ms));
    trial.server.setCertificate({}); // locked meanwhile
    QCOMPARE(client.answer().status, 503);
}

void KnobsTest::stopsWithDelayedAnswersAtHand()
{
    ServerTrial trial;
    trial.setKnob("delay=1m");
    support::RawClient client(trial.port);
    client.send(support::makeRequest(trial.port, "GET", "/api/token/generateUserToken?account=alice"));
    QVERIFY(!client.hasNews(100ms));
    QElapsedTimer timer;
    timer.start();
    trial.server.stop();
    QVERIFY(timer.elapsed() < 500);
    QVERIFY(client.closes());
    trial.setKnob("delay=10ms");
    trial.port = trial.server.start().value_or(0);
    QCOMPARE(trial.alice().status, 200); // it delays again
}

void KnobsTest::saysInTheLogWhatItDid()
{
    ServerTrial trial;
    trial.setKnob("kind=forged");
    QCOMPARE(trial.alice().status, 200);
    trial.setKnob("kind=off");
    QCOMPARE(trial.alice().status, 200);
    QTRY_COMPARE(trial.log.counts().requests, std::uint64_t(2));
    const auto records = trial.log.take();
    QCOMPARE(records[0].knob, std::string("kind=forged"));
    QCOMPARE(records[1].knob, std::string());
    QVERIFY(records[1].issued.has_value());
    QCOMPARE(records[1].issued->userId, std::string("alice"));
    QCOMPARE(records[1].issued->expiresAt, trial.clock.now() + 3600);
    QCOMPARE(records[1].timeMs, trial.clock.nowMs());
    QCOMPARE(records[1].path, std::string("/api/token/generateUserToken"));
}

QTEST_GUILESS_MAIN(KnobsTest)
#include "KnobsTest.moc"

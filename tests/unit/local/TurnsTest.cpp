// SPDX-License-Identifier: Apache-2.0
#include "core/local/Turns.h"

#include <boost/asio/post.hpp>

#include <QTest>

#include <algorithm>
#include <vector>

using namespace std::chrono_literals;
using local::Turns;

namespace {

/// Turns on a loop that the test turns by hand, at a time that the test says.
struct Trial
{
    Turns::TimePoint now = Turns::TimePoint(1h);
    boost::asio::io_context io{1};
    Turns turns{io, [this] { return now; }};
    int pieces = 0; // done

    /// Until nothing is left to do.
    void turn()
    {
        io.restart();
        io.poll();
    }

    /// A client that asks for its next piece as soon as it has had one, `left` times.
    void pour(Turns::Share& share, int left)
    {
        if (left > 0)
            turns.run(share, [this, &share, left] {
                ++pieces;
                boost::asio::post(io, [this, &share, left] { pour(share, left - 1); });
            });
    }

    /// Uses a share up.
    void spend(Turns::Share& share)
    {
        for (int i = 0; i < Turns::kBurst; ++i)
            turns.run(share, [] {});
    }
};

} // namespace

class TurnsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShareIsSpentWithoutWaiting();
    void whoHasNoneLeftWaitsInOrder();
    void aFloodCostsOthersAFewPieces_data();
    void aFloodCostsOthersAFewPieces();
    void restFillsAShareAndWaitingDoesNot();
};

void TurnsTest::aShareIsSpentWithoutWaiting()
{
    Trial trial;
    Turns::Share share;
    int done = 0;
    for (int i = 0; i < Turns::kBurst + 1; ++i)
        trial.turns.run(share, [&] { ++done; });
    QCOMPARE(done, Turns::kBurst);
    trial.turn();
    QCOMPARE(done, Turns::kBurst + 1);
}

void TurnsTest::whoHasNoneLeftWaitsInOrder()
{
    Trial trial;
    std::vector<Turns::Share> shares(30);
    std::vector<int> order;
    for (int i = 0; i < 30; ++i) {
        trial.spend(shares[static_cast<std::size_t>(i)]);
        trial.turns.run(shares[static_cast<std::size_t>(i)], [&order, i] { order.push_back(i); });
    }
    QVERIFY(order.empty());
    trial.io.poll_one();
    QCOMPARE(order.size(), Turns::kPiecesPerTurn);
    trial.turn();
    QCOMPARE(order.size(), std::size_t(30));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TurnsTest::aFloodCostsOthersAFewPieces_data()
{
    QTest::addColumn<int>("clients");
    QTest::newRow("one client") << 1;
    QTest::newRow("as many as HTTP has") << 64;
    QTest::newRow("as many as WebSockets has") << 2000;
}

/// The pieces of the flood that go between two steps of an ordinary client, however many clients it is.
void TurnsTest::aFloodCostsOthersAFewPieces()
{
    QFETCH(int, clients);
    Trial trial;
    std::vector<Turns::Share> flood(static_cast<std::size_t>(clients));
    for (Turns::Share& share : flood) {
        trial.spend(share);
        trial.pour(share, 200);
    }
    Turns::Share ordinary;
    for (int step = 0; step < 10; ++step) {
        bool done = false;
        const int before = trial.pieces;
        boost::asio::post(trial.io, [&] { trial.turns.run(ordinary, [&] { done = true; }); });
        while (!done)
            trial.io.poll_one();
        QVERIFY2(trial.pieces - before <= int(Turns::kPiecesPerTurn),
                 qPrintable(QString::number(trial.pieces - before)));
    }
    trial.turn();
    QCOMPARE(trial.pieces, clients * 200); // and the flood has all its turns, once nobody else asks
}

void TurnsTest::restFillsAShareAndWaitingDoesNot()
{
    Trial trial;
    Turns::Share share;
    int done = 0;
    const auto piece = [&] { ++done; };
    trial.spend(share);
    trial.now += Turns::kOnePiece;
    trial.turns.run(share, piece);
    QCOMPARE(done, 1);
    trial.turns.run(share, piece);
    trial.now += 1h; // in line
    trial.turn();
    QCOMPARE(done, 2);
    trial.turns.run(share, piece);
    QCOMPARE(done, 2);
    trial.turn();
    trial.now += 1h; // at rest
    for (int i = 0; i < Turns::kBurst + 1; ++i)
        trial.turns.run(share, piece);
    QCOMPARE(done, 3 + Turns::kBurst); // never more than it began with
    trial.turn();
}

QTEST_GUILESS_MAIN(TurnsTest)
#include "TurnsTest.moc"

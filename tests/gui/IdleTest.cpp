// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include <QElapsedTimer>

/// What a window that nobody sees costs.
class IdleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTickerStopsWhileHidden();
    void noTimerFiresWhileHidden();
    void countdownsAreRightWhenItComesBack();
};

namespace {

/// Counts the timer events that reach any object of the application, by class.
class TimerWatch final : public QObject
{
public:
    QStringList fired;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Timer)
            fired << QLatin1String(watched->metaObject()->className()) + QLatin1Char(' ') +
                         (watched->parent() ? QLatin1String(watched->parent()->metaObject()->className())
                                            : QLatin1String());
        return false;
    }
};

/// Runs the event loop; the watch is on time itself here, so nothing can be waited for instead.
QStringList timersFiredWithin(int milliseconds)
{
    TimerWatch watch;
    qApp->installEventFilter(&watch);
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return watch.fired;
}

} // namespace

void IdleTest::theTickerStopsWhileHidden()
{
    support::WindowKit kit;
    QVERIFY(!kit.ticker.isRunning());
    kit.show();
    QVERIFY(kit.ticker.isRunning());
    kit.window.hide();
    QVERIFY(!kit.ticker.isRunning());
    kit.window.show();
    QVERIFY(kit.ticker.isRunning());
    kit.window.showMinimized();
    QTRY_VERIFY(!kit.ticker.isRunning());
    kit.window.showNormal();
    QTRY_VERIFY(kit.ticker.isRunning());
}

void IdleTest::noTimerFiresWhileHidden()
{
    support::WindowKit kit;
    kit.show();
    kit.press("Ctrl+Return");
    kit.visitAll();
    kit.window.showPage(QStringLiteral("rest"));
    QCOMPARE(kit.send(), QStringLiteral("200 OK"));
    // Shown, the countdown ticks: the watch sees what there is to see.
    QVERIFY(!timersFiredWithin(1200).isEmpty());
    kit.window.hide();
    // What the last request and message have left runs out first.
    QStringList fired = timersFiredWithin(1500);
    for (int i = 0; i < 6 && !fired.isEmpty(); ++i)
        fired = timersFiredWithin(1500);
    QVERIFY2(fired.isEmpty(), qPrintable(fired.join(QLatin1String(", "))));
}

void IdleTest::countdownsAreRightWhenItComesBack()
{
    support::WindowKit kit;
    kit.show();
    kit.press("Ctrl+Return");
    kit.window.hide();
    kit.clock.ms += 3'600'000;
    kit.window.show();
    QCOMPARE(kit.tokens.index(0, ui::TokenShelf::Left).data().toString(), QStringLiteral("Expired just now"));
}

QTEST_MAIN(IdleTest)
#include "IdleTest.moc"

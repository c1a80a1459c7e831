// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Ticker.h"

namespace ui {

Ticker::Ticker(const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Ticker::tick);
}

void Ticker::setRunning(bool running)
{
    if (!running)
        m_timer.stop();
    else if (!m_timer.isActive())
        tick();
}

void Ticker::tick()
{
    schedule();
    Q_EMIT ticked(m_clock.now());
}

void Ticker::schedule()
{
    // Aimed at the next full second anew each time, so that neither drift nor a clock that is set adds up.
    m_timer.start(static_cast<int>(1000 - m_clock.nowMs() % 1000));
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"

#include <QObject>
#include <QTimer>

namespace ui {

/// The one timer behind every countdown: a tick on each full second of the clock, none while the window is
/// hidden.
class Ticker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Ticker)

public:
    explicit Ticker(const base::Clock& clock, QObject* parent = nullptr);

    void setRunning(bool running);
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }

Q_SIGNALS:
    /// `now` in Unix seconds.
    void ticked(qint64 now);

private:
    void tick();
    void schedule();

    const base::Clock& m_clock;
    QTimer m_timer;
};

} // namespace ui

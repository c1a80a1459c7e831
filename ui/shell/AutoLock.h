// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QDBusObjectPath;

namespace ui {

class Settings;
class VaultHost;

/// Locks when nobody looks: after the time without input that the settings give, when the screen is locked
/// and before the computer sleeps (logind and the screen saver, over D-Bus). Where there is nothing to
/// protect nothing is locked. Counts by the monotonic clock: setting the time back delays nothing.
class AutoLock final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AutoLock)

public:
    using Now = std::function<std::chrono::steady_clock::time_point()>;

    AutoLock(VaultHost& vault, const Settings& settings, QObject* parent = nullptr);

    /// Counts by another clock from here on, as if there had been input just now.
    void countBy(Now now);
    /// Locks when the time without input is over, and looks again when it can be.
    void checkIdle();
    [[nodiscard]] bool isWaiting() const { return m_timer.isActive(); }
    /// Whether logind has said which session is ours, so that its lock is heard.
    [[nodiscard]] bool followsSession() const { return m_followsSession; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private Q_SLOTS: // QtDBus takes names only
    void lockNow();
    void sleepComes(bool begins);
    void screenSaverChanged(bool active);

private:
    void listenToDesktop();
    void follow(const QDBusObjectPath& session);
    void schedule();

    VaultHost& m_vault;
    const Settings& m_settings;
    QTimer m_timer;
    bool m_followsSession = false;
    Now m_now = std::chrono::steady_clock::now;
    std::chrono::steady_clock::time_point m_lastInput = m_now();
};

} // namespace ui

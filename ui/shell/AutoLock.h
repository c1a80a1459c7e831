// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

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
    AutoLock(VaultHost& vault, const Settings& settings, QObject* parent = nullptr);

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
    void checkIdle();

    VaultHost& m_vault;
    const Settings& m_settings;
    QTimer m_timer;
    std::chrono::steady_clock::time_point m_lastInput = std::chrono::steady_clock::now();
};

} // namespace ui

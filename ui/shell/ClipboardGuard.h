// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QClipboard>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace ui {

class Settings;

/// Copies secrets and clears them again: after the time in the settings and when the program ends, and only
/// if the clipboard still holds what was copied. Clipboard managers are asked not to keep it (KDE's hint).
class ClipboardGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClipboardGuard)

public:
    explicit ClipboardGuard(const Settings& settings, QObject* parent = nullptr);
    ~ClipboardGuard() override;

    /// The format by which a secret is marked, for those who copy without this.
    [[nodiscard]] static QString secretHint() { return QStringLiteral("x-kde-passwordManagerHint"); }
    /// A token or another secret: cleared later.
    void copySecret(const QString& text);
    /// Anything else: stays.
    void copyText(const QString& text);

    /// Clears now what is still ours.
    void clearOurs();
    /// Seconds until the clipboard is cleared; 0 when nothing is waiting.
    [[nodiscard]] int secondsLeft() const;

Q_SIGNALS:
    /// The seconds left changed; 0 when the clipboard was cleared or taken over by others.
    void countdownChanged(int seconds);
    /// It was to be cleared and still holds our secret: the desktop did not let us.
    void clearingFailed();
    /// It was to be cleared, and does not hold our secret any more.
    void cleared();

private:
    void tick();
    [[nodiscard]] bool stillOurs(QClipboard::Mode mode) const;
    void checkCleared(const QByteArray& digest);

    const Settings& m_settings;
    QTimer m_timer;
    QByteArray m_digest; // SHA-256 of what was copied: the text itself is not kept
    std::chrono::steady_clock::time_point m_clearAt;
};

} // namespace ui

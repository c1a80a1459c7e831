// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QLocalServer>
#include <QPointer>
#include <QString>

class QLocalSocket;

namespace ui {

/// The local socket at which “chat-token vault lock” finds this window. Only programs of the same user can
/// reach it (0600), and all that it can be told is to lock. Of those who connect, a few are kept at once.
class LockSocket final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LockSocket)

public:
    /// Listens at `address`. One that cannot be listened at (too long, no folder) is let be: then the window
    /// can only be locked by itself.
    explicit LockSocket(const QString& address, QObject* parent = nullptr);

Q_SIGNALS:
    /// The answer is sent when everybody who listens to this has returned.
    void lockAsked();

private:
    void welcome();
    QLocalServer m_server;
    QList<QPointer<QLocalSocket>> m_clients; // the oldest first; it makes room for a new one
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QSocketNotifier;

/// SIGTERM, SIGINT and SIGHUP as an event, so that the program ends as if its window had been closed: the
/// clipboard is cleared and nothing is cut off. One object at a time.
class Signals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Signals)

public:
    explicit Signals(QObject* parent = nullptr);
    ~Signals() override;

Q_SIGNALS:
    void endAsked();

private:
    void read();
    int m_fds[2] = {-1, -1};
    QSocketNotifier* m_notifier = nullptr;
};

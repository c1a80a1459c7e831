// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Context.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace ui {

/// Follows what another window or the command line writes into the same home: projects come and go, an open
/// vault takes over its new contents. What is being typed here stays.
class HomeWatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HomeWatcher)

public:
    explicit HomeWatcher(const Context& context, QObject* parent = nullptr);

private:
    void watch();
    void follow();

    Context m_context;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; // one write is several events
};

} // namespace ui

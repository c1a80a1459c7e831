// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QVariantMap>
#include <QWidget>

namespace ui {

class Actions;

/// One page of the window. Pages are built on their first visit, and anew when the language changes: what the
/// user has entered goes through `state` and `restore`.
class Page : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    using QWidget::QWidget;

    /// The user has come to the page: put the focus where work begins.
    virtual void enter() {}
    /// Ctrl+Enter on this page: mint, send ...
    virtual void runPrimary() {}
    /// Esc on this page: what runs is cancelled. False when there was nothing to cancel.
    virtual bool cancel() { return false; }
    /// What would be lost if the window was closed now, by name.
    [[nodiscard]] virtual QStringList unsaved() const { return {}; }
    [[nodiscard]] virtual QVariantMap state() const { return {}; }
    virtual void restore(const QVariantMap&) {}
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Call.h"
#include "core/project/Project.h"
#include "ui/shell/Context.h"

#include <QObject>
#include <QPointer>

namespace ui {

enum class Tone;

/// Asks a project's host, with a fresh app token, for one user: a call that changes nothing and shows whether
/// host, App Key, App ID and certificate belong together. The sandbox is started for it where it is not
/// running.
class HostCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostCheck)

public:
    explicit HostCheck(Context& context, QObject* parent = nullptr);

    /// `told` follows; a check that is under way is dropped.
    void ask(const project::Project& project);

Q_SIGNALS:
    void told(ui::Tone tone, const QString& text, const QString& hint);

private:
    void send();
    void finish(const http::Outcome& outcome);
    void fail(const base::Error& error);

    Context& m_context;
    project::Project m_project;
    bool m_waiting = false; ///< for the catalogue or the sandbox
    QPointer<http::Call> m_call;
};

} // namespace ui

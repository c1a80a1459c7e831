// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <QObject>
#include <QString>

#include <functional>

namespace ui {

class SandboxHost;

/// Changes the sandbox with the calls that any REST client would make, and tells how it went.
class Editor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Editor)

public:
    using Then = std::function<void(const base::JsonValue& answer)>;

    Editor(SandboxHost& host, QObject* parent);

    /// `path` is what follows the application; `said` is told when it has gone well, and `then` called.
    void run(const char* method, const QString& path, const base::JsonValue& body, const QString& said,
             Then then = {});
    /// Two users, a group and a few messages.
    void addSample();
    /// Empties everything.
    void reset();

Q_SIGNALS:
    void done(const QString& text);
    void failed(const QString& text);

private:
    void sendSampleMessages(const std::string& groupId);

    SandboxHost& m_host;
};

/// A part of a path.
[[nodiscard]] QString pathPart(const QString& text);

} // namespace ui

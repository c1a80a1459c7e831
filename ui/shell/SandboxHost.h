// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/rest/Draft.h"

#include <QObject>

#include <memory>
#include <optional>

namespace base {
class Clock;
}
namespace sandbox {
class Sandbox;
}

namespace ui {

class Catalogues;

/// The offline Agora Chat inside the window, for the sandbox project. Its server has a thread of its own.
class SandboxHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxHost)

public:
    enum class State {
        Stopped,
        Starting,
        Running,
        Elsewhere, ///< the port is taken, most likely by `chat-token sandbox`: calls go there
        Failed,
    };

    /// `port` 0 takes a free one (tests).
    SandboxHost(Catalogues& catalogues, const base::Clock& clock, quint16 port, QObject* parent = nullptr);
    ~SandboxHost() override;

    /// Starts the server unless it runs; `stateChanged` follows. Returns at once.
    void start();
    void stop();
    [[nodiscard]] State state() const { return m_state; }
    /// Where calls of the sandbox project go.
    [[nodiscard]] QString restUrl() const { return m_restUrl; }
    /// Where calls of a project go: here for the sandbox, to its own host for any other.
    [[nodiscard]] rest::Target targetOf(const project::Project& project) const;
    [[nodiscard]] const std::optional<base::Error>& error() const { return m_error; }

Q_SIGNALS:
    void stateChanged();

private:
    void startNow();
    void become(State state);

    Catalogues& m_catalogues;
    const base::Clock& m_clock;
    quint16 m_port;
    QString m_restUrl;
    State m_state = State::Stopped;
    std::optional<base::Error> m_error;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
};

} // namespace ui

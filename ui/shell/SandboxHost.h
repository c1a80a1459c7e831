// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/base/Mailbox.h"
#include "core/rest/Draft.h"
#include "core/sandbox/Knobs.h"
#include "core/sandbox/Snapshot.h"
#include "ui/shell/ActivityModel.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace base {
class Clock;
class JsonValue;
} // namespace base
namespace local {
struct Response;
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
    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    /// Where calls of the sandbox project go.
    [[nodiscard]] QString restUrl() const { return m_restUrl; }
    /// Where an SDK signs in; empty unless it runs here.
    [[nodiscard]] QString wsUrl() const { return m_wsUrl; }
    /// Where calls of a project go: here for the sandbox, to its own host for any other.
    [[nodiscard]] rest::Target targetOf(const project::Project& project) const;
    [[nodiscard]] const std::optional<base::Error>& error() const { return m_error; }

    [[nodiscard]] const sandbox::Knobs& knobs() const { return m_knobs; }
    void setKnobs(const sandbox::Knobs& knobs);

    [[nodiscard]] ActivityModel& activity() { return m_activity; }
    /// While paused the list stays as it is, and what comes is not kept.
    void setPaused(bool paused) { m_paused = paused; }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    [[nodiscard]] quint64 requestCount() const { return m_requests; }
    [[nodiscard]] quint64 frameCount() const { return m_frames; }

    /// What it held when it was last looked at.
    [[nodiscard]] const sandbox::Snapshot& snapshot() const { return m_snapshot; }
    /// Looks again; `snapshotTaken` follows where there is something new. Nothing while it does not run.
    void look();

    using Done = std::function<void(const local::Response&)>;
    /// A call with the rights of an app token, see sandbox::Sandbox::edit. `done` is called here later,
    /// unless `context` is gone or the sandbox stops first.
    void edit(const char* method, const QString& path, const base::JsonValue& body, QObject* context,
              Done done);
    /// Ends every session and empties everything. `done` has what went wrong, if something has.
    void reset(QObject* context, std::function<void(const std::optional<base::Error>&)> done);

Q_SIGNALS:
    void stateChanged();
    void knobsChanged();
    void snapshotTaken();
    /// New rows in `activity`, or new counts. Ten times a second at most.
    void activityArrived();

private:
    void startNow();
    void become(State state);
    void log(Activity activity);
    void takeActivity();

    Catalogues& m_catalogues;
    const base::Clock& m_clock;
    quint16 m_port;
    QString m_restUrl;
    QString m_wsUrl;
    State m_state = State::Stopped;
    std::optional<base::Error> m_error;
    sandbox::Knobs m_knobs;
    sandbox::Snapshot m_snapshot;
    bool m_looking = false;
    bool m_lookAgain = false;
    bool m_paused = false;
    base::Mailbox<Activity> m_log{ActivityModel::kMostRows};
    ActivityModel m_activity;
    QTimer m_take;
    std::atomic<quint64> m_requests = 0;
    std::atomic<quint64> m_frames = 0;
    std::atomic<bool> m_told = false;            ///< a wake-up is on its way
    std::unique_ptr<sandbox::Sandbox> m_sandbox; ///< last: its thread uses the rest
};

} // namespace ui

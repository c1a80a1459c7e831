// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SandboxHost.h"

#include "core/project/Project.h"
#include "core/sandbox/Sandbox.h"
#include "core/text/Format.h"
#include "ui/shell/Catalogues.h"

#include <QPointer>

#include <utility>

namespace ui {
namespace {

constexpr int kTakeEveryMs = 100;

} // namespace

SandboxHost::SandboxHost(Catalogues& catalogues, const base::Clock& clock, quint16 port, QObject* parent)
    : QObject(parent)
    , m_catalogues(catalogues)
    , m_clock(clock)
    , m_port(port)
    , m_restUrl(text::q(project::sandboxProject().restHost))
{
    m_take.setSingleShot(true);
    m_take.setInterval(kTakeEveryMs);
    connect(&m_take, &QTimer::timeout, this, &SandboxHost::takeActivity);
    connect(&catalogues, &Catalogues::loaded, this, [this] {
        if (m_state == State::Starting)
            startNow();
    });
}

SandboxHost::~SandboxHost() = default;

void SandboxHost::start()
{
    if (m_state == State::Starting || m_state == State::Running)
        return;
    become(State::Starting);
    m_catalogues.load();
}

void SandboxHost::startNow()
{
    if (!m_sandbox) {
        sandbox::Settings settings = sandbox::settingsFor(project::sandboxCredentials(), m_port);
        settings.log = [this](const local::Exchange& exchange) {
            ++m_requests;
            log({m_clock.nowMs(), exchange});
        };
        settings.frames = [this](sandbox::FrameRecord frame) {
            ++m_frames;
            log({m_clock.nowMs(), std::move(frame)});
        };
        m_sandbox =
            std::make_unique<sandbox::Sandbox>(std::move(settings), *m_catalogues.sandboxRoutes(), m_clock);
        m_sandbox->setKnobs(m_knobs);
    }
    if (const auto address = m_sandbox->start()) {
        m_restUrl = text::q(address->restUrl);
        m_wsUrl = text::q(address->wsUrl);
        m_error.reset();
        become(State::Running);
    } else {
        m_error = address.error();
        become(m_error->code == "port-in-use" ? State::Elsewhere : State::Failed);
    }
}

void SandboxHost::stop()
{
    if (m_sandbox)
        m_sandbox->stop();
    m_wsUrl.clear();
    m_looking = m_lookAgain = false;
    become(State::Stopped);
}

void SandboxHost::become(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void SandboxHost::setKnobs(const sandbox::Knobs& knobs)
{
    if (knobs == m_knobs)
        return;
    m_knobs = knobs;
    if (m_sandbox)
        m_sandbox->setKnobs(knobs);
    Q_EMIT knobsChanged();
}

/// One at a time, however often it is asked for.
void SandboxHost::look()
{
    if (!isRunning())
        return;
    m_lookAgain = m_looking;
    if (std::exchange(m_looking, true))
        return;
    m_sandbox->snapshot([this](sandbox::Snapshot taken) {
        QMetaObject::invokeMethod(this, [this, taken = std::move(taken)]() mutable {
            m_looking = false;
            if (taken != m_snapshot) {
                m_snapshot = std::move(taken);
                Q_EMIT snapshotTaken();
            }
            if (std::exchange(m_lookAgain, false))
                look();
        });
    });
}

void SandboxHost::edit(const char* method, const QString& path, const base::JsonValue& body, QObject* context,
                       Done done)
{
    if (!isRunning())
        return;
    m_sandbox->edit(
        method, path.toStdString(), body,
        [this, guard = QPointer<QObject>(context), done = std::move(done)](local::Response response) {
            QMetaObject::invokeMethod(this, [=] {
                if (guard)
                    done(response);
            });
        });
    look();
}

void SandboxHost::reset(QObject* context, std::function<void(const std::optional<base::Error>&)> done)
{
    if (!isRunning())
        return;
    m_sandbox->reset(
        [this, guard = QPointer<QObject>(context), done = std::move(done)](base::Result<> result) {
            QMetaObject::invokeMethod(this, [=] {
                if (guard)
                    done(result ? std::nullopt : std::optional(result.error()));
            });
        });
    look();
}

/// On the server's thread. However fast it is, the window is woken once until it has looked.
void SandboxHost::log(Activity activity)
{
    m_log.add(std::move(activity));
    if (!m_told.exchange(true))
        QMetaObject::invokeMethod(&m_take, qOverload<>(&QTimer::start), Qt::QueuedConnection);
}

void SandboxHost::takeActivity()
{
    m_told = false;
    std::vector<Activity> taken = m_log.take();
    if (!m_paused)
        m_activity.add(std::move(taken));
    Q_EMIT activityArrived();
}

rest::Target SandboxHost::targetOf(const project::Project& project) const
{
    rest::Target target = rest::targetOf(project);
    if (project.isSandbox())
        target.host = m_restUrl.toStdString();
    return target;
}

} // namespace ui

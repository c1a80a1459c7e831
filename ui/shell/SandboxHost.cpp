// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SandboxHost.h"

#include "core/project/Project.h"
#include "core/sandbox/Sandbox.h"
#include "core/text/Format.h"
#include "ui/shell/Catalogues.h"

namespace ui {

SandboxHost::SandboxHost(Catalogues& catalogues, const base::Clock& clock, quint16 port, QObject* parent)
    : QObject(parent)
    , m_catalogues(catalogues)
    , m_clock(clock)
    , m_port(port)
    , m_restUrl(text::q(project::sandboxProject().restHost))
{
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
        m_sandbox =
            std::make_unique<sandbox::Sandbox>(sandbox::settingsFor(project::sandboxCredentials(), m_port),
                                               *m_catalogues.sandboxRoutes(), m_clock);
    }
    if (const auto address = m_sandbox->start()) {
        m_restUrl = text::q(address->restUrl);
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
    become(State::Stopped);
}

void SandboxHost::become(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

rest::Target SandboxHost::targetOf(const project::Project& project) const
{
    rest::Target target = rest::targetOf(project);
    if (project.isSandbox())
        target.host = m_restUrl.toStdString();
    return target;
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/TokenServerHost.h"

#include "core/project/Credentials.h"
#include "core/project/ProjectStore.h"
#include "core/project/Secrets.h"
#include "core/text/Format.h"
#include "ui/shell/Context.h"
#include "ui/shell/VaultHost.h"

#include <utility>

namespace ui {
namespace {

constexpr int kTakeEveryMs = 100;

} // namespace

TokenServerHost::TokenServerHost(const project::ProjectStore& projects, const project::Secrets& secrets,
                                 VaultHost& vault, Bus& bus, const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_projects(projects)
    , m_secrets(secrets)
    , m_clock(clock)
{
    m_take.setSingleShot(true);
    m_take.setInterval(kTakeEveryMs);
    connect(&m_take, &QTimer::timeout, this, &TokenServerHost::takeRequests);
    connect(&vault, &VaultHost::aboutToLock, this, &TokenServerHost::withhold);
    connect(&vault, &VaultHost::unlocked, this, &TokenServerHost::fetchCertificate);
    connect(&vault, &VaultHost::changed, this, &TokenServerHost::fetchCertificate);
    connect(&bus, &Bus::projectsChanged, this, &TokenServerHost::fetchCertificate);
}

TokenServerHost::~TokenServerHost() = default;

base::Result<> TokenServerHost::start(tokenserver::Settings settings)
{
    if (m_server)
        return {};
    const project::Credentials credentials = project::activeCredentials(m_projects, m_secrets);
    if (auto ok = project::checkCanSign(credentials); !ok)
        return ok;
    if (auto ok = tokenserver::checkSettings(settings); !ok)
        return ok;
    base::SecretBytes key = settings.accessKey.copy();
    settings.appId = credentials.project.appId;
    settings.log = [this](tokenserver::Record record) { log(std::move(record)); };
    auto server = std::make_unique<tokenserver::TokenServer>(std::move(settings), m_clock);
    server->setKnobs(m_knobs);
    server->setCertificate(credentials.certificate);
    const auto port = server->start();
    if (!port)
        return base::fail(port.error());
    m_server = std::move(server);
    m_accessKey = std::move(key);
    m_projectId = credentials.project.id;
    m_appId = credentials.project.appId;
    m_projectName = text::q(credentials.project.name);
    m_port = *port;
    m_url = text::q(tokenserver::urlOf(*port));
    m_hasCertificate = true;
    Q_EMIT stateChanged();
    return {};
}

void TokenServerHost::stop()
{
    if (!m_server)
        return;
    m_server.reset();
    m_url.clear();
    m_hasCertificate = false;
    Q_EMIT stateChanged();
}

void TokenServerHost::setKnobs(const tokenserver::Knobs& knobs)
{
    if (knobs == m_knobs)
        return;
    m_knobs = knobs;
    if (m_server)
        m_server->setKnobs(knobs);
    Q_EMIT knobsChanged();
}

void TokenServerHost::withhold()
{
    if (!m_server)
        return;
    m_server->setCertificate({});
    m_hasCertificate = false;
    Q_EMIT stateChanged();
}

/// Also after a change of the project: a certificate that is gone or new counts at once. Nothing is given
/// back while the secrets are locked, the sandbox's published certificate included.
void TokenServerHost::fetchCertificate()
{
    if (!m_server || m_secrets.isLocked())
        return;
    base::SecretBytes certificate;
    if (const auto mine = m_projects.find(m_projectId); mine && mine->appId == m_appId)
        certificate = std::move(project::credentialsOf(*mine, m_secrets, true).certificate);
    m_server->setCertificate(certificate);
    if (std::exchange(m_hasCertificate, !certificate.empty()) == certificate.empty())
        Q_EMIT stateChanged();
}

/// On the server's thread. However fast it is, the window is woken once until it has looked.
void TokenServerHost::log(tokenserver::Record record)
{
    m_log.add(std::move(record));
    if (!m_told.exchange(true))
        QMetaObject::invokeMethod(&m_take, qOverload<>(&QTimer::start), Qt::QueuedConnection);
}

void TokenServerHost::takeRequests()
{
    m_told = false;
    m_requests.add(m_log.take());
    Q_EMIT requestsArrived();
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/Fixes.h"

#include "core/base/Clock.h"
#include "core/project/Mint.h"
#include "core/project/ProjectStore.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"

#include <QDesktopServices>
#include <QUrl>

namespace ui {
namespace {

using diagnosis::Fix;

constexpr std::uint32_t kHour = 3600;

std::string argument(const diagnosis::Cause& cause, std::size_t index)
{
    return index < cause.fixArgs.size() ? cause.fixArgs[index] : std::string();
}

} // namespace

bool Fixes::canRun(const diagnosis::Cause& cause)
{
    return cause.fix != Fix::None && cause.fix != Fix::FixClock;
}

void Fixes::run(const diagnosis::Cause& cause, const diagnosis::Use& use, const token::Inspection& inspection)
{
    switch (cause.fix) {
    case Fix::MintAppToken:
    case Fix::MintUserToken:
        return mint(cause, {});
    case Fix::LowerExpiry:
        return mint(cause, QStringLiteral("1h"));
    case Fix::RaiseExpiry:
        return mint(cause, inspection.decoded.expire.value_or(0) < kHour ? QStringLiteral("1h")
                                                                         : QStringLiteral("24h"));
    case Fix::SwitchProject:
        return useProject(argument(cause, 0));
    case Fix::StoreCertificate:
        return storeCertificate(argument(cause, 0));
    case Fix::EditProject: {
        const auto found = m_context.projects.find(argument(cause, 0));
        Q_EMIT m_context.bus.projectShown(text::q(found ? found->id : m_context.projects.active().id));
        return;
    }
    case Fix::OpenEndpoint:
    case Fix::WaitAndRetry:
        return openEndpoint(cause, use);
    case Fix::OpenConsole:
        QDesktopServices::openUrl(QUrl(QStringLiteral("https://console.agora.io/")));
        return;
    case Fix::CopyAgain: // the page's own input takes it
    case Fix::FixClock:
    case Fix::None:
        return;
    }
}

void Fixes::useProject(const std::string& name)
{
    const auto found = m_context.projects.find(name);
    if (found && found->id != m_context.projects.active().id)
        Q_EMIT m_context.bus.projectChosen(text::q(found->id));
}

/// On the page Mint, for the project that the cause names.
void Fixes::mint(const diagnosis::Cause& cause, const QString& expiresIn)
{
    useProject(argument(cause, 0));
    const bool forUser = cause.fixArgs.size() > 1;
    Q_EMIT m_context.bus.mintRequested(forUser, text::q(argument(cause, 1)), expiresIn);
}

/// With the project of that App ID where it is stored, else with a new one.
void Fixes::storeCertificate(const std::string& appId)
{
    for (const project::Project& project : m_context.projects.projects()) {
        if (!appId.empty() && project.appId == appId) {
            Q_EMIT m_context.bus.projectShown(text::q(project.id));
            return;
        }
    }
    Q_EMIT m_context.bus.projectPasted(QStringLiteral("App ID: ") + text::q(appId));
}

/// With a token that it takes: an app token is minted, user tokens the REST page mints itself.
void Fixes::openEndpoint(const diagnosis::Cause& cause, const diagnosis::Use& use)
{
    const std::string named = cause.fix == Fix::OpenEndpoint ? argument(cause, 0) : std::string();
    const std::string id = named.empty() && use.endpoint ? use.endpoint->id : named;
    if (id.empty())
        Q_EMIT m_context.bus.pageRequested(QStringLiteral("rest"));
    else
        Q_EMIT m_context.bus.endpointRequested(text::q(id));
    if (!use.endpoint || use.endpoint->auth != catalogue::Auth::App)
        return;
    const auto token =
        project::mintChatToken(project::activeCredentials(m_context.projects, m_context.secrets),
                               project::newAppToken(m_context.clock));
    if (token)
        Q_EMIT m_context.bus.useForRestRequested(text::q(*token));
    else
        Q_EMIT m_context.bus.messageRaised(text::errorText(token.error()).line(), true);
}

} // namespace ui

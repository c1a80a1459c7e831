// SPDX-License-Identifier: Apache-2.0
#include "ui/rest/CallTokens.h"

#include "core/base/Clock.h"
#include "core/project/Mint.h"
#include "core/text/Format.h"
#include "core/token/Inspector.h"

namespace ui {
namespace {

constexpr qint64 kRenewBelow = 60; // seconds left under which a token is renewed before a call

} // namespace

const CallToken* CallTokens::held() const
{
    const auto found = m_tokens.find(m_context.projects.active().id);
    return found == m_tokens.end() ? nullptr : &found->second;
}

void CallTokens::use(const QString& token)
{
    token::InspectOptions options;
    options.now = m_context.clock.now();
    const token::Inspection inspection = token::inspect(token.toStdString(), options);
    const token::Service* chat = inspection.decoded.service(token::ServiceType::Chat);
    const bool isApp = chat && chat->privilege(token::kChatPrivilegeApp);
    m_tokens.insert_or_assign(
        m_context.projects.active().id,
        CallToken{
            text::q(inspection.text),
            isApp ? tr("App token") : tr("User token of %1").arg(chat ? text::q(chat->userId) : QString()),
            isApp, inspection.decoded.issueTs.value_or(0), inspection.effectiveExpiresAt().value_or(0)});
}

base::Result<CallToken> CallTokens::renew()
{
    const project::Credentials signer = project::activeCredentials(m_context.projects, m_context.secrets);
    auto token = mint(signer, project::newAppToken(m_context.clock));
    if (token)
        m_tokens.insert_or_assign(signer.project.id, *token);
    return token;
}

base::Result<CallToken> CallTokens::forApp()
{
    const CallToken* token = held();
    const bool lasts = token && (!token->isApp || token->expiresAt - m_context.clock.now() >= kRenewBelow);
    return lasts ? base::Result<CallToken>(*token) : renew();
}

base::Result<CallToken> CallTokens::ofUser(const std::string& userId) const
{
    return mint(project::activeCredentials(m_context.projects, m_context.secrets),
                project::newUserToken(m_context.clock, userId));
}

base::Result<CallToken> CallTokens::mint(const project::Credentials& signer,
                                         const project::ChatTokenRequest& wanted)
{
    return project::mintChatToken(signer, wanted).map([&](const std::string& text) {
        return CallToken{text::q(text),
                         wanted.forApp ? tr("App token") : tr("User token of %1").arg(text::q(wanted.userId)),
                         wanted.forApp, wanted.issueTs, wanted.expiresAt()};
    });
}

} // namespace ui

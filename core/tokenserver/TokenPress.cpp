// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/TokenPress.h"

#include "core/project/Errors.h"

#include <algorithm>
#include <utility>

namespace tokenserver {
namespace {

/// What signs a forged token: anything but the project's.
constexpr std::string_view kForger = "00000000000000000000000000000bad";
static_assert(kForger.size() == token::kIdSize);
constexpr std::int64_t kExpiredSince = 60; // seconds

} // namespace

TokenPress::TokenPress(std::string appId, std::uint32_t maxExpire, const base::Clock& clock)
    : m_appId(std::move(appId))
    , m_maxExpire(maxExpire)
    , m_clock(clock)
{
}

void TokenPress::setCertificate(const base::SecretBytes& certificate)
{
    vault::GuardedBytes next;
    if (!certificate.empty())
        next = vault::GuardedBytes(vault::bytesOf(certificate.view()));
    const std::lock_guard lock(m_mutex);
    m_certificate = std::move(next);
}

project::ChatTokenRequest TokenPress::requestFor(const Wanted& wanted, const Knobs& knobs)
{
    project::ChatTokenRequest request;
    request.forApp = wanted.kind == TokenKind::App;
    request.userId = wanted.userId;
    if (knobs.fault == TokenFault::Wrong) {
        request.forApp = !request.forApp;
        if (!request.forApp)
            request.userId = "nobody"; // an app asked, and named no user
    }
    if (knobs.fault == TokenFault::OtherUser && !request.forApp)
        request.userId = "other-than-" + request.userId;
    request.expire = std::min(knobs.lifetime.value_or(wanted.expire), m_maxExpire);
    request.issueTs = m_clock.now();
    if (knobs.fault == TokenFault::Expired)
        request.issueTs -= std::int64_t{request.expire} + kExpiredSince;
    request.salt = m_salts.next();
    return request;
}

base::Result<TokenPress::Minted> TokenPress::mint(const Wanted& wanted, const Knobs& knobs)
{
    const std::lock_guard lock(m_mutex);
    if (m_certificate.empty())
        return base::fail(project::errors::kNoCertificate);
    const project::ChatTokenRequest request = requestFor(wanted, knobs);
    const std::string_view signer = knobs.fault == TokenFault::Forged ? kForger : m_certificate.text();
    const auto text = m_minter.mint(m_appId, signer, request);
    if (!text)
        return base::fail(text.error());
    const TokenKind kind = request.forApp ? TokenKind::App : TokenKind::User;
    return Minted{std::string(*text),
                  {kind, request.forApp ? std::string() : request.userId, request.expiresAt()}};
}

} // namespace tokenserver

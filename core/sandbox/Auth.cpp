// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Auth.h"

#include "core/token/Signer.h"

#include <algorithm>
#include <utility>

namespace sandbox {
namespace {

/// The end of a privilege or the token's, whichever is earlier, in Unix seconds.
std::int64_t secondsEnd(const token::Decoded& decoded, const token::Privilege& privilege)
{
    const std::int64_t issued = *decoded.issueTs;
    return issued + std::min(*decoded.expire, privilege.seconds);
}

} // namespace

Authenticator::Authenticator(std::string appId, base::SecretBytes certificate, const Behaviour& behaviour,
                             const IssuedTokens& issued)
    : m_appId(std::move(appId))
    , m_certificate(std::move(certificate))
    , m_behaviour(behaviour)
    , m_issued(issued)
{
}

std::optional<std::string_view> Authenticator::bearerToken(std::string_view authorization)
{
    constexpr std::string_view kScheme = "Bearer ";
    if (authorization.size() <= kScheme.size() ||
        !local::equalsIgnoreCase(authorization.substr(0, kScheme.size()), kScheme))
        return std::nullopt;
    return authorization.substr(kScheme.size());
}

tl::expected<Caller, Fault> Authenticator::verify(std::string_view token)
{
    if (!IssuedTokens::looksIssued(token))
        return verifyAccessToken2(token);
    auto issued = m_issued.find(token);
    if (!issued)
        return tl::unexpected(corruptToken());
    Caller& caller = issued->caller;
    caller.expiresMs = m_behaviour.endOf(issued->issuedMs, caller.expiresMs);
    if (caller.expiresMs != 0 && m_behaviour.clock().nowMs() >= caller.expiresMs)
        return tl::unexpected(expiredToken());
    return caller;
}

tl::expected<Caller, Fault> Authenticator::verifyAccessToken2(std::string_view token)
{
    if (!token.starts_with(token::kVersion007))
        return tl::unexpected(corruptToken());
    const token::Decoded& decoded = m_decoder.decode(token);
    const bool broken =
        std::any_of(decoded.problems.begin(), decoded.problems.end(), [](const token::Problem& problem) {
            return problem.severity() == token::Severity::Error;
        });
    if (broken || !decoded.whole || !decoded.issueTs || !decoded.expire || decoded.appId != m_appId ||
        !m_decoder.verify(decoded, m_certificate.view()))
        return tl::unexpected(corruptToken());

    const token::Service* chat = decoded.service(token::ServiceType::Chat);
    if (!chat)
        return tl::unexpected(corruptToken());
    const token::Privilege* app = chat->privilege(token::kChatPrivilegeApp);
    const token::Privilege* user = chat->privilege(token::kChatPrivilegeUser);
    if (!app && (!user || chat->userId.empty()))
        return tl::unexpected(unableToAuthenticate());

    const std::int64_t nowMs = m_behaviour.clock().nowMs();
    const std::int64_t issuedMs = *decoded.issueTs * std::int64_t{1000};
    if (nowMs < issuedMs)
        return tl::unexpected(unableToAuthenticate());
    const std::int64_t endMs = endOf(issuedMs, secondsEnd(decoded, app ? *app : *user) * 1000);
    if (nowMs >= endMs)
        return tl::unexpected(expiredToken());
    return Caller{app != nullptr, app ? std::string() : chat->userId, endMs};
}

} // namespace sandbox

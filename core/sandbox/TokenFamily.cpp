// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/TokenFamily.h"

#include "core/sandbox/UserFamily.h"

#include <utility>

namespace sandbox {
namespace {

constexpr std::int64_t kUsualTtl = 60 * 86400;        // seconds: 60 days, what `inherit` documents
constexpr std::int64_t kMaxTtl = 100LL * 366 * 86400; // keeps the sum in milliseconds within 64 bits

/// Seconds; 0 is for ever.
tl::expected<std::int64_t, Fault> readTtl(const base::JsonValue& body)
{
    const base::JsonValue* ttl = body.find("ttl");
    if (!ttl || ttl->isNull())
        return kUsualTtl;
    const auto seconds = ttl->integer();
    if (!seconds || *seconds < 0 || *seconds > kMaxTtl)
        return refuse(illegalArgument("ttl must be a number of seconds, 0 or more"));
    return *seconds;
}

} // namespace

void TokenFamily::addTo(Operations& operations)
{
    const auto bound = [this](Outcome (TokenFamily::*member)(const Call&)) {
        return Operation{Access::Open, [this, member](const Call& call) { return (this->*member)(call); }};
    };
    operations["token.exchange.agora"] = bound(&TokenFamily::exchangeAgora);
    operations["token.client_credentials"] = bound(&TokenFamily::clientCredentials);
    operations["token.password"] = bound(&TokenFamily::password);
    operations["token.inherit"] = bound(&TokenFamily::inherit);
}

/// The new token has the rights and the end of the one that it is given for.
Outcome TokenFamily::exchangeAgora(const Call& call)
{
    if (call.body.text("grant_type") != "agora") // the router brings every unknown grant here
        return refuse(illegalArgument("grant_type must be agora, password, inherit or client_credentials"));
    const auto token = Authenticator::bearerToken(call.authorization);
    if (!token)
        return refuse(expiredToken());
    const auto caller = m_authenticator.verifyAccessToken2(*token);
    if (!caller)
        return refuse(caller.error());
    return base::JsonObject{{"access_token", m_state.tokens.issue(*caller, call.startMs)},
                            {"expire_timestamp", caller->expiresMs}};
}

/// Agora projects have no client id, so none matches.
Outcome TokenFamily::clientCredentials(const Call& call)
{
    if (call.body.text("client_id").empty())
        return refuse(illegalArgument("client_id must be provided."));
    if (call.body.text("client_secret").empty())
        return refuse(illegalArgument("client_secret must be provided"));
    return refuse(invalidGrant(400, "client_id does not match"));
}

Outcome TokenFamily::password(const Call& call)
{
    const std::string_view username = call.body.text("username");
    if (username.empty())
        return refuse(illegalArgument("username must be provided"));
    const auto user = m_state.users.find(username);
    if (!user)
        return refuse(invalidGrant(404, "user not found"));
    if (!user->password.matches(call.body.text("password")))
        return refuse(invalidGrant(400, "invalid password"));
    return issueForUser(call, *user);
}

Outcome TokenFamily::inherit(const Call& call)
{
    const auto token = Authenticator::bearerToken(call.authorization);
    if (!token)
        return refuse(expiredToken());
    const auto caller = m_authenticator.verify(*token);
    if (!caller)
        return refuse(caller.error());
    if (!caller->isApp)
        return refuse(noPermission("post", call.application.uuid, call.resource));
    const std::string username = foldUserId(call.body.text("username"));
    if (username.empty())
        return refuse(illegalArgument("username must be provided"));
    auto user = m_state.users.find(username);
    if (!user) {
        const base::JsonValue* create = call.body.find("autoCreateUser");
        if (!create || !create->boolean() || !*create->boolean())
            return refuse(invalidGrant(404, "user not found"));
        if (checkUserId(username) != UserIdFault::None)
            return refuse(illegalArgument("username [" + username + "] is not legal"));
        User fresh;
        fresh.uuid = randomUuid();
        fresh.username = username;
        fresh.createdMs = fresh.modifiedMs = call.startMs;
        user = m_state.users.add(std::move(fresh));
    }
    return issueForUser(call, *user);
}

Outcome TokenFamily::issueForUser(const Call& call, const User& user)
{
    if (!user.activated)
        return refuse(invalidGrant(400, "user not activated"));
    const auto ttl = readTtl(call.body);
    if (!ttl)
        return refuse(ttl.error());
    const std::int64_t asked = *ttl == 0 ? 0 : call.startMs + *ttl * 1000;
    const std::int64_t end = m_authenticator.endOf(call.startMs, asked); // a knob may be turned back
    const std::int64_t expiresIn = end == 0 ? 0 : (end - call.startMs) / 1000;
    return base::JsonObject{
        {"access_token", m_state.tokens.issue({false, user.username, asked}, call.startMs)},
        {"expires_in", expiresIn},
        {"user", toEntity(user)}};
}

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/MintOptions.h"

#include "core/base/Duration.h"
#include "core/token/AccessToken2.h"

#include <limits>

namespace cli {

tl::expected<project::ChatTokenRequest, Failure> mintOptions(const Context& context)
{
    const auto expire = context.duration("--expire", token::kDefaultExpire);
    if (!expire)
        return failed(expire.error());
    const auto issueTs = context.issueTime("--issued-at");
    if (!issueTs)
        return failed(issueTs.error());
    const auto salt =
        context.number("--salt", project::randomSalt(), std::numeric_limits<std::uint32_t>::max());
    if (!salt)
        return failed(salt.error());
    project::ChatTokenRequest request;
    request.expire = *expire;
    request.issueTs = *issueTs;
    request.salt = *salt;
    return request;
}

Outcome mintAndPrint(Context& context, const project::ChatTokenRequest& request)
{
    const auto credentials = context.signingCredentials();
    if (!credentials)
        return failed(credentials.error());
    const auto token = project::mintChatToken(*credentials, request);
    if (!token)
        return failed(token.error());
    printToken(context.io, *token, request.expiresAt());
    noteSandbox(context, *credentials);
    warnOfLifetime(context.io, request.expire);
    return kDone;
}

void noteSandbox(const Context& context, const project::Credentials& credentials)
{
    if (credentials.project.isSandbox() && !context.args.has("--project") && !context.io.json)
        context.io.note(
            "note: no project is chosen, so the token is signed for the sandbox. --project NAME, or "
            "AGORA_APP_ID and AGORA_APP_CERTIFICATE, choose another.");
}

void printToken(Io& io, std::string_view token, std::int64_t expiresAt)
{
    if (io.json)
        io.object(base::JsonObject{{"token", token}, {"expires_at", expiresAt}});
    else
        io.line(token);
}

void warnOfLifetime(Io& io, std::uint32_t seconds)
{
    if (seconds > token::kChatMaxExpire)
        io.note("note: " + base::formatDuration(seconds) +
                " is longer than the 24h that Agora Chat documents.");
}

} // namespace cli

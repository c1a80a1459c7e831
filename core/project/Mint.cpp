// SPDX-License-Identifier: Apache-2.0
#include "core/project/Mint.h"

#include "core/project/Minter.h"

#include <utility>

namespace project {

ChatTokenRequest newAppToken(const base::Clock& clock)
{
    return {.forApp = true,
            .userId = {},
            .expire = token::kDefaultExpire,
            .issueTs = clock.now(),
            .salt = randomSalt()};
}

ChatTokenRequest newUserToken(const base::Clock& clock, std::string userId)
{
    ChatTokenRequest request = newAppToken(clock);
    request.forApp = false;
    request.userId = std::move(userId);
    return request;
}

base::Result<std::string> mintChatToken(const Credentials& credentials, const ChatTokenRequest& request)
{
    if (auto ok = checkCanSign(credentials); !ok)
        return base::fail(ok.error());
    return Minter()
        .mint(credentials.project.appId, credentials.certificate.view(), request)
        .map([](std::string_view text) { return std::string(text); });
}

std::uint32_t randomSalt()
{
    return SaltSource().next();
}

} // namespace project

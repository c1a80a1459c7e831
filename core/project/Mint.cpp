// SPDX-License-Identifier: Apache-2.0
#include "core/project/Mint.h"

#include "core/token/AccessToken2.h"
#include "core/token/Errors.h"

#include <random>

namespace project {

ChatTokenRequest newAppToken(const base::Clock& clock)
{
    return {.forApp = true,
            .userId = {},
            .expire = token::kDefaultExpire,
            .issueTs = static_cast<std::uint32_t>(clock.now()),
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
    if (!request.forApp && request.userId.empty())
        return base::fail(token::errors::kEmptyUser, "user_id");
    const token::Service service = request.forApp ? token::chatAppService(request.expire)
                                                  : token::chatUserService(request.userId, request.expire);
    auto text =
        token::build({credentials.project.appId, request.issueTs, request.expire, request.salt, {service}},
                     credentials.certificate.view());
    if (!text && text.error().field == "services[0].user_id")
        text.error().field = "user_id";
    return text;
}

std::uint32_t randomSalt()
{
    std::random_device device;
    return std::uniform_int_distribution<std::uint32_t>(1, 99'999'999)(device);
}

} // namespace project

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/project/Credentials.h"

#include <cstdint>
#include <string>

namespace project {

/// A Chat token to be minted. Without a user ID it is refused, unless it is the app's.
struct ChatTokenRequest
{
    bool forApp = false;
    std::string userId;        ///< user tokens only
    std::uint32_t expire = 0;  ///< seconds after issueTs
    std::uint32_t issueTs = 0; ///< Unix seconds
    std::uint32_t salt = 0;

    [[nodiscard]] std::int64_t expiresAt() const { return std::int64_t{issueTs} + expire; }
};

/// Requests for a token that is issued now, with a new salt and the default expiry of an hour.
[[nodiscard]] ChatTokenRequest newAppToken(const base::Clock& clock);
[[nodiscard]] ChatTokenRequest newUserToken(const base::Clock& clock, std::string userId);

/// The token's text. Errors: empty-user-id, those of checkCanSign and of token::Builder::build.
[[nodiscard]] base::Result<std::string> mintChatToken(const Credentials& credentials,
                                                      const ChatTokenRequest& request);

/// 1 to 99,999,999, as most of the vendor's builders draw it, from the system's generator.
[[nodiscard]] std::uint32_t randomSalt();

} // namespace project

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
    std::string userId;       ///< user tokens only
    std::uint32_t expire = 0; ///< seconds after issueTs
    std::int64_t issueTs = 0; ///< Unix seconds; minting refuses what no token can hold
    std::uint32_t salt = 0;

    [[nodiscard]] std::int64_t expiresAt() const { return issueTs + expire; }
};

/// Requests for a token that is issued now, with a new salt and the default expiry of an hour.
[[nodiscard]] ChatTokenRequest newAppToken(const base::Clock& clock);
[[nodiscard]] ChatTokenRequest newUserToken(const base::Clock& clock, std::string userId);

/// A new salt; see SaltSource.
[[nodiscard]] std::uint32_t randomSalt();

/// The token's text. Errors: those of checkCanSign and of Minter::mint.
[[nodiscard]] base::Result<std::string> mintChatToken(const Credentials& credentials,
                                                      const ChatTokenRequest& request);

} // namespace project

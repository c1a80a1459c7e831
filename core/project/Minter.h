// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/project/Mint.h"
#include "core/token/AccessToken2.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace project {

/// 1 to 99,999,999, as most of the vendor's builders draw it, from the system's generator. One object asks
/// the system once for many salts; it is not for use from two threads at once.
class SaltSource final
{
public:
    [[nodiscard]] std::uint32_t next();

private:
    std::array<std::uint32_t, 64> m_words{}; // getentropy hands out 256 bytes at most
    std::size_t m_left = 0;
};

/// Mints many Chat tokens with the same buffers and contexts, from one thread at a time.
class Minter final
{
public:
    /// The text lives until the next call. Errors: empty-user-id, bad-issue-time, those of
    /// token::Builder::build.
    [[nodiscard]] base::Result<std::string_view> mint(std::string_view appId, std::string_view certificate,
                                                      const ChatTokenRequest& request);

private:
    token::Builder m_builder;
};

} // namespace project

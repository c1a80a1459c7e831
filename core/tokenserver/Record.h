// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tokenserver/Routes.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace tokenserver {

/// What a token that was handed out says; never its text.
struct Issued
{
    TokenKind kind = TokenKind::User;
    std::string userId;
    std::int64_t expiresAt = 0; ///< Unix seconds
};

/// One answered request, for logs. Nothing in it is secret, but path and user ID are the client's words.
struct Record
{
    std::int64_t timeMs = 0; ///< Unix milliseconds, when the answer was written
    std::string method;      ///< empty when the request line could not be read
    std::string path;        ///< without query
    int status = 0;
    std::chrono::microseconds duration{0};
    std::optional<Issued> issued{};
    std::string knob{};  ///< what was altered on purpose, such as "kind=forged"; empty when nothing was
    std::string error{}; ///< the sentence of an answer without a token
};

} // namespace tokenserver

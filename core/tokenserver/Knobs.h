// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tokenserver {

/// How a token that is handed out differs from what was asked for.
enum class TokenFault {
    None,
    Wrong,     ///< an app token for a user's, and the other way round
    Expired,   ///< ended a minute ago
    Forged,    ///< signed with another certificate
    OtherUser, ///< for the user "other-than-ID"; app tokens stay as they are
};

/// What makes the server misbehave on purpose, so that an app's handling of it can be tried. `off` as a value
/// takes any of them back.
struct Knobs
{
    std::optional<std::uint32_t> lifetime{}; ///< `lifetime=10s`: whatever is asked for; the cap still holds
    TokenFault fault = TokenFault::None;     ///< `kind=wrong`, `expired`, `forged`, `other-user`
    std::chrono::milliseconds delay{0}; ///< `delay=2s`, `delay=300ms`: before every answer; 1 min at most
    int failPercent = 0;                ///< `fail=20%`: so many of the requests get `status`, or 500
    std::optional<int> status{};        ///< `status=503`, 400 to 599: alone, every request gets it

    /// Sets one from `NAME=VALUE`. Errors: unknown-knob, bad-knob-value.
    [[nodiscard]] base::Result<> set(std::string_view assignment);

    /// Those that are set, as `set` takes them, with a blank between; empty when the server behaves.
    [[nodiscard]] std::string text() const;

    bool operator==(const Knobs&) const = default;
};

/// The word of `kind=`; "off" for None.
[[nodiscard]] std::string_view faultWord(TokenFault fault);

} // namespace tokenserver

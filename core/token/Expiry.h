// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

namespace token {

enum class ExpiryState { Valid, ExpiringSoon, Expired };

/// Seconds before the end from which a token counts as expiring soon: the last fifth of its life, as the
/// vendor's SDK counts, but at most five minutes.
[[nodiscard]] constexpr std::int64_t soonThreshold(std::int64_t issuedAt, std::int64_t expiresAt)
{
    return std::clamp<std::int64_t>((expiresAt - issuedAt) / 5, 0, 300);
}

/// The state at `now`; a token ends with the second `expiresAt`. All in Unix seconds, the threshold in
/// seconds.
[[nodiscard]] constexpr ExpiryState expiryState(std::int64_t now, std::int64_t expiresAt,
                                                std::int64_t threshold)
{
    if (now >= expiresAt)
        return ExpiryState::Expired;
    return expiresAt - now <= threshold ? ExpiryState::ExpiringSoon : ExpiryState::Valid;
}

} // namespace token

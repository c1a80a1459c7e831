// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace diagnosis {

/// How far a server's clock is ahead of this computer's, in milliseconds. It is behind where `offsetMs` is
/// negative.
struct ClockSkew
{
    std::int64_t offsetMs = 0;
    std::int64_t uncertaintyMs = 0; ///< the truth lies within offsetMs ± this

    /// Whole seconds, rounded to the nearest.
    [[nodiscard]] std::int64_t seconds() const { return (offsetMs + (offsetMs < 0 ? -500 : 500)) / 1000; }
    /// The server's time in Unix seconds when this computer's clock shows `localNow`.
    [[nodiscard]] std::int64_t serverTime(std::int64_t localNow) const { return localNow + seconds(); }
    /// More than `toleranceMs` apart, the uncertainty set aside.
    [[nodiscard]] bool beyond(std::int64_t toleranceMs) const
    {
        return (offsetMs < 0 ? -offsetMs : offsetMs) - uncertaintyMs > toleranceMs;
    }
    bool operator==(const ClockSkew&) const = default;
};

inline constexpr std::int64_t kSkewWorthTelling = 5'000; ///< milliseconds

/// From the `Date` header of an answer, which counts whole seconds, and the moments by this computer's clock
/// (milliseconds since 1970) at which the request was sent and its answer arrived. Nothing for a header that
/// is no date or an answer before its request.
[[nodiscard]] std::optional<ClockSkew> estimateSkew(std::string_view date, std::int64_t sentMs,
                                                    std::int64_t receivedMs);

/// What several answers of one server say together, the newest last: each narrows the range; one that does
/// not agree (a clock was set) starts it anew. Nothing without any.
[[nodiscard]] std::optional<ClockSkew> combineSkews(std::span<const ClockSkew> skews);

} // namespace diagnosis

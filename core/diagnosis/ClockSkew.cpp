// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/ClockSkew.h"

#include "core/base/Time.h"

#include <algorithm>

namespace diagnosis {
namespace {

ClockSkew between(std::int64_t lowest, std::int64_t highest)
{
    return {lowest + (highest - lowest) / 2, (highest - lowest + 1) / 2};
}

} // namespace

std::optional<ClockSkew> estimateSkew(std::string_view date, std::int64_t sentMs, std::int64_t receivedMs)
{
    const auto seconds = base::parseHttpDate(date);
    if (!seconds || receivedMs < sentMs)
        return std::nullopt;
    // The server read its clock between the two moments, and it showed a time within that second.
    return between(*seconds * 1000 - receivedMs, *seconds * 1000 + 999 - sentMs);
}

std::optional<ClockSkew> combineSkews(std::span<const ClockSkew> skews)
{
    if (skews.empty())
        return std::nullopt;
    std::int64_t lowest = 0;
    std::int64_t highest = -1;
    for (const ClockSkew& skew : skews) {
        const std::int64_t low = skew.offsetMs - skew.uncertaintyMs;
        const std::int64_t high = skew.offsetMs + skew.uncertaintyMs;
        const bool agrees = highest >= lowest && low <= highest && high >= lowest;
        lowest = agrees ? std::max(lowest, low) : low;
        highest = agrees ? std::min(highest, high) : high;
    }
    return between(lowest, highest);
}

} // namespace diagnosis

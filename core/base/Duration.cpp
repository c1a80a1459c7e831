// SPDX-License-Identifier: Apache-2.0
#include "core/base/Duration.h"

#include "core/base/Errors.h"

#include <limits>

namespace base {
namespace {

constexpr std::string_view kUnits = "dhms";
constexpr std::uint64_t kUnitSeconds[] = {86400, 3600, 60, 1};
constexpr std::uint64_t kMax = std::numeric_limits<std::uint32_t>::max();

} // namespace

Result<std::uint32_t> parseDuration(std::string_view text)
{
    const auto bad = [&] { return fail(errors::kBadDuration, "", std::vector{std::string(text)}); };
    std::uint64_t total = 0;
    std::size_t nextUnit = 0;
    std::size_t i = 0;
    bool tooLong = false;
    if (text.empty())
        return bad();
    while (i < text.size()) {
        std::uint64_t number = 0;
        const std::size_t digits = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9') {
            number = number * 10 + static_cast<std::uint64_t>(text[i++] - '0');
            if (number > kMax) {
                tooLong = true;
                number = kMax;
            }
        }
        if (i == digits)
            return bad();
        const bool bare = i == text.size();
        const std::size_t unit = bare ? 3 : kUnits.find(text[i++]);
        if (unit == std::string_view::npos || unit < nextUnit || (bare && digits != 0))
            return bad();
        total += number * kUnitSeconds[unit];
        nextUnit = unit + 1;
    }
    if (tooLong || total > kMax)
        return fail(errors::kDurationTooLong, "", std::vector{std::string(text)});
    return static_cast<std::uint32_t>(total);
}

std::string formatDuration(std::int64_t seconds)
{
    if (seconds == 0)
        return "0s";
    std::string out = seconds < 0 ? "-" : "";
    auto rest = static_cast<std::uint64_t>(seconds < 0 ? -seconds : seconds);
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        if (const std::uint64_t n = rest / kUnitSeconds[i]; n > 0)
            out += std::to_string(n) + kUnits[i];
        rest %= kUnitSeconds[i];
    }
    return out;
}

} // namespace base

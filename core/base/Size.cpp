// SPDX-License-Identifier: Apache-2.0
#include "core/base/Size.h"

#include <charconv>

namespace base {

std::optional<std::int64_t> parseSize(std::string_view text)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 40;
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || number < 1)
        return std::nullopt;
    std::string_view unit(stop, static_cast<std::size_t>(end - stop));
    if (unit.ends_with("iB"))
        unit.remove_suffix(2);
    int shift = 0;
    if (unit == "K" || unit == "k")
        shift = 10;
    else if (unit == "M")
        shift = 20;
    else if (unit == "G")
        shift = 30;
    else if (!unit.empty() || stop != end)
        return std::nullopt;
    return number <= (kMost >> shift) ? std::optional(number << shift) : std::nullopt;
}

} // namespace base

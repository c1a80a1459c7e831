// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace base {

/// `text` without the characters of `around` at its two ends. Bytes, so `around` is ASCII.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text, std::string_view around = " \t\r\n")
{
    const std::size_t first = text.find_first_not_of(around);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(around) - first + 1);
}

} // namespace base

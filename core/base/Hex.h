// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace base {

/// Lower-case hexadecimal, two digits a byte.
[[nodiscard]] std::string toHex(std::span<const std::uint8_t> bytes);

/// ASCII hexadecimal digit of either case. Full-width digits are none.
[[nodiscard]] constexpr bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// 0..15, or -1 when `c` is no hexadecimal digit.
[[nodiscard]] constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Index of the first byte that is no hexadecimal digit; npos when all are.
[[nodiscard]] std::size_t firstNonHex(std::string_view text);

} // namespace base

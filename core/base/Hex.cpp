// SPDX-License-Identifier: Apache-2.0
#include "core/base/Hex.h"

#include <array>

namespace base {

std::string toHex(std::span<const std::uint8_t> bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        out.push_back(kDigits[byte >> 4]);
        out.push_back(kDigits[byte & 15]);
    }
    return out;
}

std::size_t firstNonHex(std::string_view text)
{
    // Every token that is minted checks 64 digits: a table is a few times faster than comparing.
    static constexpr auto kIsHex = [] {
        std::array<bool, 256> table{};
        for (std::size_t c = 0; c < table.size(); ++c)
            table[c] = isHexDigit(static_cast<char>(c));
        return table;
    }();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!kIsHex[static_cast<unsigned char>(text[i])])
            return i;
    }
    return std::string_view::npos;
}

} // namespace base

// SPDX-License-Identifier: Apache-2.0
#include "core/base/Utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace base {
namespace {

using Byte = std::uint8_t;

bool isContinuation(Byte b)
{
    return (b & 0xC0) == 0x80;
}

char32_t decode(std::string_view s)
{
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<Byte>(s[i])); };
    switch (s.size()) {
    case 1:
        return byte(0);
    case 2:
        return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3:
        return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    default:
        return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    }
}

bool isHidden(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

} // namespace

std::size_t utf8SequenceLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<Byte>(text[i]) : Byte{0}; };
    const Byte b0 = byte(at);
    if (at >= text.size())
        return 0;
    if (b0 < 0x80)
        return 1;
    if (b0 < 0xC2)
        return 0;
    const Byte b1 = byte(at + 1);
    if (b0 < 0xE0)
        return isContinuation(b1) ? 2 : 0;
    const bool twoMore = isContinuation(b1) && isContinuation(byte(at + 2));
    if (b0 < 0xF0) {
        const bool inRange = (b0 != 0xE0 || b1 >= 0xA0) && (b0 != 0xED || b1 < 0xA0);
        return twoMore && inRange ? 3 : 0;
    }
    const bool inRange = b0 < 0xF5 && (b0 != 0xF0 || b1 >= 0x90) && (b0 != 0xF4 || b1 < 0x90);
    return twoMore && inRange && isContinuation(byte(at + 3)) ? 4 : 0;
}

std::size_t firstInvalidUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8SequenceLength(text, i);
        if (length == 0)
            return i;
        i += length;
    }
    return std::string_view::npos;
}

std::size_t utf8Length(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string visible(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    char buffer[16];
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8SequenceLength(text, i);
        if (length == 0) {
            std::snprintf(buffer, sizeof buffer, "\\x%02X",
                          static_cast<unsigned>(static_cast<Byte>(text[i])));
            out += buffer;
            ++i;
            continue;
        }
        const std::string_view sequence = text.substr(i, length);
        const char32_t c = decode(sequence);
        if (isHidden(c)) {
            std::snprintf(buffer, sizeof buffer, "\\u{%04X}", static_cast<unsigned>(c));
            out += buffer;
        } else {
            out += sequence;
        }
        i += length;
    }
    return out;
}

} // namespace base

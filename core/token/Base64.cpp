// SPDX-License-Identifier: Apache-2.0
#include "core/token/Base64.h"

#include <openssl/evp.h>

#include <array>
#include <limits>

namespace token {
namespace {

constexpr std::uint8_t kBad = 0xFF;
constexpr std::uint8_t kUrlBit = 0x40; // set for '-' and '_'

constexpr std::array<std::uint8_t, 256> makeTable()
{
    std::array<std::uint8_t, 256> table{};
    table.fill(kBad);
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
        table[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
    table[static_cast<unsigned char>('-')] = 62 | kUrlBit;
    table[static_cast<unsigned char>('_')] = 63 | kUrlBit;
    return table;
}

constexpr std::array<std::uint8_t, 256> kTable = makeTable();

} // namespace

void appendBase64(std::string_view bytes, std::string& out)
{
    const std::size_t start = out.size();
    out.resize(start + (bytes.size() + 2) / 3 * 4 + 1); // EVP_EncodeBlock writes a NUL behind
    EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data() + start),
                    reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    out.pop_back();
}

Base64Decoded decodeBase64(std::string_view text, std::string& out)
{
    Base64Decoded result;
    std::size_t length = text.size();
    std::size_t padding = 0;
    while (padding < length && text[length - 1 - padding] == '=')
        ++padding;
    length -= padding;

    out.resize(length / 4 * 3 + 3);
    auto* to = reinterpret_cast<std::uint8_t*>(out.data());
    std::uint8_t seen = 0;
    std::size_t i = 0;
    const auto value = [&](std::size_t at) { return kTable[static_cast<unsigned char>(text[at])]; };
    for (; i + 4 <= length; i += 4) {
        const std::uint8_t a = value(i);
        const std::uint8_t b = value(i + 1);
        const std::uint8_t c = value(i + 2);
        const std::uint8_t d = value(i + 3);
        const auto all = static_cast<std::uint8_t>(a | b | c | d);
        if (all & 0x80)
            break;
        seen |= all;
        *to++ = static_cast<std::uint8_t>(a << 2 | (b >> 4 & 3));
        *to++ = static_cast<std::uint8_t>(b << 4 | (c >> 2 & 15));
        *to++ = static_cast<std::uint8_t>(c << 6 | (d & 63));
    }
    // The rest: a last group of two or three characters, or the group in which a bad one stands.
    std::uint32_t bits = 0;
    std::size_t count = 0;
    for (; i < length; ++i) {
        const std::uint8_t v = value(i);
        if (v == kBad) {
            result.badAt = i;
            break;
        }
        seen |= v;
        bits = bits << 6 | (v & 63U);
        ++count;
    }
    if (count >= 2)
        *to++ = static_cast<std::uint8_t>(bits >> (count == 2 ? 4 : 10));
    if (count >= 3)
        *to++ = static_cast<std::uint8_t>(bits >> 2);
    out.resize(static_cast<std::size_t>(to - reinterpret_cast<std::uint8_t*>(out.data())));
    result.urlAlphabet = (seen & kUrlBit) != 0;
    if (result.badAt != Base64Decoded::npos)
        return result;

    const std::size_t wanted = count == 0 ? 0 : 4 - count;
    if (count == 1)
        result.cut = true;
    else if (padding > wanted)
        result.badAt = length + wanted;
    else
        result.missingPadding = padding < wanted;
    return result;
}

} // namespace token

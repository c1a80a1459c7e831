// SPDX-License-Identifier: Apache-2.0
#include "core/token/TextMap.h"

#include "core/token/Base64.h"
#include "core/token/DeflateShape.h"

#include <algorithm>

namespace token {
namespace {

constexpr std::size_t kVersionSize = 3;   // "007"
constexpr std::size_t kAppIdSize = 32;    // stands in front of the Base64 of a 006 token
constexpr std::size_t kZlibHeadBits = 16; // of RFC 1950, in front of the deflate stream

constexpr std::size_t firstCharacter(std::size_t byte)
{
    return byte * 8 / 6;
}

constexpr std::size_t endCharacter(std::size_t endByte)
{
    return (endByte * 8 + 5) / 6;
}

} // namespace

TextMap::TextMap(const Inspection& inspection)
{
    if (inspection.is007())
        addInflated(inspection);
    else if (inspection.format == "006")
        addBase64(kVersionSize + kAppIdSize, inspection.payload().size());
    else if (inspection.format == "005")
        addBase64(kVersionSize, inspection.payload().size());
    else if (!inspection.format.empty()) { // the payload is the text itself
        for (std::uint32_t i = 0; i < inspection.payload().size(); ++i)
            m_characters.push_back({i, i + 1});
    }
}

void TextMap::addInflated(const Inspection& inspection)
{
    std::string stream;
    static_cast<void>(decodeBase64(std::string_view(inspection.text).substr(kVersionSize), stream));
    if (stream.size() * 8 <= kZlibHeadBits)
        return;
    std::vector<DeflateSymbol> symbols;
    static_cast<void>(
        deflateShape(std::string_view(stream).substr(kZlibHeadBits / 8), kMaxPayload, &symbols));
    m_characters.reserve(inspection.payload().size());
    for (const DeflateSymbol& symbol : symbols) {
        const std::size_t first = (kZlibHeadBits + symbol.firstBit) / 8;
        const std::size_t end = (kZlibHeadBits + symbol.endBit + 7) / 8;
        const Run run{static_cast<std::uint32_t>(kVersionSize + firstCharacter(first)),
                      static_cast<std::uint32_t>(kVersionSize + endCharacter(end))};
        const std::size_t room = inspection.payload().size() - m_characters.size();
        m_characters.insert(m_characters.end(), std::min(symbol.length, room), run);
    }
}

void TextMap::addBase64(std::size_t head, std::size_t bytes)
{
    for (std::size_t i = 0; i < bytes; ++i)
        m_characters.push_back({static_cast<std::uint32_t>(head + firstCharacter(i)),
                                static_cast<std::uint32_t>(head + endCharacter(i + 1))});
}

Span TextMap::charactersOf(Span bytes) const
{
    const std::size_t end = std::min(bytes.end(), m_characters.size());
    if (bytes.offset >= end)
        return {};
    const std::size_t first = m_characters[bytes.offset].first;
    return {first, m_characters[end - 1].end - first};
}

Span TextMap::bytesOf(std::size_t character) const
{
    const auto first = std::partition_point(m_characters.begin(), m_characters.end(),
                                            [&](const Run& run) { return run.end <= character; });
    const auto end = std::partition_point(first, m_characters.end(),
                                          [&](const Run& run) { return run.first <= character; });
    if (first == end)
        return {};
    return {static_cast<std::size_t>(first - m_characters.begin()), static_cast<std::size_t>(end - first)};
}

} // namespace token

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Inspector.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace token {

/// A run of characters or bytes.
struct Span
{
    std::size_t offset = 0;
    std::size_t length = 0;
    [[nodiscard]] std::size_t end() const { return offset + length; }
    bool operator==(const Span&) const = default;
};

/// Which characters of a token's text hold which bytes of its payload: through Base64 and, for 007, through
/// the literals and copies of the deflate stream. A copy's characters stand for all the bytes that it copies,
/// and one character holds parts of two or three bytes, so that neighbours overlap.
class TextMap final
{
public:
    TextMap() = default;
    explicit TextMap(const Inspection& inspection);

    /// Bytes whose characters are known: all of the payload, or up to a fault of the stream.
    [[nodiscard]] std::size_t size() const { return m_characters.size(); }
    /// The characters of `inspection.text` without which these bytes cannot be read; nothing for no bytes.
    [[nodiscard]] Span charactersOf(Span bytes) const;
    /// The bytes that a character holds a part of; nothing for a prefix, a block's head and the checksum.
    [[nodiscard]] Span bytesOf(std::size_t character) const;

private:
    struct Run
    {
        std::uint32_t first = 0; ///< character
        std::uint32_t end = 0;   ///< behind the last
    };
    void addInflated(const Inspection& inspection);
    void addBase64(std::size_t head, std::size_t bytes);

    std::vector<Run> m_characters; ///< of each byte; neither first nor end ever goes back
};

} // namespace token

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace token {

/// What a deflate stream (RFC 1951) was made of.
struct DeflateShape
{
    bool whole = false;            ///< the final block was reached without a fault
    std::size_t blocks = 0;        ///< all of them, the empty ones too
    std::size_t shortestMatch = 0; ///< bytes of the shortest copy; 0 when there is none
    bool storedOnly = true;        ///< nothing but stored blocks
    bool endsWithEmptyStored = false;
};

/// The bits of a stream that stand for a run of bytes: a literal, a copy, or one byte of a stored block.
struct DeflateSymbol
{
    std::size_t firstBit = 0; ///< of the stream, each byte's lowest bit first
    std::size_t endBit = 0;   ///< behind the last
    std::size_t length = 0;   ///< bytes that come out; symbols follow each other without gap
};

/// Walks over the blocks of a raw deflate stream without writing what it says. Linear in the stream, at most
/// `maxSymbols` symbols, which are added to `trace` as far as the stream is sound.
[[nodiscard]] DeflateShape deflateShape(std::string_view stream,
                                        std::size_t maxSymbols = std::size_t{1} << 20,
                                        std::vector<DeflateSymbol>* trace = nullptr);

} // namespace token

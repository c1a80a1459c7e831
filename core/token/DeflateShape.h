// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

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

/// Walks over the blocks of a raw deflate stream without writing what it says. Linear in the stream, at most
/// `maxSymbols` symbols.
[[nodiscard]] DeflateShape deflateShape(std::string_view stream,
                                        std::size_t maxSymbols = std::size_t{1} << 20);

} // namespace token

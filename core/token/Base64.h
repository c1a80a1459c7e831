// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace token {

/// Standard alphabet with padding, one line (RFC 4648 section 4). Appends to `out`.
void appendBase64(std::string_view bytes, std::string& out);

struct Base64Decoded
{
    static constexpr std::size_t npos = std::string_view::npos;
    std::size_t badAt = npos;    ///< first character that cannot stand there; what came before is decoded
    bool missingPadding = false; ///< the '=' at the end were left out (the bytes are whole)
    bool cut = false;            ///< one character over a group: at least one more is missing
    bool urlAlphabet = false;    ///< '-' or '_' was read as '+' or '/'
};

/// Decodes as far as it can into `out` (cleared first). Reads both alphabets and missing padding, and says
/// so.
[[nodiscard]] Base64Decoded decodeBase64(std::string_view text, std::string& out);

} // namespace token

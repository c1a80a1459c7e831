// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace token {

/// A character that is written as an escape: how long the escape is, and what it stands for ('\0': nothing).
struct Escape
{
    std::size_t length = 0;
    char meaning = '\0';
};

/// The escape that begins at `text[at]`, of JSON, string literals, HTML, mail or a terminal; of length 0 when
/// there is none.
[[nodiscard]] Escape escapeAt(std::string_view text, std::size_t at);

/// `"007eJx" + "TYPBc"`: from a closing quote to the opening one of the next piece of the literal, or 0.
[[nodiscard]] std::size_t literalJoint(std::string_view text, std::size_t at);

/// Escapes undone and pieces of a literal joined; the text unchanged where there is nothing to do.
[[nodiscard]] std::string unescaped(std::string_view text);

/// One pass of percent-decoding; the text unchanged where there is nothing to decode.
[[nodiscard]] std::string percentDecoded(std::string_view text);

} // namespace token

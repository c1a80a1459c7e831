// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace token {

inline constexpr std::size_t kShortestBody =
    16; ///< Base64 characters behind a version that make a token of it

/// Unicode white space, zero-width and direction marks that stand at `text[at]`: their length, or 0.
[[nodiscard]] std::size_t blankLength(std::string_view text, std::size_t at);
/// Of either alphabet, or the padding.
[[nodiscard]] bool isBase64Char(char c);
/// The text begins with "001" to "007".
[[nodiscard]] bool isVersion(std::string_view text);
/// `prefix` is in lower case.
[[nodiscard]] bool startsWithIgnoringCase(std::string_view text, std::string_view prefix);
/// Without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// An access token of the Chat server (`YWMt...`), a JWT or Easemob's `dt-` token.
[[nodiscard]] bool isForeign(std::string_view text);
/// The first string in a JSON value that looks like a token; the depth is bounded by the parser.
[[nodiscard]] const std::string* tokenIn(const base::JsonValue& json);
/// Where the token-like run that begins at `at` ends; escapes belong to it.
[[nodiscard]] std::size_t runEnd(std::string_view text, std::size_t at);
/// The token-like run inside a longer text (a curl line, a URL, a log line): a version with a body, or a
/// token of another maker, not in the middle of a word.
[[nodiscard]] std::string_view embedded(std::string_view text);

} // namespace token

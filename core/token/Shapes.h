// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace token {

/// 32 hexadecimal digits: an App ID or a certificate.
[[nodiscard]] bool isHexId(std::string_view text);
/// Only Base64 characters, long enough for a token, and more than hexadecimal digits.
[[nodiscard]] bool looksLikeABody(std::string_view text);
/// The kind of another maker's token: "YWMt", "JWT", "signalling", "dt"; "" when it is none.
[[nodiscard]] std::string_view foreignKind(std::string_view text);

/// Hexadecimal letters in one case; all others stay.
[[nodiscard]] std::string withCase(std::string_view text, bool upper);
/// ASCII letters in lower case.
[[nodiscard]] std::string withLowerCase(std::string_view text);
/// In what two user IDs differ that look alike: "letter-case", "blanks", "characters"; "" when they do not.
[[nodiscard]] std::string_view likeness(std::string_view a, std::string_view b);

} // namespace token

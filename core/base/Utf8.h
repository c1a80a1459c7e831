// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// Offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7: no overlong form,
/// no surrogate, nothing above U+10FFFF); npos when all is well.
[[nodiscard]] std::size_t firstInvalidUtf8(std::string_view text);

/// Length in bytes of the well-formed sequence at `at`, or 0 when there is none.
[[nodiscard]] std::size_t utf8SequenceLength(std::string_view text, std::size_t at);

/// Code points of well-formed text.
[[nodiscard]] std::size_t utf8Length(std::string_view text);

/// The text with everything that a terminal or a label would hide or obey made visible: control characters,
/// DEL, bidirectional controls, zero-width characters and line separators as \u{XXXX}, bytes that are no
/// UTF-8 as \xXX. What is left is safe to print.
[[nodiscard]] std::string visible(std::string_view text);

} // namespace base

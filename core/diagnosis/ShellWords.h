// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace diagnosis {

/// The words of a command line as a POSIX shell parts them: quotes, backslashes, lines continued by a
/// backslash (or, as Windows has it, a caret). Nothing is expanded. A quote that is not closed ends with the
/// text.
[[nodiscard]] std::vector<std::string> shellWords(std::string_view command);

} // namespace diagnosis

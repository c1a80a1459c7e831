// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace text {

/// A word of http::doubts as a clause about the body; the word itself where it is not known.
[[nodiscard]] QString doubt(std::string_view word);

/// Several, joined by "; ".
[[nodiscard]] QString doubts(const std::vector<std::string_view>& words);

} // namespace text

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace base {

/// The candidate that a mistyped word most likely means ("maxuser" -> "maxusers"): the one with the smallest
/// edit distance, letter case aside, where that is at most a third of the word; "" when none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

} // namespace base

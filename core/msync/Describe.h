// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace msync {

enum class Direction { Up, Down }; ///< from the SDK, to the SDK

struct Description
{
    std::string title; ///< one line
    std::string text;  ///< lines of `name: value`, two blanks a level
};

inline constexpr std::size_t kMaxTitle = 160;                          ///< bytes
inline constexpr std::size_t kMaxDescription = std::size_t{16} * 1024; ///< bytes of the text

/// What one frame says, for a person who reads along, in the protocol's own words. Takes any bytes. Never the
/// text of a token, wherever it stands: `token of N characters` instead. What a terminal would obey is made
/// visible; long texts and lists are cut short, and say so.
[[nodiscard]] Description describe(std::string_view frame, Direction direction);

} // namespace msync

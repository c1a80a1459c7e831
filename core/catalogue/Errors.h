// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The failures that core/catalogue reports. args are noted behind each.
namespace catalogue::errors {

inline constexpr std::string_view kBadCatalogue = "bad-catalogue"; // entry id or index, what is wrong with it

inline constexpr std::array kAll{kBadCatalogue};

} // namespace catalogue::errors

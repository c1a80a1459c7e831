// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The failures that core/tokenserver reports. args are noted behind each.
namespace tokenserver::errors {

inline constexpr std::string_view kBadOrigin = "bad-origin";        // the text
inline constexpr std::string_view kBadAccessKey = "bad-access-key"; // fewest and most characters
inline constexpr std::string_view kBadMaxExpire = "bad-max-expire"; // the longest, such as 24h

inline constexpr std::array kAll{kBadOrigin, kBadAccessKey, kBadMaxExpire};

} // namespace tokenserver::errors

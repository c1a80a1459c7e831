// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The failures that core/local reports. args are noted behind each.
namespace local::errors {

inline constexpr std::string_view kPortInUse = "port-in-use";      // the port
inline constexpr std::string_view kListenFailed = "listen-failed"; // the port, the system's reason

inline constexpr std::array kAll{kPortInUse, kListenFailed};

} // namespace local::errors

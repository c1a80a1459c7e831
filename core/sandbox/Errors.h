// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The failures that core/sandbox reports, all of the file that keeps its state. args are noted behind each.
namespace sandbox::errors {

inline constexpr std::string_view kDataUnreadable = "data-unreadable";       // the path, the system's reason
inline constexpr std::string_view kDataInUse = "data-in-use";                // the path
inline constexpr std::string_view kDataNotOurs = "data-not-ours";            // the path
inline constexpr std::string_view kDataOfAnotherApp = "data-of-another-app"; // the path, whose it is
inline constexpr std::string_view kDataDamaged = "data-damaged";             // the path, SQLite's words
inline constexpr std::string_view kDataNewer = "data-newer";                 // the path
inline constexpr std::string_view kDataWriteFailed = "data-write-failed";    // the path, SQLite's words

inline constexpr std::array kAll{kDataUnreadable, kDataInUse, kDataNotOurs,    kDataOfAnotherApp,
                                 kDataDamaged,    kDataNewer, kDataWriteFailed};

} // namespace sandbox::errors

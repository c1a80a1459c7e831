// SPDX-License-Identifier: Apache-2.0
#include "core/local/HttpDate.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <string>

namespace local {
namespace {

/// IMF-fixdate. By hand, as strftime speaks the language of the user.
std::string dateText(std::time_t now)
{
    static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  kDays.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
                  kMonths.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900, parts.tm_hour,
                  parts.tm_min, parts.tm_sec);
    return text.data();
}

} // namespace

std::string_view httpDate(std::int64_t now)
{
    thread_local std::int64_t second = -1;
    thread_local std::string text;
    if (now != second) {
        second = now;
        text = dateText(static_cast<std::time_t>(now));
    }
    return text;
}

} // namespace local

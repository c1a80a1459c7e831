// SPDX-License-Identifier: Apache-2.0
#include "core/base/Time.h"

#include "core/base/Errors.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>

namespace base {
namespace {

/// Reads a fixed number of digits off the front of `rest`.
std::optional<int> takeNumber(std::string_view& rest, std::size_t digits)
{
    if (rest.size() < digits)
        return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (rest[i] < '0' || rest[i] > '9')
            return std::nullopt;
        value = value * 10 + (rest[i] - '0');
    }
    rest.remove_prefix(digits);
    return value;
}

bool takeChar(std::string_view& rest, char c)
{
    if (rest.empty() || rest.front() != c)
        return false;
    rest.remove_prefix(1);
    return true;
}

std::optional<std::int64_t> parseZone(std::string_view& rest)
{
    if (rest.empty())
        return 0;
    if (takeChar(rest, 'Z') || takeChar(rest, 'z'))
        return 0;
    const int sign = rest.front() == '-' ? -1 : 1;
    if (!takeChar(rest, '+') && !takeChar(rest, '-'))
        return std::nullopt;
    const auto hours = takeNumber(rest, 2);
    takeChar(rest, ':');
    const auto minutes = rest.empty() ? std::optional<int>(0) : takeNumber(rest, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return sign * (*hours * 3600 + *minutes * 60);
}

std::optional<std::int64_t> parseIso(std::string_view rest)
{
    using namespace std::chrono;
    const auto y = takeNumber(rest, 4);
    if (!y || !takeChar(rest, '-'))
        return std::nullopt;
    const auto m = takeNumber(rest, 2);
    if (!m || !takeChar(rest, '-'))
        return std::nullopt;
    const auto d = takeNumber(rest, 2);
    if (!d)
        return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok())
        return std::nullopt;
    std::int64_t seconds = sys_days{date}.time_since_epoch().count() * std::int64_t{86400};
    if (rest.empty())
        return seconds;
    if (!takeChar(rest, 'T') && !takeChar(rest, 't') && !takeChar(rest, ' '))
        return std::nullopt;
    const auto h = takeNumber(rest, 2);
    if (!h || *h > 23 || !takeChar(rest, ':'))
        return std::nullopt;
    const auto min = takeNumber(rest, 2);
    if (!min || *min > 59)
        return std::nullopt;
    seconds += *h * 3600 + *min * 60;
    if (takeChar(rest, ':')) {
        const auto s = takeNumber(rest, 2);
        if (!s || *s > 59)
            return std::nullopt;
        seconds += *s;
        if (takeChar(rest, '.')) { // fractions are read and dropped: tokens count whole seconds
            if (!takeNumber(rest, 1))
                return std::nullopt;
            while (takeNumber(rest, 1)) {
            }
        }
    }
    const auto zone = parseZone(rest);
    if (!zone || !rest.empty())
        return std::nullopt;
    return seconds - *zone;
}

/// "Jan" ... "Dec" off the front; letter case counts, as RFC 9110 says.
std::optional<unsigned> takeMonth(std::string_view& rest)
{
    constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (rest.size() < 3)
        return std::nullopt;
    const std::size_t at = kMonths.find(rest.substr(0, 3));
    if (at == std::string_view::npos || at % 3 != 0)
        return std::nullopt;
    rest.remove_prefix(3);
    return static_cast<unsigned>(at / 3 + 1);
}

/// `08:49:37`; a leap second counts as the second before it.
std::optional<std::int64_t> takeClock(std::string_view& rest)
{
    const auto h = takeNumber(rest, 2);
    if (!h || *h > 23 || !takeChar(rest, ':'))
        return std::nullopt;
    const auto min = takeNumber(rest, 2);
    if (!min || *min > 59 || !takeChar(rest, ':'))
        return std::nullopt;
    const auto s = takeNumber(rest, 2);
    if (!s || *s > 60)
        return std::nullopt;
    return *h * std::int64_t{3600} + *min * 60 + std::min(*s, 59);
}

std::optional<std::int64_t> secondsOf(int y, unsigned m, int d, std::int64_t clock)
{
    using namespace std::chrono;
    const year_month_day date{year{y}, month{m}, day{static_cast<unsigned>(d)}};
    if (!date.ok())
        return std::nullopt;
    return sys_days{date}.time_since_epoch().count() * std::int64_t{86400} + clock;
}

/// `06 Nov 1994 08:49:37 GMT` or, of RFC 850, `06-Nov-94 08:49:37 GMT`.
std::optional<std::int64_t> parseDayFirst(std::string_view rest)
{
    const auto d = takeNumber(rest, 2);
    const bool dashes = !rest.empty() && rest.front() == '-';
    const char joint = dashes ? '-' : ' ';
    if (!d || !takeChar(rest, joint))
        return std::nullopt;
    const auto m = takeMonth(rest);
    if (!m || !takeChar(rest, joint))
        return std::nullopt;
    auto y = takeNumber(rest, dashes ? 2 : 4);
    if (!y || !takeChar(rest, ' '))
        return std::nullopt;
    if (dashes)
        *y += *y > 76 ? 1900 : 2000;
    const auto clock = takeClock(rest);
    if (!clock || (rest != " GMT" && rest != " UTC"))
        return std::nullopt;
    return secondsOf(*y, *m, *d, *clock);
}

/// `Nov  6 08:49:37 1994`
std::optional<std::int64_t> parseAsctime(std::string_view rest)
{
    const auto m = takeMonth(rest);
    if (!m || !takeChar(rest, ' '))
        return std::nullopt;
    const auto d = takeNumber(rest, takeChar(rest, ' ') ? 1 : 2);
    if (!d || !takeChar(rest, ' '))
        return std::nullopt;
    const auto clock = takeClock(rest);
    if (!clock || !takeChar(rest, ' '))
        return std::nullopt;
    const auto y = takeNumber(rest, 4);
    return y && rest.empty() ? secondsOf(*y, *m, *d, *clock) : std::nullopt;
}

} // namespace

Result<std::int64_t> parseTime(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (!text.empty() && error == std::errc{} && end == text.data() + text.size())
        return number;
    if (const auto iso = parseIso(text))
        return *iso;
    return fail(errors::kBadTime, "", std::vector{std::string(text)});
}

Result<std::int64_t> parseHttpDate(std::string_view text)
{
    // The name of the day says nothing that the date does not: it is read over.
    if (const std::size_t comma = text.find(", "); comma != std::string_view::npos) {
        if (const auto time = parseDayFirst(text.substr(comma + 2)))
            return *time;
    } else if (text.size() > 4 && text[3] == ' ') {
        if (const auto time = parseAsctime(text.substr(4)))
            return *time;
    }
    return fail(errors::kBadTime, "", std::vector{std::string(text)});
}

std::string formatTimeUtc(std::int64_t unixSeconds)
{
    using namespace std::chrono;
    if (unixSeconds < -62135596800 || unixSeconds > 253402300799) // years 1 to 9999
        return std::to_string(unixSeconds);
    const sys_seconds time{seconds{unixSeconds}};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return buffer;
}

} // namespace base

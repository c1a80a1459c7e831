// SPDX-License-Identifier: Apache-2.0
#include "core/base/Knob.h"

#include "core/base/Duration.h"

#include <charconv>

namespace base {
namespace {

std::optional<std::int64_t> wholeNumber(std::string_view text, std::int64_t least, std::int64_t most)
{
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    const bool good = error == std::errc{} && stop == end && number >= least && number <= most;
    return good ? std::optional(number) : std::nullopt;
}

/// Without its unit, which may be left out.
std::string_view withoutUnit(std::string_view text, std::string_view unit)
{
    return text.ends_with(unit) ? text.substr(0, text.size() - unit.size()) : text;
}

} // namespace

std::optional<std::int64_t> knobNumber(std::string_view text, std::int64_t least, std::int64_t most,
                                       std::string_view unit)
{
    return text == kKnobOff ? 0 : wholeNumber(withoutUnit(text, unit), least, most);
}

std::optional<int> knobPercent(std::string_view text)
{
    const auto percent = knobNumber(text, 0, 100, "%");
    return percent ? std::optional(static_cast<int>(*percent)) : std::nullopt;
}

std::optional<std::int64_t> knobMilliseconds(std::string_view text, std::int64_t most)
{
    if (text == kKnobOff)
        return 0;
    if (text.ends_with("ms"))
        return wholeNumber(withoutUnit(text, "ms"), 0, most);
    const auto seconds = parseDuration(text);
    if (!seconds || std::int64_t{*seconds} * 1000 > most)
        return std::nullopt;
    return std::int64_t{*seconds} * 1000;
}

bool setKnobLifetime(std::optional<std::uint32_t>& lifetime, std::string_view text)
{
    const auto seconds = text == kKnobOff ? Result<std::uint32_t>(0) : parseDuration(text);
    if (!seconds || (*seconds == 0 && text != kKnobOff))
        return false;
    lifetime = *seconds == 0 ? std::nullopt : std::optional(*seconds);
    return true;
}

std::string formatMilliseconds(std::int64_t ms)
{
    return ms % 1000 == 0 ? formatDuration(ms / 1000) : std::to_string(ms) + "ms";
}

void appendKnob(std::string& text, std::string_view name, std::string_view value)
{
    if (!text.empty())
        text += ' ';
    text += name;
    text += '=';
    text += value;
}

} // namespace base

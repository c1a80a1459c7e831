// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/Knobs.h"

#include "core/base/Duration.h"
#include "core/base/Nearest.h"
#include "core/tokenserver/Errors.h"

#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace tokenserver {
namespace {

using base::fail;
using base::Result;

constexpr std::int64_t kLongestDelayMs = 60'000;
constexpr std::string_view kOff = "off";
constexpr std::array<std::pair<std::string_view, TokenFault>, 5> kFaults{
    {{kOff, TokenFault::None},
     {"wrong", TokenFault::Wrong},
     {"expired", TokenFault::Expired},
     {"forged", TokenFault::Forged},
     {"other-user", TokenFault::OtherUser}}};

tl::unexpected<base::Error> badValue(std::string_view name, std::string_view value, std::string_view takes)
{
    return fail(errors::kBadKnobValue, name, std::vector{std::string(value), std::string(takes)});
}

std::optional<int> wholeNumber(std::string_view text)
{
    int number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

Result<> setLifetime(Knobs& knobs, std::string_view value)
{
    if (value == kOff) {
        knobs.lifetime.reset();
        return {};
    }
    const auto seconds = base::parseDuration(value);
    if (!seconds || *seconds == 0)
        return badValue("lifetime", value, "10s, 5m, 1h, off");
    knobs.lifetime = *seconds;
    return {};
}

Result<> setFault(Knobs& knobs, std::string_view value)
{
    for (const auto& [word, fault] : kFaults) {
        if (word == value) {
            knobs.fault = fault;
            return {};
        }
    }
    return badValue("kind", value, "wrong, expired, forged, other-user, off");
}

/// Milliseconds from `300ms` and all that parseDuration takes.
std::optional<std::int64_t> milliseconds(std::string_view value)
{
    if (value.ends_with("ms")) {
        const auto number = wholeNumber(value.substr(0, value.size() - 2));
        return number ? std::optional<std::int64_t>(*number) : std::nullopt;
    }
    const auto seconds = base::parseDuration(value);
    return seconds ? std::optional(std::int64_t{*seconds} * 1000) : std::nullopt;
}

Result<> setDelay(Knobs& knobs, std::string_view value)
{
    const auto ms = value == kOff ? std::optional<std::int64_t>(0) : milliseconds(value);
    if (!ms || *ms < 0 || *ms > kLongestDelayMs)
        return badValue("delay", value, "2s, 300ms, 1m at most, off");
    knobs.delay = std::chrono::milliseconds(*ms);
    return {};
}

Result<> setFail(Knobs& knobs, std::string_view value)
{
    std::string_view digits = value;
    if (digits.ends_with('%'))
        digits.remove_suffix(1);
    const auto percent = value == kOff ? std::optional(0) : wholeNumber(digits);
    if (!percent || *percent < 0 || *percent > 100)
        return badValue("fail", value, "0% to 100%, off");
    knobs.failPercent = *percent;
    return {};
}

Result<> setStatus(Knobs& knobs, std::string_view value)
{
    if (value == kOff) {
        knobs.status.reset();
        return {};
    }
    const auto status = wholeNumber(value);
    if (!status || *status < 400 || *status > 599)
        return badValue("status", value, "400 to 599, off");
    knobs.status = *status;
    return {};
}

using Setter = Result<> (*)(Knobs&, std::string_view);
constexpr std::array<std::pair<std::string_view, Setter>, 5> kSetters{{{"lifetime", setLifetime},
                                                                       {"kind", setFault},
                                                                       {"delay", setDelay},
                                                                       {"fail", setFail},
                                                                       {"status", setStatus}}};

} // namespace

Result<> Knobs::set(std::string_view assignment)
{
    const std::size_t equals = assignment.find('=');
    const std::string_view name = assignment.substr(0, equals);
    std::vector<std::string_view> names;
    for (const auto& [known, setter] : kSetters) {
        if (known == name && equals != std::string_view::npos)
            return setter(*this, assignment.substr(equals + 1));
        names.push_back(known);
    }
    if (equals == std::string_view::npos && std::find(names.begin(), names.end(), name) != names.end())
        return badValue(name, "", "NAME=VALUE");
    return fail(errors::kUnknownKnob, name, std::vector{std::string(base::nearest(name, names))});
}

std::string Knobs::text() const
{
    std::string text;
    const auto add = [&](std::string_view name, const std::string& value) {
        text += (text.empty() ? "" : " ");
        text += name;
        text += '=' + value;
    };
    if (lifetime)
        add("lifetime", base::formatDuration(*lifetime));
    if (fault != TokenFault::None)
        add("kind", std::string(faultWord(fault)));
    if (delay.count() % 1000 != 0)
        add("delay", std::to_string(delay.count()) + "ms");
    else if (delay.count() != 0)
        add("delay", base::formatDuration(delay.count() / 1000));
    if (failPercent != 0)
        add("fail", std::to_string(failPercent) + '%');
    if (status)
        add("status", std::to_string(*status));
    return text;
}

std::string_view faultWord(TokenFault fault)
{
    for (const auto& [word, known] : kFaults) {
        if (known == fault)
            return word;
    }
    return kOff;
}

} // namespace tokenserver

// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/Knobs.h"

#include "core/base/Duration.h"
#include "core/base/Knob.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tokenserver {
namespace {

constexpr std::int64_t kLongestDelayMs = 60'000;
constexpr std::array<std::pair<std::string_view, TokenFault>, 5> kFaults{
    {{base::kKnobOff, TokenFault::None},
     {"wrong", TokenFault::Wrong},
     {"expired", TokenFault::Expired},
     {"forged", TokenFault::Forged},
     {"other-user", TokenFault::OtherUser}}};

bool setFault(Knobs& knobs, std::string_view value)
{
    const auto* found =
        std::find_if(kFaults.begin(), kFaults.end(), [&](const auto& known) { return known.first == value; });
    if (found == kFaults.end())
        return false;
    knobs.fault = found->second;
    return true;
}

bool setDelay(Knobs& knobs, std::string_view value)
{
    const auto ms = base::knobMilliseconds(value, kLongestDelayMs);
    knobs.delay = std::chrono::milliseconds(ms.value_or(knobs.delay.count()));
    return ms.has_value();
}

bool setFail(Knobs& knobs, std::string_view value)
{
    const auto percent = base::knobPercent(value);
    knobs.failPercent = percent.value_or(knobs.failPercent);
    return percent.has_value();
}

bool setStatus(Knobs& knobs, std::string_view value)
{
    const auto status = base::knobNumber(value, 400, 599);
    if (status)
        knobs.status = *status == 0 ? std::nullopt : std::optional(static_cast<int>(*status));
    return status.has_value();
}

constexpr std::array<base::KnobRule<Knobs>, 5> kRules{
    {{"lifetime", "10s, 5m, 1h, off",
      [](Knobs& knobs, std::string_view value) { return base::setKnobLifetime(knobs.lifetime, value); }},
     {"kind", "wrong, expired, forged, other-user, off", setFault},
     {"delay", "2s, 300ms, 1m at most, off", setDelay},
     {"fail", "0% to 100%, off", setFail},
     {"status", "400 to 599, off", setStatus}}};

} // namespace

base::Result<> Knobs::set(std::string_view assignment)
{
    return base::setKnob(*this, kRules, assignment);
}

std::string Knobs::text() const
{
    std::string text;
    if (lifetime)
        base::appendKnob(text, "lifetime", base::formatDuration(*lifetime));
    if (fault != TokenFault::None)
        base::appendKnob(text, "kind", faultWord(fault));
    if (delay.count() != 0)
        base::appendKnob(text, "delay", base::formatMilliseconds(delay.count()));
    if (failPercent != 0)
        base::appendKnob(text, "fail", std::to_string(failPercent) + '%');
    if (status)
        base::appendKnob(text, "status", std::to_string(*status));
    return text;
}

std::string_view faultWord(TokenFault fault)
{
    for (const auto& [word, known] : kFaults) {
        if (known == fault)
            return word;
    }
    return base::kKnobOff;
}

} // namespace tokenserver

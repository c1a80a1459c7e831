// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Knobs.h"

#include "core/base/Duration.h"
#include "core/base/Knob.h"

#include <algorithm>
#include <utility>

namespace sandbox {
namespace {

constexpr std::int64_t kLongestLatencyMs = 60'000;
constexpr std::int64_t kFurthestClockMs = 366LL * 86'400'000; // a year
constexpr std::int64_t kHighestRate = 1'000'000;
constexpr std::string_view kFail = "fail.";
constexpr std::string_view kPercents = "0% to 100%, off";

constexpr std::array<std::string_view, kPartCount> kPartWords{"messages", "users",    "tokens",  "groups",
                                                              "rooms",    "contacts", "presence"};

constexpr std::array<std::pair<std::string_view, Part>, kPartCount> kCatalogueGroups{
    {{"Message", Part::Messages},
     {"User system registration", Part::Users},
     {"Authentication", Part::Tokens},
     {"Chat group", Part::Groups},
     {"Chat room", Part::Rooms},
     {"Contact", Part::Contacts},
     {"Presence", Part::Presence}}};

bool setClock(Knobs& knobs, std::string_view value)
{
    const bool behind = value.starts_with('-');
    const bool hasSign = behind || value.starts_with('+');
    const auto ms = base::knobMilliseconds(value.substr(hasSign ? 1 : 0), kFurthestClockMs);
    if (!ms || (hasSign && value.substr(1) == base::kKnobOff))
        return false;
    knobs.clock = std::chrono::milliseconds(behind ? -*ms : *ms);
    return true;
}

bool setLatency(Knobs& knobs, std::string_view value)
{
    const auto ms = base::knobMilliseconds(value, kLongestLatencyMs);
    knobs.latency = std::chrono::milliseconds(ms.value_or(knobs.latency.count()));
    return ms.has_value();
}

bool setRate(Knobs& knobs, std::string_view value)
{
    const auto rate = base::knobNumber(value, 1, kHighestRate, "/s");
    knobs.rate = static_cast<int>(rate.value_or(knobs.rate));
    return rate.has_value();
}

template<Part part>
bool setFail(Knobs& knobs, std::string_view value)
{
    int& percent = knobs.failPercent[static_cast<std::size_t>(part)];
    const auto set = base::knobPercent(value);
    percent = set.value_or(percent);
    return set.has_value();
}

constexpr std::array<base::KnobRule<Knobs>, 4 + kPartCount> kRules{
    {{"clock", "-300s, 5m, 1d, off", setClock},
     {"latency", "200ms, 2s, 1m at most, off", setLatency},
     {"rate", "100/s, off", setRate},
     {"lifetime", "10s, 5m, 1h, off",
      [](Knobs& knobs, std::string_view value) { return base::setKnobLifetime(knobs.lifetime, value); }},
     {"fail.messages", kPercents, setFail<Part::Messages>},
     {"fail.users", kPercents, setFail<Part::Users>},
     {"fail.tokens", kPercents, setFail<Part::Tokens>},
     {"fail.groups", kPercents, setFail<Part::Groups>},
     {"fail.rooms", kPercents, setFail<Part::Rooms>},
     {"fail.contacts", kPercents, setFail<Part::Contacts>},
     {"fail.presence", kPercents, setFail<Part::Presence>}}};

} // namespace

std::string_view partWord(Part part)
{
    return kPartWords.at(static_cast<std::size_t>(part));
}

std::optional<Part> partOf(std::string_view catalogueGroup)
{
    const auto* found = std::find_if(kCatalogueGroups.begin(), kCatalogueGroups.end(),
                                     [&](const auto& known) { return known.first == catalogueGroup; });
    return found == kCatalogueGroups.end() ? std::nullopt : std::optional(found->second);
}

base::Result<> Knobs::set(std::string_view assignment)
{
    return base::setKnob(*this, kRules, assignment);
}

std::string Knobs::text() const
{
    std::string text;
    if (clock.count() != 0)
        base::appendKnob(text, "clock",
                         (clock.count() < 0 ? "-" : "") + base::formatMilliseconds(std::abs(clock.count())));
    if (latency.count() != 0)
        base::appendKnob(text, "latency", base::formatMilliseconds(latency.count()));
    if (rate != 0)
        base::appendKnob(text, "rate", std::to_string(rate) + "/s");
    if (lifetime)
        base::appendKnob(text, "lifetime", base::formatDuration(*lifetime));
    for (std::size_t i = 0; i < kPartCount; ++i) {
        if (failPercent.at(i) != 0)
            base::appendKnob(text, std::string(kFail) += kPartWords.at(i),
                             std::to_string(failPercent.at(i)) + '%');
    }
    return text;
}

} // namespace sandbox

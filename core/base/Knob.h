// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Errors.h"
#include "core/base/Nearest.h"
#include "core/base/Result.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Knobs: what makes a local server misbehave on purpose, set one at a time as NAME=VALUE.
namespace base {

/// As a value, takes any knob back.
inline constexpr std::string_view kKnobOff = "off";

template<class Knobs>
struct KnobRule
{
    std::string_view name;
    std::string_view takes;                  ///< for people, such as "10s, 5m, off"
    bool (*set)(Knobs&, std::string_view){}; ///< false: the value is none for it
};

/// Sets the knob of `assignment`, which is NAME=VALUE. Errors: unknown-knob, bad-knob-value; nothing is
/// changed then.
template<class Knobs, std::size_t Count>
[[nodiscard]] Result<> setKnob(Knobs& knobs, const std::array<KnobRule<Knobs>, Count>& rules,
                               std::string_view assignment)
{
    const std::size_t equals = assignment.find('=');
    const bool whole = equals != std::string_view::npos;
    const std::string_view name = assignment.substr(0, equals);
    const std::string_view value = whole ? assignment.substr(equals + 1) : std::string_view();
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const KnobRule<Knobs>& known) { return known.name == name; });
    if (rule == rules.end()) {
        std::vector<std::string_view> names;
        std::string list;
        for (const KnobRule<Knobs>& known : rules) {
            names.push_back(known.name);
            list += (list.empty() ? "" : ", ") + std::string(known.name);
        }
        return fail(errors::kUnknownKnob, name, std::vector{std::string(nearest(name, names)), list});
    }
    if (!whole || !rule->set(knobs, value))
        return fail(errors::kBadKnobValue, name,
                    std::vector{std::string(value), std::string(whole ? rule->takes : "NAME=VALUE")});
    return {};
}

/// The values that knobs share; nothing when the text is none, or outside the limits. `off` is 0. The unit
/// may be left out.
[[nodiscard]] std::optional<std::int64_t> knobNumber(std::string_view text, std::int64_t least,
                                                     std::int64_t most, std::string_view unit = {});
[[nodiscard]] std::optional<int> knobPercent(std::string_view text);
/// Milliseconds, from `300ms` and all that parseDuration takes.
[[nodiscard]] std::optional<std::int64_t> knobMilliseconds(std::string_view text, std::int64_t most);

/// A lifetime in seconds, 1 or more; `off` is none. False when the text is neither.
[[nodiscard]] bool setKnobLifetime(std::optional<std::uint32_t>& lifetime, std::string_view text);

/// As knobMilliseconds reads it: "300ms", "2s", "1m30s".
[[nodiscard]] std::string formatMilliseconds(std::int64_t ms);

/// Appends NAME=VALUE, with a blank before it where there is something before it.
void appendKnob(std::string& text, std::string_view name, std::string_view value);

/// Spreads a percentage evenly: 20 is every fifth time, so that a test can count on it.
class EvenShare final
{
public:
    [[nodiscard]] bool next(int percent)
    {
        m_gathered += percent;
        if (m_gathered < 100)
            return false;
        m_gathered -= 100;
        return true;
    }
    void clear() { m_gathered = 0; }

private:
    int m_gathered = 0; // percent points towards the next time
};

} // namespace base

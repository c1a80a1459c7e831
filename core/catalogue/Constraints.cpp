// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/Constraints.h"

#include <algorithm>
#include <array>

namespace catalogue {

bool Constraints::decides(std::string_view key) const
{
    return std::find(decided.begin(), decided.end(), key) != decided.end();
}

Constraints Constraints::forSending() const
{
    Constraints rule = *this;
    rule.decided.clear();
    if (decides("min"))
        rule.min = std::min<std::int64_t>(min.value_or(0), 0);
    if (decides("max"))
        rule.max.reset();
    if (decides("min_length") && unit != Unit::Items)
        rule.minLength.reset();
    if (decides("max_length"))
        rule.maxLength.reset();
    if (decides("pattern"))
        rule.pattern.clear();
    if (decides("format") && !isTimeFormat(format))
        rule.format.clear();
    if (decides("item_format"))
        rule.itemFormat.clear();
    return rule;
}

bool isTimeFormat(std::string_view format)
{
    constexpr std::array<std::string_view, 6> kTimes{"date",   "date_time",  "hour",
                                                     "minute", "time_range", "unix_ms"};
    return std::find(kTimes.begin(), kTimes.end(), format) != kTimes.end();
}

} // namespace catalogue

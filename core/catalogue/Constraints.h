// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

/// What a program can check of a field: the typed keys of its row (`min`, `max_length`, `format` ...).
struct Constraints
{
    /// What lengths count, or what a number measures. An Object in bytes counts its JSON text; items are the
    /// entries of a list, the parts between commas of a text, or the pairs of an Object.
    enum class Unit { None, Characters, Bytes, Items, Seconds, Milliseconds };

    std::vector<std::string> choices; ///< `enum`; numbers as their text
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> max;
    std::optional<std::int64_t> minLength;
    std::optional<std::int64_t> maxLength;
    Unit unit = Unit::None;
    std::optional<std::int64_t> listMaxLength; ///< objects of the array that is the body
    std::string pattern;                       ///< regular expression
    std::string format;                        ///< what the value is, such as user_id, date, unix_ms
    std::string itemFormat;                    ///< the same of every entry of a list
    std::optional<std::int64_t>
        keyMaxLength; ///< of an Object's keys, in `unit`, or valueUnit where that is set
    std::string keyPattern;
    std::optional<std::int64_t> valueMaxLength; ///< of an Object's values, as keyMaxLength
    Unit valueUnit = Unit::None;
    std::optional<std::int64_t> totalMaxLength; ///< of an Object's keys and values together
    Unit totalUnit = Unit::None;
    std::optional<std::int64_t> totalItems; ///< pairs that may be there after the call; only a service knows
    std::vector<std::string> decided;       ///< the keys that no document gives: they are our own choice

    [[nodiscard]] bool decides(std::string_view key) const;

    /// What is refused before a request is sent. A documented limit is; one that is our own choice is not,
    /// since the service may well take the value, but for what is plain nonsense under any rule: a negative
    /// count, length of time or size, a list that must not be empty and is, and a moment that is none.
    [[nodiscard]] Constraints forSending() const;

    bool operator==(const Constraints&) const = default;
};

/// Whether the format is a moment or a span of the clock: date, date_time, hour, minute, time_range, unix_ms.
[[nodiscard]] bool isTimeFormat(std::string_view format);

} // namespace catalogue

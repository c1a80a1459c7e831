// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

/// What a program can check of a field's `constraints` text. The text is a list of clauses parted by "; ":
///
///   enum: a, b, c            one of these words                       choices
///   max 128 characters       also bytes, KB, MB; "1-64 characters"    minLength, maxLength, lengthUnit
///   max 60 IDs               also entries, objects, pairs; "1-100 IDs", "exactly 1 ID"
///                                                                     minCount, maxCount
///   1-100 | max 50 | min 1 | from -1 to 9    a number's range         minValue, maxValue
///   a-z 0-9 _ - . only       the characters allowed                   characters
///   digits only              the same as "0-9 only"                   characters
///
/// Every other clause is for people ("no upper case", "yyyy-MM-dd") and is ignored here.
struct Constraints
{
    enum class LengthUnit { Characters, Bytes };

    std::vector<std::string> choices;
    std::optional<std::int64_t> minLength;
    std::optional<std::int64_t> maxLength;
    LengthUnit lengthUnit = LengthUnit::Characters;
    std::optional<std::int64_t> minCount;
    std::optional<std::int64_t> maxCount;
    std::optional<std::int64_t> minValue;
    std::optional<std::int64_t> maxValue;
    std::string characters; ///< every character allowed, one by one; empty: any

    [[nodiscard]] static Constraints parse(std::string_view text);

    bool operator==(const Constraints&) const = default;
};

} // namespace catalogue

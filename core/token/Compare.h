// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/token/Inspector.h"

#include <optional>
#include <string>
#include <vector>

namespace token {

/// A field that two tokens do not share; a side without the field holds nothing.
struct Difference
{
    std::string path;
    std::optional<base::JsonValue> a;
    std::optional<base::JsonValue> b;
};

/// The fields that differ, in the order of the left token and then those only on the right. Lengths and
/// counts are left out: they follow from the rest. Two texts of one payload (another language's deflate)
/// differ in nothing.
[[nodiscard]] std::vector<Difference> compare(const Inspection& left, const Inspection& right);

enum class Match { Same, Changed, OnlyLeft, OnlyRight };

/// "same", "changed", "only-left", "only-right".
[[nodiscard]] std::string_view matchWord(Match match);

/// A field of either token, lengths and counts among them, with its place in both payloads.
struct ComparedField
{
    std::string path;
    Match match = Match::Same;
    const Field* left = nullptr; ///< belongs to the inspection
    const Field* right = nullptr;
};

/// Every field of both, in the order of the payloads. The inspections must outlive the result.
[[nodiscard]] std::vector<ComparedField> compareFields(const Inspection& left, const Inspection& right);

/// A run of bytes that the payloads share or do not.
struct ComparedBytes
{
    Match match = Match::Same;
    std::size_t leftOffset = 0;
    std::size_t leftLength = 0;
    std::size_t rightOffset = 0;
    std::size_t rightLength = 0;
    bool operator==(const ComparedBytes&) const = default;
};

/// The payloads byte by byte, fields of one name beside each other; inside a changed field what is alike at
/// its beginning and end counts as the same. The runs cover both payloads once, in order.
[[nodiscard]] std::vector<ComparedBytes> compareBytes(const Inspection& left, const Inspection& right);

/// What a comparison comes to; core/text makes the sentence (CompareText.h).
struct Comparison
{
    enum class Kind {
        SameText,
        SameContent, ///< another deflate made one of the texts
        OnlyFresh,   ///< names: those of salt, issue_ts and signature that differ
        Fields,      ///< names: what people call the fields; what follows from the rest comes last
    };

    Kind kind = Kind::SameText;
    std::size_t count = 0; ///< fields that differ
    std::vector<std::string> names;
};

[[nodiscard]] Comparison summarise(const std::vector<Difference>& differences, bool sameText);

} // namespace token

// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/Constraints.h"

#include <charconv>

namespace catalogue {
namespace {

struct Range
{
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;
};

bool startsWith(std::string_view text, std::string_view word)
{
    return text.substr(0, word.size()) == word;
}

/// Takes an integer off the front of `text`.
std::optional<std::int64_t> takeNumber(std::string_view& text)
{
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool takeWord(std::string_view& text, std::string_view word)
{
    if (!startsWith(text, word))
        return false;
    text.remove_prefix(word.size());
    return true;
}

/// "max 5", "min 1", "exactly 1", "1-100" or "from -1 to 9"; what follows stays in `text`.
std::optional<Range> takeRange(std::string_view& text)
{
    std::string_view rest = text;
    Range range;
    if (takeWord(rest, "max ")) {
        range.high = takeNumber(rest);
        if (!range.high)
            return std::nullopt;
    } else if (takeWord(rest, "min ")) {
        range.low = takeNumber(rest);
        if (!range.low)
            return std::nullopt;
    } else if (takeWord(rest, "exactly ")) {
        range.low = range.high = takeNumber(rest);
        if (!range.low)
            return std::nullopt;
    } else {
        const bool words = takeWord(rest, "from ");
        range.low = takeNumber(rest);
        if (!range.low || !takeWord(rest, words ? " to " : "-"))
            return std::nullopt;
        range.high = takeNumber(rest);
        if (!range.high)
            return std::nullopt;
    }
    text = rest;
    return range;
}

/// "a-z 0-9 _ - ." -> every character of it; empty when a part is neither a character nor a range.
std::string expandCharacters(std::string_view set)
{
    std::string out;
    while (!set.empty()) {
        const std::size_t blank = set.find(' ');
        const std::string_view part = set.substr(0, blank);
        if (part.size() == 1)
            out += part;
        else if (part.size() == 3 && part[1] == '-' && part[0] < part[2])
            for (char c = part[0]; c <= part[2]; ++c)
                out += c;
        else
            return {};
        set = blank == std::string_view::npos ? std::string_view() : set.substr(blank + 1);
    }
    return out;
}

void readClause(std::string_view clause, Constraints& out)
{
    if (takeWord(clause, "enum: ")) {
        while (!clause.empty()) {
            const std::size_t comma = clause.find(", ");
            out.choices.emplace_back(clause.substr(0, comma));
            clause = comma == std::string_view::npos ? std::string_view() : clause.substr(comma + 2);
        }
        return;
    }
    constexpr std::string_view kOnly = " only";
    if (clause == "digits only") {
        out.characters = "0123456789";
        return;
    }
    if (clause.size() > kOnly.size() && clause.substr(clause.size() - kOnly.size()) == kOnly) {
        out.characters = expandCharacters(clause.substr(0, clause.size() - kOnly.size()));
        return;
    }
    const auto range = takeRange(clause);
    if (!range)
        return;
    std::int64_t factor = 1;
    if (clause.empty()) {
        out.minValue = range->low;
        out.maxValue = range->high;
    } else if (startsWith(clause, " ID") || startsWith(clause, " entries") ||
               startsWith(clause, " objects") || startsWith(clause, " pairs")) {
        out.minCount = range->low;
        out.maxCount = range->high;
    } else if (clause == " characters") {
        out.minLength = range->low;
        out.maxLength = range->high;
    } else if (clause == " bytes" || clause == " KB" || clause == " MB") {
        factor = clause == " KB" ? 1024 : clause == " MB" ? 1024 * 1024 : 1;
        out.lengthUnit = Constraints::LengthUnit::Bytes;
        if (range->low)
            out.minLength = *range->low * factor;
        if (range->high)
            out.maxLength = *range->high * factor;
    }
}

} // namespace

Constraints Constraints::parse(std::string_view text)
{
    Constraints out;
    while (!text.empty()) {
        const std::size_t end = text.find("; ");
        readClause(text.substr(0, end), out);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
    }
    return out;
}

} // namespace catalogue

// SPDX-License-Identifier: Apache-2.0
#include "core/rest/FieldCheck.h"

#include "core/base/Time.h"
#include "core/base/Utf8.h"
#include "core/rest/Errors.h"

#include <QRegularExpression>

#include <algorithm>
#include <charconv>

namespace rest {
namespace {

using base::JsonValue;
using catalogue::Constraints;
using catalogue::Field;
using catalogue::FieldType;
using Args = std::vector<std::string>;
using Unit = Constraints::Unit;

/// The last millisecond of the year 9999.
constexpr std::int64_t kLastMs = 253'402'300'799'999;

std::string_view nameOf(Unit unit)
{
    return unit == Unit::Bytes ? "bytes" : "characters";
}

std::int64_t lengthOf(std::string_view text, Unit unit)
{
    return static_cast<std::int64_t>(unit == Unit::Bytes ? text.size() : base::utf8Length(text));
}

bool matches(const std::string& pattern, std::string_view text)
{
    // A "$" alone would let a line end pass.
    const QRegularExpression whole(QRegularExpression::anchoredPattern(QString::fromStdString(pattern)));
    return whole.match(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).hasMatch();
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = failure == std::errc() && end == text.data() + text.size();
    return all ? std::optional(value) : std::nullopt;
}

/// Whether the text has a digit wherever `form` has "_", and else the same characters.
bool hasForm(std::string_view text, std::string_view form)
{
    return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                      [](char c, char f) { return f == '_' ? c >= '0' && c <= '9' : c == f; });
}

/// The digits of the text put into the places of `form` that are written "_".
std::optional<std::string> fillDigits(std::string_view text, std::string_view form)
{
    std::string out(form);
    for (char& c : out) {
        if (c != '_')
            continue;
        if (text.empty() || text.front() < '0' || text.front() > '9')
            return std::nullopt;
        c = text.front();
        text.remove_prefix(1);
    }
    return text.empty() ? std::optional(out) : std::nullopt;
}

/// "9:5" or "21:30".
bool isTimeOfDay(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == 0 || colon > 2 || text.size() - colon - 1 > 2)
        return false;
    const auto hour = wholeNumber(text.substr(0, colon));
    const auto minute = wholeNumber(text.substr(colon + 1));
    return hour && minute && *hour >= 0 && *hour <= 23 && *minute >= 0 && *minute <= 59;
}

class Check final
{
public:
    explicit Check(const Field& field)
        : m_field(field)
        , m_rule(field.constraints.forSending())
    {
    }

    base::Result<> value(const JsonValue& value) const
    {
        if (m_field.type == FieldType::File)
            return {};
        if (const std::string* text = value.string())
            return this->text(*text);
        if (const base::JsonNumber* number = value.number())
            return this->number(number->text);
        if (const base::JsonArray* array = value.array())
            return list(*array);
        if (const base::JsonObject* object = value.object())
            return this->object(*object, value);
        return {};
    }

private:
    base::Result<> fault(std::string_view code, Args args) const
    {
        return base::fail(code, m_field.name, std::move(args));
    }

    base::Result<> choice(std::string_view text) const
    {
        const auto& choices = m_rule.choices;
        if (choices.empty() || std::find(choices.begin(), choices.end(), text) != choices.end())
            return {};
        std::string all;
        for (const std::string& choice : choices)
            all += (all.empty() ? "" : ", ") + choice;
        return fault(errors::kNotAChoice, Args{all});
    }

    base::Result<> count(std::size_t count) const
    {
        const auto items = static_cast<std::int64_t>(count);
        if (m_rule.minLength && items < *m_rule.minLength)
            return fault(errors::kTooFewItems, Args{std::to_string(*m_rule.minLength)});
        if (m_rule.maxLength && items > *m_rule.maxLength)
            return fault(errors::kTooManyItems, Args{std::to_string(*m_rule.maxLength)});
        return {};
    }

    base::Result<> length(std::string_view text) const
    {
        const std::int64_t length = lengthOf(text, m_rule.unit);
        const std::string unit(nameOf(m_rule.unit));
        if (m_rule.minLength && length < *m_rule.minLength)
            return fault(errors::kValueTooShort, Args{std::to_string(*m_rule.minLength), unit});
        if (m_rule.maxLength && length > *m_rule.maxLength)
            return fault(errors::kValueTooLong, Args{std::to_string(*m_rule.maxLength), unit});
        return {};
    }

    base::Result<> form(std::string_view text) const
    {
        const bool time = catalogue::isTimeFormat(m_rule.format);
        if ((time && !isTimeText(m_rule.format, text)) ||
            (m_rule.format == "url" && !matches("https?://[^ ]+", text)))
            return fault(errors::kBadFormat, Args{m_rule.format});
        if (m_rule.pattern.empty() || time || matches(m_rule.pattern, text))
            return {};
        const std::string& words = m_field.constraintText;
        return words.find(" only") != std::string::npos
                   ? fault(errors::kBadCharacters, Args{words})
                   : fault(errors::kBadForm, Args{words.empty() ? m_rule.pattern : words});
    }

    base::Result<> text(const std::string& text) const
    {
        if (auto checked = choice(text); !checked)
            return checked;
        const bool items = m_rule.unit == Unit::Items; // a list inside one text
        const auto parts = static_cast<std::size_t>(std::count(text.begin(), text.end(), ',')) + 1;
        if (auto checked = items ? count(parts) : length(text); !checked)
            return checked;
        return form(text);
    }

    base::Result<> number(const std::string& text) const
    {
        if (auto checked = choice(text); !checked)
            return checked;
        if (m_rule.format == "unix_ms" && !isTimeText("unix_ms", text))
            return fault(errors::kBadFormat, Args{m_rule.format});
        if (!m_rule.min && !m_rule.max)
            return {};
        // A double tells inside from outside for every limit of the catalogue; the digits stay as given.
        double value = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool inside = failure == std::errc() &&
                            (!m_rule.min || value >= static_cast<double>(*m_rule.min)) &&
                            (!m_rule.max || value <= static_cast<double>(*m_rule.max));
        if (inside)
            return {};
        const auto shown = [](const auto& limit) { return limit ? std::to_string(*limit) : std::string(); };
        return fault(errors::kOutOfRange, Args{shown(m_rule.min), shown(m_rule.max)});
    }

    base::Result<> list(const base::JsonArray& array) const
    {
        const bool texts = std::all_of(array.begin(), array.end(),
                                       [](const JsonValue& item) { return item.string() != nullptr; });
        if (m_field.type == FieldType::StringArray && !texts)
            return fault(errors::kBadFieldType, Args{m_field.typeName});
        return count(array.size());
    }

    base::Result<> object(const base::JsonObject& object, const JsonValue& value) const
    {
        if (auto checked = m_rule.unit == Unit::Items ? count(object.size()) : length(value.toJson());
            !checked)
            return checked;
        const Unit unit = m_rule.valueUnit == Unit::None ? m_rule.unit : m_rule.valueUnit;
        const auto tooLong = [](const std::optional<std::int64_t>& most, std::int64_t length) {
            return most && length > *most;
        };
        std::int64_t total = 0;
        for (const auto& [key, member] : object) {
            const std::string text = member.string() ? *member.string() : member.toJson();
            if (tooLong(m_rule.keyMaxLength, lengthOf(key, unit)))
                return fault(errors::kKeyTooLong,
                             Args{std::to_string(*m_rule.keyMaxLength), std::string(nameOf(unit))});
            if (!m_rule.keyPattern.empty() && !matches(m_rule.keyPattern, key))
                return fault(errors::kBadKey, Args{m_field.constraintText});
            if (tooLong(m_rule.valueMaxLength, lengthOf(text, unit)))
                return fault(errors::kMemberTooLong,
                             Args{std::to_string(*m_rule.valueMaxLength), std::string(nameOf(unit))});
            total += lengthOf(key, m_rule.totalUnit) + lengthOf(text, m_rule.totalUnit);
        }
        if (tooLong(m_rule.totalMaxLength, total))
            return fault(errors::kValueTooLong,
                         Args{std::to_string(*m_rule.totalMaxLength), std::string(nameOf(m_rule.totalUnit))});
        return {};
    }

    const Field& m_field;
    Constraints m_rule;
};

} // namespace

base::Result<> checkValue(const Field& field, const JsonValue& value)
{
    return Check(field).value(value);
}

base::Result<> checkObjects(const Field& field, std::size_t count)
{
    const auto& most = field.constraints.listMaxLength;
    if (most && static_cast<std::int64_t>(count) > *most)
        return base::fail(errors::kTooManyItems, field.name, Args{std::to_string(*most)});
    return {};
}

bool isTimeText(std::string_view format, std::string_view text)
{
    const auto onCalendar = [](const std::optional<std::string>& iso) {
        return iso && base::parseTime(*iso).has_value();
    };
    if (format == "date")
        return hasForm(text, "____-__-__") && base::parseTime(text).has_value();
    if (format == "date_time")
        return hasForm(text, "____-__-__ __:__:__") && base::parseTime(text).has_value();
    if (format == "hour")
        return onCalendar(fillDigits(text, "____-__-__T__:00"));
    if (format == "minute")
        return onCalendar(fillDigits(text, "____-__-__T__:__"));
    if (format == "unix_ms") {
        const auto ms = wholeNumber(text);
        return ms && *ms >= 0 && *ms <= kLastMs;
    }
    const std::size_t dash = text.find('-');
    return format == "time_range" && dash != std::string_view::npos && isTimeOfDay(text.substr(0, dash)) &&
           isTimeOfDay(text.substr(dash + 1));
}

} // namespace rest

// SPDX-License-Identifier: Apache-2.0
#include "core/rest/FieldValue.h"

#include "core/base/Utf8.h"
#include "core/rest/Errors.h"
#include "core/base/Trim.h"

#include <algorithm>
#include <charconv>

namespace rest {
namespace {

using base::JsonValue;
using catalogue::Constraints;
using catalogue::Field;
using catalogue::FieldType;
using Args = std::vector<std::string>;

std::int64_t characters(std::string_view text)
{
    std::int64_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        at += std::max<std::size_t>(1, base::utf8SequenceLength(text, at));
    return count;
}

base::Result<> checkChoice(const Field& field, std::string_view text)
{
    const auto& choices = field.constraints.choices;
    if (choices.empty() || std::find(choices.begin(), choices.end(), text) != choices.end())
        return {};
    std::string all;
    for (const std::string& choice : choices)
        all += (all.empty() ? "" : ", ") + choice;
    return base::fail(errors::kNotAChoice, field.name, Args{all});
}

base::Result<> checkText(const Field& field, std::string_view text)
{
    const Constraints& rule = field.constraints;
    if (auto checked = checkChoice(field, text); !checked)
        return checked;
    const bool bytes = rule.lengthUnit == Constraints::LengthUnit::Bytes;
    const std::int64_t length = bytes ? static_cast<std::int64_t>(text.size()) : characters(text);
    const std::string unit = bytes ? "bytes" : "characters";
    if (rule.minLength && length < *rule.minLength)
        return base::fail(errors::kValueTooShort, field.name, Args{std::to_string(*rule.minLength), unit});
    if (rule.maxLength && length > *rule.maxLength)
        return base::fail(errors::kValueTooLong, field.name, Args{std::to_string(*rule.maxLength), unit});
    if (!rule.characters.empty() && text.find_first_not_of(rule.characters) != std::string_view::npos)
        return base::fail(errors::kBadCharacters, field.name, Args{field.constraintText});
    return {};
}

base::Result<> checkNumber(const Field& field, const std::string& text)
{
    const Constraints& rule = field.constraints;
    if (auto checked = checkChoice(field, text); !checked)
        return checked;
    if (!rule.minValue && !rule.maxValue)
        return {};
    // A double tells inside from outside for every limit of the catalogue; the digits sent stay as given.
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool inside = failure == std::errc() &&
                        (!rule.minValue || value >= static_cast<double>(*rule.minValue)) &&
                        (!rule.maxValue || value <= static_cast<double>(*rule.maxValue));
    if (inside)
        return {};
    const auto shown = [](const auto& limit) { return limit ? std::to_string(*limit) : std::string(); };
    return base::fail(errors::kOutOfRange, field.name, Args{shown(rule.minValue), shown(rule.maxValue)});
}

} // namespace

base::JsonArray listOf(std::string_view text)
{
    if (!base::trimmed(text).empty() && base::trimmed(text).front() == '[')
        if (auto parsed = JsonValue::parse(base::trimmed(text)); parsed && parsed->array())
            return std::move(*parsed->array());
    base::JsonArray out;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(",\n");
        if (const std::string_view part = base::trimmed(text.substr(0, end)); !part.empty())
            out.emplace_back(part);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return out;
}

base::Result<JsonValue> typedValue(const Field& field, std::string_view text, bool lenient)
{
    if (field.type == FieldType::String || field.type == FieldType::File)
        return JsonValue(text);
    if (field.type == FieldType::StringArray)
        return JsonValue(listOf(text));
    if (auto parsed = JsonValue::parse(base::trimmed(text))) {
        const bool fits = (field.type == FieldType::Number && parsed->number()) ||
                          (field.type == FieldType::Boolean && parsed->boolean()) ||
                          (field.type == FieldType::Object && (parsed->object() || parsed->array()));
        if (fits || lenient)
            return std::move(*parsed);
    }
    if (lenient)
        return JsonValue(text);
    return base::fail(errors::kBadFieldType, field.name, Args{field.typeName});
}

base::Result<> checkCount(const Field& field, std::size_t count)
{
    const Constraints& rule = field.constraints;
    const auto items = static_cast<std::int64_t>(count);
    if (rule.minCount && items < *rule.minCount)
        return base::fail(errors::kTooFewItems, field.name, Args{std::to_string(*rule.minCount)});
    if (rule.maxCount && items > *rule.maxCount)
        return base::fail(errors::kTooManyItems, field.name, Args{std::to_string(*rule.maxCount)});
    return {};
}

base::Result<> checkValue(const Field& field, const JsonValue& value)
{
    if (field.type == FieldType::File)
        return {};
    if (const std::string* text = value.string()) {
        // A list inside one text: its items are counted, a name alone is held against the other rules.
        const bool list = field.constraints.maxCount && field.name.find('[') == std::string::npos;
        if (list) {
            const auto items = static_cast<std::size_t>(std::count(text->begin(), text->end(), ',')) + 1;
            if (auto checked = checkCount(field, items); !checked)
                return checked;
        }
        return checkText(field, *text);
    }
    if (const base::JsonNumber* number = value.number())
        return checkNumber(field, number->text);
    if (const base::JsonArray* array = value.array())
        return checkCount(field, array->size());
    if (const base::JsonObject* object = value.object())
        return checkCount(field, object->size());
    return {};
}

} // namespace rest

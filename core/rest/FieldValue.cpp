// SPDX-License-Identifier: Apache-2.0
#include "core/rest/FieldValue.h"

#include "core/rest/Errors.h"
#include "core/base/Trim.h"

namespace rest {
namespace {

using base::JsonValue;
using catalogue::Field;
using catalogue::FieldType;
using Args = std::vector<std::string>;

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

} // namespace rest

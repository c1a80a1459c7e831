// SPDX-License-Identifier: Apache-2.0
#include "core/rest/FieldPath.h"

#include <charconv>
#include <span>

namespace rest {
namespace {

using base::JsonArray;
using base::JsonObject;
using base::JsonValue;

constexpr std::size_t kLargestIndex = 9999;

JsonValue* memberOf(JsonValue& value, const std::string& name)
{
    if (value.isNull())
        value = JsonValue(JsonObject());
    JsonObject* object = value.object();
    if (!object)
        return nullptr;
    for (auto& [key, member] : *object)
        if (key == name)
            return &member;
    object->emplace_back(name, JsonValue());
    return &object->back().second;
}

JsonValue* elementOf(JsonValue& value, std::size_t index)
{
    if (value.isNull())
        value = JsonValue(JsonArray());
    JsonArray* array = value.array();
    if (!array || index > kLargestIndex)
        return nullptr;
    if (array->size() <= index)
        array->resize(index + 1);
    return &(*array)[index];
}

bool placeAt(JsonValue& at, std::span<const Step> steps, const JsonValue& value)
{
    if (steps.empty()) {
        at = value;
        return true;
    }
    const Step& step = steps.front();
    const auto rest = steps.subspan(1);
    if (step.kind == Step::Kind::Member) {
        JsonValue* member = memberOf(at, step.name);
        return member && placeAt(*member, rest, value);
    }
    if (step.kind == Step::Kind::Index) {
        JsonValue* element = elementOf(at, step.index);
        return element && placeAt(*element, rest, value);
    }
    const JsonArray* values = value.array();
    if (rest.empty()) { // the array itself
        at = value;
        return values != nullptr;
    }
    if (!values)
        return false;
    for (std::size_t i = 0; i < values->size(); ++i) {
        JsonValue* element = elementOf(at, i);
        if (!element || !placeAt(*element, rest, (*values)[i]))
            return false;
    }
    return true;
}

void lookUpAt(const JsonValue& at, std::span<const Step> steps, Found& found)
{
    if (steps.empty()) {
        found.values.push_back(&at);
        return;
    }
    const Step& step = steps.front();
    const auto rest = steps.subspan(1);
    const JsonArray* array = at.array();
    if (step.kind == Step::Kind::Each && rest.empty() && array) {
        found.values.push_back(&at);
        return;
    }
    if (step.kind == Step::Kind::Each && array && !array->empty()) {
        for (const JsonValue& element : *array)
            lookUpAt(element, rest, found);
        return;
    }
    const JsonValue* next = nullptr;
    if (step.kind == Step::Kind::Member)
        next = at.find(step.name);
    else if (step.kind == Step::Kind::Index && array && step.index < array->size())
        next = &(*array)[step.index];
    if (next)
        lookUpAt(*next, rest, found);
    else
        found.missing = true;
}

} // namespace

std::optional<std::vector<Step>> parsePath(std::string_view path)
{
    std::vector<Step> steps;
    bool joint = false; // a dot has been read, a name must follow
    while (!path.empty() || joint) {
        Step step;
        if (!path.empty() && path.front() == '[' && !joint) {
            const std::size_t close = path.find(']');
            if (close == std::string_view::npos)
                return std::nullopt;
            const std::string_view digits = path.substr(1, close - 1);
            step.kind = digits.empty() ? Step::Kind::Each : Step::Kind::Index;
            const auto [end, failure] =
                std::from_chars(digits.data(), digits.data() + digits.size(), step.index);
            if (!digits.empty() && (failure != std::errc() || end != digits.data() + digits.size() ||
                                    step.index > kLargestIndex))
                return std::nullopt;
            path.remove_prefix(close + 1);
        } else {
            const std::size_t end = path.find_first_of(".[");
            step.name = path.substr(0, end);
            if (step.name.empty())
                return std::nullopt;
            path = end == std::string_view::npos ? std::string_view() : path.substr(end);
        }
        joint = !path.empty() && path.front() == '.';
        if (joint)
            path.remove_prefix(1);
        else if (!path.empty() && path.front() != '[')
            return std::nullopt;
        steps.push_back(std::move(step));
    }
    if (steps.empty())
        return std::nullopt;
    return steps;
}

std::string catalogueName(std::string_view path)
{
    std::string out;
    bool inside = false;
    for (char c : path) {
        if (c == ']')
            inside = false;
        if (!inside)
            out += c;
        if (c == '[')
            inside = true;
    }
    return out;
}

bool place(JsonValue& root, const std::vector<Step>& steps, const JsonValue& value)
{
    return placeAt(root, steps, value);
}

Found lookUp(const JsonValue& root, const std::vector<Step>& steps)
{
    Found found;
    lookUpAt(root, steps, found);
    return found;
}

} // namespace rest

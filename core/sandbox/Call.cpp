// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Call.h"

#include <unordered_set>

namespace sandbox {
namespace {

const std::string* valueOf(const std::vector<std::pair<std::string, std::string>>& pairs,
                           std::string_view name)
{
    for (const auto& [key, value] : pairs) {
        if (key == name)
            return &value;
    }
    return nullptr;
}

} // namespace

std::string_view Call::pathValue(std::string_view name) const
{
    const std::string* value = valueOf(pathValues, name);
    return value ? std::string_view(*value) : std::string_view();
}

std::string_view Call::pathValueOf(std::initializer_list<std::string_view> names) const
{
    for (const std::string_view name : names) {
        if (const std::string_view value = pathValue(name); !value.empty())
            return value;
    }
    return {};
}

const std::string* Call::queryValue(std::string_view name) const
{
    const std::string* value = valueOf(query, name);
    return value && !value->empty() ? value : nullptr;
}

std::optional<std::vector<std::string>> foldedNames(const base::JsonValue* list)
{
    if (!list || !list->array() || list->array()->empty())
        return std::nullopt;
    std::vector<std::string> names;
    std::unordered_set<std::string> seen; // a body may hold a hundred thousand
    for (const base::JsonValue& entry : *list->array()) {
        if (!entry.string())
            return std::nullopt;
        std::string name = foldUserId(*entry.string());
        if (seen.insert(name).second)
            names.push_back(std::move(name));
    }
    return names;
}

} // namespace sandbox

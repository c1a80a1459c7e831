// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Call.h"

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

const std::string* Call::queryValue(std::string_view name) const
{
    const std::string* value = valueOf(query, name);
    return value && !value->empty() ? value : nullptr;
}

} // namespace sandbox

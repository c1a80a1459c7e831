// SPDX-License-Identifier: Apache-2.0
#include "core/rest/ActingUser.h"

#include "core/rest/FieldIndex.h"

#include <algorithm>

namespace rest {
namespace {

using catalogue::Field;

const Field* firstUser(const std::vector<Field>& fields)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [](const Field& field) { return field.constraints.format == "user_id"; });
    return found == fields.end() ? nullptr : &*found;
}

const Field* actingField(const catalogue::Endpoint& endpoint)
{
    const auto& callers = endpoint.callers;
    if (std::find(callers.begin(), callers.end(), "self") == callers.end())
        return nullptr;
    for (const auto* fields : {&endpoint.pathFields, &endpoint.queryFields, &endpoint.bodyFields})
        if (const Field* field = firstUser(*fields))
            return field;
    return nullptr;
}

} // namespace

std::string actingUser(const catalogue::Endpoint& endpoint, const Draft& draft)
{
    const Field* field = actingField(endpoint);
    std::string user;
    if (!field)
        return user;
    const FieldIndex index(endpoint, {});
    for (const auto& [name, text] : draft.values)
        if (const auto ref = index.find(name); ref && ref->field == field)
            user = text; // the last of several, as in the request
    return user;
}

} // namespace rest

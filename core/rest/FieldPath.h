// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rest {

/// One step into a JSON value: a member, the element at an index, or every element.
struct Step
{
    enum class Kind { Member, Index, Each };
    Kind kind = Kind::Member;
    std::string name;
    std::size_t index = 0;
};

/// "entities[].username", "[2].metadata.nick", "[]" -> steps; nothing when it is no such path or an index is
/// above 9999.
[[nodiscard]] std::optional<std::vector<Step>> parsePath(std::string_view path);

/// "[2].username" -> "[].username": the form that the catalogue uses.
[[nodiscard]] std::string catalogueName(std::string_view path);

/// Puts `value` there, making objects and arrays on the way; false when something else stands in the way.
/// `Each` wants an array as `value` and deals its elements out one by one, except at the last step.
[[nodiscard]] bool place(base::JsonValue& root, const std::vector<Step>& steps, const base::JsonValue& value);

/// Every value that the path reaches; with `Each`, one per element. `missing` says that some element has
/// none.
struct Found
{
    std::vector<const base::JsonValue*> values;
    bool missing = false;
};
[[nodiscard]] Found lookUp(const base::JsonValue& root, const std::vector<Step>& steps);

} // namespace rest

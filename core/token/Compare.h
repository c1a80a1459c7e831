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

} // namespace token

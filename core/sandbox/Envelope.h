// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Call.h"

#include <optional>
#include <string>

namespace sandbox {

/// What an operation puts into the envelope that the catalogue gives its endpoint (rest/semantics.md
/// section 3). What is not set is left out.
struct Parts
{
    std::string action{}; ///< empty: the lower-case method
    std::optional<base::JsonArray> entities{};
    std::optional<base::JsonValue> data{};
    std::optional<std::string> cursor{};
    std::optional<std::size_t> count{};
    bool path = false;      ///< where a lite envelope has a path nevertheless
    std::string at{};       ///< that path, where it is not the first segment
    bool echoQuery = false; ///< `params`, where there is a query
};

[[nodiscard]] base::JsonObject envelope(const Call& call, Parts parts);

} // namespace sandbox

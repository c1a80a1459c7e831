// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Call.h"

#include <optional>
#include <string>

namespace sandbox {

/// What an operation puts into the envelope of its endpoint. The catalogue says which keys that has
/// (ResponseShape::envelopeFields); calls that only an SDK makes have none. What is not set is left out.
struct Parts
{
    std::string action{}; ///< empty: the lower-case method
    std::optional<base::JsonArray> entities{};
    std::optional<base::JsonValue> data{};
    std::optional<std::string> cursor{};
    std::optional<std::size_t> count{};
    std::string at{};       ///< the path, where it is neither the catalogue's value nor the first segment
    bool echoQuery = false; ///< `params`, where there is a query
};

[[nodiscard]] base::JsonObject envelope(const Call& call, Parts parts);

} // namespace sandbox

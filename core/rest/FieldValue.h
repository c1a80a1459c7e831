// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/catalogue/Endpoint.h"

#include <string>
#include <string_view>
#include <vector>

namespace rest {

/// A JSON array where the text is one, else the parts between commas and line ends, blanks taken off and
/// empty ones left out, as strings.
[[nodiscard]] base::JsonArray listOf(std::string_view text);

/// The text as a JSON value of the field's type. Error: bad-field-type; never when lenient, where the text
/// itself becomes a string.
[[nodiscard]] base::Result<base::JsonValue> typedValue(const catalogue::Field& field, std::string_view text,
                                                       bool lenient);

} // namespace rest

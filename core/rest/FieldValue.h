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

/// Holds the value against the field's constraints. Errors: not-a-choice, value-too-short, value-too-long,
/// list-too-short, list-too-long, number-out-of-range, bad-characters.
[[nodiscard]] base::Result<> checkValue(const catalogue::Field& field, const base::JsonValue& value);

/// list-too-short or list-too-long when `count` lies outside the field's counts.
[[nodiscard]] base::Result<> checkCount(const catalogue::Field& field, std::size_t count);

} // namespace rest

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/catalogue/Endpoint.h"

#include <string_view>

namespace rest {

/// Holds the value against what the field refuses before sending (Constraints::forSending). A text in place
/// of a number or a list, as paths and queries have them, is read as that.
/// Errors: not-a-choice, value-too-short, value-too-long, list-too-short, list-too-long, number-out-of-range,
/// bad-characters, bad-form, bad-format, key-too-long, bad-key, member-too-long, bad-field-type.
[[nodiscard]] base::Result<> checkValue(const catalogue::Field& field, const base::JsonValue& value);

/// list-too-long when the array that is the body has more objects than the field allows.
[[nodiscard]] base::Result<> checkObjects(const catalogue::Field& field, std::size_t count);

/// Whether the text is a moment or a span of that format (catalogue::isTimeFormat): one that a calendar and a
/// clock have, not only one of the right digits.
[[nodiscard]] bool isTimeText(std::string_view format, std::string_view text);

} // namespace rest

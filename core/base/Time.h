// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace base {

/// Unix seconds from `1700000000` or ISO 8601: `2026-11-24`, `2026-11-24T09:30`, `...T09:30:15Z`,
/// `...T09:30:15+02:00`. A time without a zone is UTC; a blank may stand for the T. Error: bad-time.
[[nodiscard]] Result<std::int64_t> parseTime(std::string_view text);

/// `2026-11-24T09:30:15Z`. Any 64-bit second whose year has four digits; others come out as the number.
[[nodiscard]] std::string formatTimeUtc(std::int64_t unixSeconds);

/// Unix seconds from the `Date` header of an HTTP answer: the fixed form of RFC 9110 section 5.6.7
/// (`Sun, 06 Nov 1994 08:49:37 GMT`) and its two obsolete ones (RFC 850, asctime). A year of two digits that
/// would lie more than 50 years ahead of 2026 is one of the last century. Error: bad-time.
[[nodiscard]] Result<std::int64_t> parseHttpDate(std::string_view text);

} // namespace base

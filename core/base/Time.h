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

} // namespace base

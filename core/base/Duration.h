// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace base {

/// Seconds from `3600`, `90s`, `1h30m`, `24h`, `7d`: whole numbers with the units d, h, m, s, largest first,
/// each at most once; a bare number means seconds. Errors: bad-duration, duration-too-long (past 32 bits,
/// which is what a token can hold).
[[nodiscard]] Result<std::uint32_t> parseDuration(std::string_view text);

/// The shortest form that parseDuration reads back: 5400 -> "1h30m", 0 -> "0s".
[[nodiscard]] std::string formatDuration(std::int64_t seconds);

} // namespace base

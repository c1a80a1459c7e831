// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace base {

/// A size in bytes: a whole number, or one with K, M or G (also k, KiB and so on) for powers of 1024. From 1
/// byte to 1 TiB; nothing for other text.
[[nodiscard]] std::optional<std::int64_t> parseSize(std::string_view text);

} // namespace base

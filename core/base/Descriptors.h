// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <cstddef>

namespace base {

/// How many descriptors (files, sockets) the program may have open at once.
[[nodiscard]] std::size_t descriptorLimit() noexcept;

/// Raises that limit to `wanted` in all, as far as the system lets it, and makes sure that `least` more can
/// be opened now. Error: too-few-descriptors.
[[nodiscard]] Result<> claimDescriptors(std::size_t wanted, std::size_t least);

} // namespace base

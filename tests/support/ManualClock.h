// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"

namespace support {

/// A clock that stands still until it is moved.
class ManualClock final : public base::Clock
{
public:
    [[nodiscard]] std::int64_t nowMs() const override { return ms; }
    std::int64_t ms = 1'800'000'000'000;
};

} // namespace support

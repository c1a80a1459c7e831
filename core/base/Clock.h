// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace base {

/// Where time comes from. Everything that depends on "now" takes a Clock, so that every test is exact.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Milliseconds since 1970-01-01T00:00:00Z.
    [[nodiscard]] virtual std::int64_t nowMs() const = 0;

    /// Whole seconds since 1970, rounded down.
    [[nodiscard]] std::int64_t now() const { return nowMs() / 1000; }
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] std::int64_t nowMs() const override;
};

} // namespace base

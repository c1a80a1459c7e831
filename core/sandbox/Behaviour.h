// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/Knob.h"
#include "core/sandbox/Fault.h"
#include "core/sandbox/Knobs.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>

namespace sandbox {

/// The knobs in force, the clock that they shift, and what they have counted.
class Behaviour final
{
public:
    /// `clock` outlives it.
    explicit Behaviour(const base::Clock& clock)
        : m_clock(clock)
    {
    }

    /// From any thread; counts from the next request on.
    void set(const Knobs& knobs);
    [[nodiscard]] Knobs knobs() const;

    /// The service's own time. From any thread.
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }

    /// On the server's thread: the knob's refusal of this call, if it is one too many in this second, or its
    /// turn to fail.
    [[nodiscard]] std::optional<Fault> overRate();
    [[nodiscard]] std::optional<Fault> failure(Part part);

    /// The end of a token, at most `lifetime` after its issue. Both in milliseconds; 0 is for ever.
    [[nodiscard]] std::int64_t endOf(std::int64_t issuedMs, std::int64_t expiresMs) const;

private:
    class ShiftedClock final : public base::Clock
    {
    public:
        explicit ShiftedClock(const base::Clock& clock)
            : m_clock(clock)
        {
        }
        [[nodiscard]] std::int64_t nowMs() const override { return m_clock.nowMs() + m_shiftMs; }
        void shift(std::int64_t ms) { m_shiftMs = ms; }

    private:
        const base::Clock& m_clock;
        std::atomic<std::int64_t> m_shiftMs{0};
    };

    ShiftedClock m_clock;
    mutable std::mutex m_mutex; // guards what follows
    Knobs m_knobs;
    std::array<base::EvenShare, kPartCount> m_failing;
    std::int64_t m_second = -1; // the second that m_calls counts
    int m_calls = 0;
};

} // namespace sandbox

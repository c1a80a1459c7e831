// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Behaviour.h"

#include <algorithm>
#include <string>

namespace sandbox {

void Behaviour::set(const Knobs& knobs)
{
    const std::lock_guard lock(m_mutex);
    m_knobs = knobs;
    m_clock.shift(knobs.clock.count());
    m_failing = {};
    m_second = -1;
}

Knobs Behaviour::knobs() const
{
    const std::lock_guard lock(m_mutex);
    return m_knobs;
}

std::optional<Fault> Behaviour::overRate()
{
    const std::int64_t second = m_clock.now();
    const std::lock_guard lock(m_mutex);
    if (m_knobs.rate == 0)
        return std::nullopt;
    if (second != m_second) {
        m_second = second;
        m_calls = 0;
    }
    return ++m_calls > m_knobs.rate ? std::optional(reachLimit()) : std::nullopt;
}

std::optional<Fault> Behaviour::failure(Part part)
{
    const std::lock_guard lock(m_mutex);
    const int percent = m_knobs.failsOf(part);
    if (!m_failing.at(static_cast<std::size_t>(part)).next(percent))
        return std::nullopt;
    return failedOnPurpose("fail." + std::string(partWord(part)) + "=" + std::to_string(percent) + "%");
}

std::int64_t Behaviour::endOf(std::int64_t issuedMs, std::int64_t expiresMs) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_knobs.lifetime)
        return expiresMs;
    const std::int64_t end = issuedMs + std::int64_t{*m_knobs.lifetime} * 1000;
    return expiresMs == 0 ? end : std::min(end, expiresMs);
}

} // namespace sandbox

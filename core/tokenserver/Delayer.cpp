// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/Delayer.h"

#include <exception>
#include <utility>

namespace tokenserver {

Delayer::~Delayer()
{
    clear();
}

void Delayer::after(std::chrono::milliseconds delay, Work work)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.emplace(std::chrono::steady_clock::now() + delay, std::move(work));
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_changed.notify_one();
}

void Delayer::clear()
{
    std::multimap<TimePoint, Work> dropped;
    std::thread ended;
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        dropped.swap(m_waiting);
        ended.swap(m_thread);
    }
    m_changed.notify_one();
    if (ended.joinable())
        ended.join();
    const std::lock_guard lock(m_mutex);
    m_ending = false;
}

void Delayer::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        if (m_waiting.empty()) {
            m_changed.wait(lock);
            continue;
        }
        const TimePoint due = m_waiting.begin()->first;
        if (std::chrono::steady_clock::now() < due) {
            m_changed.wait_until(lock, due);
            continue;
        }
        const Work work = std::move(m_waiting.extract(m_waiting.begin()).mapped());
        lock.unlock();
        try {
            work();
        } catch (const std::exception&) {
            // The reply goes with the work, and the server answers 500 for it.
        }
        lock.lock();
    }
}

} // namespace tokenserver

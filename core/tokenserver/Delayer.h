// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace tokenserver {

/// Runs work later, in a thread of its own that starts with the first of it.
class Delayer final
{
public:
    using Work = std::function<void()>;

    Delayer() = default;
    ~Delayer(); ///< drops what waits
    Delayer(const Delayer&) = delete;
    Delayer& operator=(const Delayer&) = delete;

    void after(std::chrono::milliseconds delay, Work work);
    /// Drops what waits, and comes back when nothing runs any more.
    void clear();

private:
    using TimePoint = std::chrono::steady_clock::time_point;
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::multimap<TimePoint, Work> m_waiting;
    std::thread m_thread;
    bool m_ending = false;
};

} // namespace tokenserver

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/LineWriter.h"

#include "app/cli/WriteAll.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace cli {
namespace {

constexpr std::size_t kMostWaiting = 64 * 1024;     // bytes
constexpr std::chrono::milliseconds kLastWait{250}; // also of settle
// After a write; what comes meanwhile goes with the next one. A thread that wakes for each line costs a busy
// server more than the line does.
constexpr std::chrono::milliseconds kPause{2};

} // namespace

struct LineWriter::State
{
    void run();
    void writeWaiting(std::unique_lock<std::mutex>& lock);

    int fd = -1;
    LeftOut leftOut{};
    Failed failed{};

    std::mutex mutex{}; // guards what follows
    std::condition_variable changed{};
    std::string waiting{};
    std::uint64_t lost = 0;   // lines before those that wait
    std::uint64_t missed = 0; // lines behind them
    bool ending = false;
    bool abandoned = false; // who is told of failures has gone
    bool writing = false;   // or pausing
    bool done = false;
    bool anyWritten = false;
    bool torn = false; // the last line has no end
};

void LineWriter::State::run()
{
    std::unique_lock lock(mutex);
    for (;;) {
        changed.wait(lock, [this] { return !waiting.empty() || ending; });
        if (waiting.empty())
            break;
        writing = true;
        writeWaiting(lock);
        changed.wait_for(lock, kPause, [this] { return ending; });
        writing = false;
        changed.notify_all();
    }
    done = true;
    changed.notify_all();
}

void LineWriter::State::writeWaiting(std::unique_lock<std::mutex>& lock)
{
    std::string text = torn ? "\n" : "";
    if (lost > 0)
        text += leftOut(lost);
    const auto own = static_cast<std::ptrdiff_t>(text.size());
    text += std::exchange(waiting, {});
    const auto ownEnd = static_cast<std::ptrdiff_t>(text.size());
    if (missed > 0)
        text += leftOut(missed);
    const std::uint64_t untold = std::exchange(missed, 0);
    lock.unlock();
    const Written result = writeAll(fd, text);
    lock.lock();
    anyWritten = anyWritten || text.find('\n') < result.bytes;
    if (result.error == 0) {
        torn = false;
        lost = 0;
        return;
    }
    torn = result.bytes > 0 ? text[result.bytes - 1] != '\n' : torn;
    const auto got = static_cast<std::ptrdiff_t>(result.bytes);
    if (got >= own)
        lost = 0; // told
    const auto rest = std::clamp(got, own, ownEnd);
    lost += untold + static_cast<std::uint64_t>(std::count(text.begin() + rest, text.begin() + ownEnd, '\n'));
    if (const Failed tell = std::exchange(failed, {}); tell && !abandoned)
        tell(result.error, !anyWritten);
}

LineWriter::LineWriter(int fd, LeftOut leftOut, Failed failed)
    : m_state(std::make_shared<State>())
{
    m_state->fd = fd;
    m_state->leftOut = std::move(leftOut);
    m_state->failed = std::move(failed);
    std::thread([state = m_state] { state->run(); }).detach();
}

LineWriter::~LineWriter()
{
    std::unique_lock lock(m_state->mutex);
    m_state->ending = true;
    m_state->changed.notify_all();
    m_state->changed.wait_for(lock, kLastWait, [this] { return m_state->done; });
    m_state->abandoned = true;
}

void LineWriter::settle()
{
    std::unique_lock lock(m_state->mutex);
    m_state->changed.wait_for(lock, kLastWait,
                              [this] { return m_state->waiting.empty() && !m_state->writing; });
}

void LineWriter::add(std::string_view line)
{
    const std::lock_guard lock(m_state->mutex);
    State& state = *m_state;
    // Once one is left out the next ones are too, so that the count stands where they would have stood.
    if ((state.missed > 0 && !state.waiting.empty()) || state.waiting.size() + line.size() >= kMostWaiting) {
        ++state.missed;
        return;
    }
    const bool first = state.waiting.empty();
    state.waiting += line;
    state.waiting += '\n';
    if (first && !state.writing) // the thread looks again by itself
        state.changed.notify_all();
}

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace cli {

/// Writes lines to a descriptor in a thread of its own, so that a server never waits for who reads there.
/// What waits is bounded: when it is full, lines are left out and counted, and the count is written in their
/// place. The same goes for lines that cannot be written, as on a full disk; later ones are tried again.
class LineWriter final
{
public:
    /// The line that tells how many were left out, with its end.
    using LeftOut = std::function<std::string(std::uint64_t lines)>;
    /// The first write that failed, by its errno; `nothing`: no line has got out before it. Called once at
    /// most, on the writer's thread, and not after the end.
    using Failed = std::function<void(int error, bool nothing)>;

    LineWriter(int fd, LeftOut leftOut, Failed failed);
    /// A reader that takes what waits gets it; one that does not is left behind after a quarter of a second.
    ~LineWriter();
    LineWriter(const LineWriter&) = delete;
    LineWriter& operator=(const LineWriter&) = delete;

    /// From any thread; never waits. The line comes without its end.
    void add(std::string_view line);
    /// Gives a reader a quarter of a second to take what waits.
    void settle();

private:
    struct State;
    std::shared_ptr<State> m_state; // also of the thread, which may have to be left behind in its write
};

} // namespace cli

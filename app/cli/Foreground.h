// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <functional>
#include <string>

namespace cli {

/// SIGINT and SIGTERM as something to poll. Made before any other thread, which then inherits the mask.
class StopSignals final
{
public:
    StopSignals();
    ~StopSignals();
    Q_DISABLE_COPY_MOVE(StopSignals)

    [[nodiscard]] int fd() const { return m_fd; }
    /// As if the user had stopped the program.
    static void raise();

private:
    int m_fd = -1;
};

/// The lines on stdin.
class InputLines final
{
public:
    using TakeLine = std::function<void(const std::string&)>;

    /// What to poll; -1, which poll passes over, when nothing more comes.
    [[nodiscard]] int fd() const;

    /// Call when there is something to read. Blank lines are left out, long ones cut at 1 KiB.
    void read(const TakeLine& takeLine);

private:
    void take(char c, const TakeLine& takeLine);

    std::string m_line;
    bool m_open = true;
};

/// Hands over the lines on stdin until a signal to stop. The end of stdin does not stop it.
void runUntilStopped(const StopSignals& signals, InputLines& input, const InputLines::TakeLine& takeLine);

} // namespace cli

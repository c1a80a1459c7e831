// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Foreground.h"

#include "app/cli/Io.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace cli {
namespace {

constexpr std::size_t kLongestLine = 1024; // bytes of a line that are kept

} // namespace

StopSignals::StopSignals()
{
    sigset_t set{};
    ::sigemptyset(&set);
    ::sigaddset(&set, SIGINT);
    ::sigaddset(&set, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_fd = ::signalfd(-1, &set, SFD_CLOEXEC);
}

StopSignals::~StopSignals()
{
    ::close(m_fd);
}

void StopSignals::raise()
{
    ::kill(::getpid(), SIGTERM);
}

int InputLines::fd() const
{
    return m_open ? STDIN_FILENO : -1;
}

void InputLines::read(const TakeLine& takeLine)
{
    // A job in the background that reads its terminal would be stopped.
    if (Io::inIsTerminal() && ::tcgetpgrp(STDIN_FILENO) != ::getpgrp()) {
        m_open = false;
        return;
    }
    std::array<char, 4096> chunk{};
    const ssize_t got = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    m_open = got > 0;
    for (ssize_t i = 0; i < got; ++i)
        take(chunk[static_cast<std::size_t>(i)], takeLine);
    if (!m_open)
        take('\n', takeLine); // the last line may have no end
}

void InputLines::take(char c, const TakeLine& takeLine)
{
    if (c != '\n') {
        if (m_line.size() < kLongestLine)
            m_line += c;
        return;
    }
    std::string line = std::exchange(m_line, {});
    if (line.ends_with('\r'))
        line.pop_back();
    if (line.find_first_not_of(" \t") != std::string::npos)
        takeLine(line);
}

void runUntilStopped(const StopSignals& signals, InputLines& input, const InputLines::TakeLine& takeLine)
{
    for (;;) {
        std::array<pollfd, 2> ready{pollfd{signals.fd(), POLLIN, 0}, pollfd{input.fd(), POLLIN, 0}};
        if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR)
            return;
        if (ready[0].revents != 0)
            return;
        if (ready[1].revents != 0)
            input.read(takeLine);
    }
}

} // namespace cli

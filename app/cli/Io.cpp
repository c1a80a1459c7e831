// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Io.h"

#include "core/base/Errors.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <poll.h>
#include <unistd.h>

namespace cli {
namespace {

constexpr std::size_t kFlushAbove = 64 * 1024; // bytes

/// 0, or the errno that ended it.
int writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

} // namespace

Io::Io()
    : m_outIsTerminal(::isatty(STDOUT_FILENO) == 1)
{
}

void Io::write(std::string_view text)
{
    const std::lock_guard lock(m_mutex);
    m_buffer += text;
    if (m_buffer.size() > kFlushAbove)
        flushLocked();
}

void Io::line(std::string_view text)
{
    const std::lock_guard lock(m_mutex);
    m_buffer += text;
    m_buffer += '\n';
    if (m_buffer.size() > kFlushAbove)
        flushLocked();
}

void Io::object(const base::JsonValue& value)
{
    line(value.toJson());
}

void Io::flush()
{
    const std::lock_guard lock(m_mutex);
    flushLocked();
}

void Io::flushLocked()
{
    if (m_error == 0)
        m_error = writeAll(STDOUT_FILENO, m_buffer);
    m_buffer.clear();
}

Failure Io::outputFailure() const
{
    return {kMachine,
            std::string(kOutputFailed),
            "stdout",
            "standard output",
            std::string("cannot be written: ") + std::strerror(m_error),
            m_error == EPIPE ? "What reads it has ended before the end."
                             : "Free some space, or write it elsewhere."};
}

void Io::note(std::string_view text)
{
    flush(); // so that a terminal shows both streams in order
    // The name of the program is no label of a token, which the redactor would hide the first word behind.
    writeAll(STDERR_FILENO, "chat-token: " + redactor.text(text) + '\n');
}

void Io::failure(const Failure& failure)
{
    if (!json)
        return note(failure.line());
    flush();
    writeAll(STDERR_FILENO, redactor.json(failure.toJson()).toJson() + '\n');
}

void Io::log(const base::JsonValue& object, std::string_view line)
{
    const std::string text = json ? redactor.json(object).toJson() : redactor.text(line);
    const std::lock_guard lock(m_mutex);
    pollfd ready{STDERR_FILENO, POLLOUT, 0};
    if (::poll(&ready, 1, 0) == 0) { // a pipe that takes less than PIPE_BUF
        ++m_logMissed;
        return;
    }
    if (const auto missed = std::exchange(m_logMissed, 0); missed > 0)
        writeAll(STDERR_FILENO, json ? "{\"left_out\":" + std::to_string(missed) + "}\n"
                                     : "(" + std::to_string(missed) + " lines left out)\n");
    writeAll(STDERR_FILENO, text + '\n');
}

bool Io::inIsTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

tl::expected<std::string, Failure> Io::readAll(std::size_t limit)
{
    std::string text;
    std::array<char, 64 * 1024> chunk{};
    while (text.size() < limit) {
        const ssize_t got = ::read(STDIN_FILENO, chunk.data(), std::min(chunk.size(), limit - text.size()));
        if (got == 0)
            break;
        if (got > 0)
            text.append(chunk.data(), static_cast<std::size_t>(got));
        else if (errno != EINTR)
            return failed(
                base::makeError(base::errors::kFileRead, "stdin",
                                {std::string("standard input"), std::string(std::strerror(errno))}));
    }
    return text;
}

} // namespace cli

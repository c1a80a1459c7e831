// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Io.h"

#include "app/cli/WriteAll.h"

#include "core/base/Errors.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <tuple>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace cli {
namespace {

constexpr std::size_t kFlushAbove = 64 * 1024; // bytes

} // namespace

Io::Io()
    : m_outIsTerminal(::isatty(STDOUT_FILENO) == 1)
{
}

Io::~Io() = default;

void Io::holdPlaces()
{
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            ::open("/dev/null",
                   (fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) | O_CLOEXEC); // the lowest number is free
    }
}

void Io::waitForNobody(std::function<void()> stop)
{
    flush();
    m_stop = std::move(stop);
    const auto count = [this](std::uint64_t lines) { return leftOut(lines); };
    m_errorLines = std::make_unique<LineWriter>(STDERR_FILENO, count, nullptr);
    m_outLines = std::make_unique<LineWriter>(
        STDOUT_FILENO, count, [this](int error, bool nothing) { outputFailed(error, nothing); });
}

std::string Io::leftOut(std::uint64_t lines) const
{
    const std::string number = std::to_string(lines);
    return json ? "{\"left_out\":" + number + "}\n" : "(" + number + " lines left out)\n";
}

/// The server is there to answer, not to log: without its address nobody can ask it, without its log they
/// can.
void Io::outputFailed(int error, bool nothing)
{
    if (nothing) {
        m_error = error;
        m_stop();
    } else {
        failure(cli::outputFailure(error, "The server goes on without its log. Ctrl+C stops it."));
    }
}

void Io::write(std::string_view text)
{
    if (m_outLines)
        return m_outLines->add(text.substr(0, text.size() - (text.ends_with('\n') ? 1 : 0)));
    const std::lock_guard lock(m_mutex);
    m_buffer += text;
    if (m_buffer.size() > kFlushAbove)
        flushLocked();
}

void Io::line(std::string_view text)
{
    if (m_outLines)
        return m_outLines->add(text);
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

void Io::ObjectLine::begin(std::string_view name)
{
    m_io.write((m_first ? '{' : ',') + base::JsonValue(name).toJson() + ':');
    m_first = false;
}

void Io::ObjectLine::add(std::string_view name, const base::JsonValue& value)
{
    begin(name);
    m_io.write(value.toJson());
}

void Io::ObjectLine::add(const base::JsonObject& members)
{
    for (const auto& [name, value] : members)
        add(name, value);
}

void Io::flush()
{
    if (m_outLines)
        return m_outLines->settle();
    const std::lock_guard lock(m_mutex);
    flushLocked();
}

void Io::flushLocked()
{
    if (m_error == 0)
        m_error = writeAll(STDOUT_FILENO, m_buffer).error;
    m_buffer.clear();
}

Failure Io::outputFailure() const
{
    return cli::outputFailure(m_error, m_error == EPIPE ? "What reads it has ended before the end."
                                                        : "Free some space, or write it elsewhere.");
}

void Io::note(std::string_view text)
{
    if (!m_errorLines)
        flush(); // so that a terminal shows both streams in order
    // The name of the program is no label of a token, which the redactor would hide the first word behind.
    writeError("chat-token: " + redactor.text(text));
}

void Io::failure(const Failure& failure)
{
    if (!json)
        return note(failure.line());
    if (!m_errorLines)
        flush();
    writeError(redactor.json(failure.toJson()).toJson());
}

void Io::writeError(std::string_view line)
{
    if (m_errorLines)
        m_errorLines->add(line);
    else
        std::ignore =
            writeAll(STDERR_FILENO, std::string(line) + '\n'); // nowhere is left to say that it failed
}

void Io::log(Stream stream, const base::JsonValue& object, std::string_view line)
{
    LineWriter& lines = stream == Stream::Out ? *m_outLines : *m_errorLines;
    lines.add(json ? redactor.json(object).toJson() : redactor.text(line));
}

Failure outputFailure(int error, std::string_view hint)
{
    return {kMachine,
            std::string(kOutputFailed),
            "stdout",
            "standard output",
            std::string("cannot be written: ") + std::strerror(error),
            std::string(hint)};
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/redact/Redactor.h"

#include "app/cli/Failure.h"

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace cli {

/// The three streams. What is written to stdout is the result and goes out as it is; everything for stderr
/// passes the redactor.
class Io final
{
public:
    Io();

    bool json = false;
    redact::Redactor redactor;

    /// Text as it is. Kept until `flush`, or until there is much of it.
    void write(std::string_view text);
    /// A line.
    void line(std::string_view text);
    /// A JSON value on one line.
    void object(const base::JsonValue& value);
    /// Safe from several threads, like `write`.
    void flush();

    /// `chat-token: text` on stderr.
    void note(std::string_view text);
    /// The failure on stderr, as a line or as JSON.
    void failure(const Failure& failure);

    /// A line of a log on stderr. Left out while nobody reads there, so that who logs never waits; what was
    /// left out is told with the next line.
    void log(const base::JsonValue& object, std::string_view line);

    /// Why stdout took no more: an errno, or 0.
    [[nodiscard]] int writeError() const { return m_error; }
    /// The same as a failure (output-failed).
    [[nodiscard]] Failure outputFailure() const;
    [[nodiscard]] bool outIsTerminal() const { return m_outIsTerminal; }
    [[nodiscard]] static bool inIsTerminal();

    /// stdin up to its end or to `limit` bytes, whichever is first. Error: file-read.
    [[nodiscard]] static tl::expected<std::string, Failure> readAll(std::size_t limit);

private:
    void flushLocked();

    std::mutex m_mutex; // the sandbox logs from its own thread
    std::string m_buffer;
    int m_error = 0;
    bool m_outIsTerminal = false;
    std::uint64_t m_logMissed = 0; // lines
};

} // namespace cli

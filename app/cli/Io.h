// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/redact/Redactor.h"

#include "app/cli/Failure.h"
#include "app/cli/LineWriter.h"

#include <atomic>
#include <functional>
#include <memory>
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
    ~Io();
    Io(const Io&) = delete;
    Io& operator=(const Io&) = delete;

    /// Holds the place of each standard stream that is closed, or a file that is opened later would be taken
    /// for it. What is read or written there fails as it did. Before anything is opened.
    static void holdPlaces();

    bool json = false;
    redact::Redactor redactor;

    /// Text as it is. Kept until `flush`, or until there is much of it.
    void write(std::string_view text);
    /// A line.
    void line(std::string_view text);
    /// A JSON value on one line.
    void object(const base::JsonValue& value);
    /// Safe from several threads, like `write`. After waitForNobody it waits no more than a moment.
    void flush();

    /// `chat-token: text` on stderr.
    void note(std::string_view text);
    /// The failure on stderr, as a line or as JSON.
    void failure(const Failure& failure);

    /// From now on nothing waits for who reads stdout or stderr: both have a LineWriter, which leaves out
    /// what nobody takes. `stop` is called when not even the first line can be written to stdout; when a
    /// later one cannot, that is said once on stderr. For a server, after it has blocked its signals.
    void waitForNobody(std::function<void()> stop);

    enum class Stream { Out, Error };
    /// A line of a server's log, through the redactor. From any thread.
    void log(Stream stream, const base::JsonValue& object, std::string_view line);

    /// Why stdout took no more: an errno, or 0.
    [[nodiscard]] int writeError() const { return m_error; }
    [[nodiscard]] bool outIsTerminal() const { return m_outIsTerminal; }
    [[nodiscard]] static bool inIsTerminal();

    /// stdin up to its end or to `limit` bytes, whichever is first. Error: file-read.
    [[nodiscard]] static tl::expected<std::string, Failure> readAll(std::size_t limit);

private:
    void flushLocked();
    void writeError(std::string_view line);
    [[nodiscard]] std::string leftOut(std::uint64_t lines) const;
    void outputFailed(int error, bool nothing);

    std::mutex m_mutex; // guards m_buffer
    std::string m_buffer;
    std::atomic<int> m_error = 0;
    bool m_outIsTerminal = false;
    std::function<void()> m_stop;
    std::unique_ptr<LineWriter> m_errorLines; // of waitForNobody
    std::unique_ptr<LineWriter> m_outLines;   // ends first: it tells of its failure by the other
};

/// stdout that cannot be written, by its errno. `hint` is what to do.
[[nodiscard]] Failure outputFailure(int error, std::string_view hint);

} // namespace cli

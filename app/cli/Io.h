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
    class ObjectLine;
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
    /// The same as a failure (output-failed).
    [[nodiscard]] Failure outputFailure() const;
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

/// One line with a JSON object that may be too large to be held whole: lists go out entry by entry.
class Io::ObjectLine final
{
public:
    explicit ObjectLine(Io& io)
        : m_io(io)
    {
    }
    ObjectLine(const ObjectLine&) = delete;
    ObjectLine& operator=(const ObjectLine&) = delete;
    ~ObjectLine() { m_io.line(m_first ? "{}" : "}"); }

    void add(std::string_view name, const base::JsonValue& value);
    void add(const base::JsonObject& members);
    /// The entries of a list, each made from one of `range`.
    template<class Range, class Make>
    void addList(std::string_view name, const Range& range, Make make)
    {
        begin(name);
        char before = '[';
        for (const auto& one : range) {
            m_io.write(before + base::JsonValue(make(one)).toJson());
            before = ',';
        }
        m_io.write(before == '[' ? "[]" : "]");
    }

private:
    void begin(std::string_view name);

    Io& m_io;
    bool m_first = true;
};
/// stdout that cannot be written, by its errno. `hint` is what to do.
[[nodiscard]] Failure outputFailure(int error, std::string_view hint);

} // namespace cli

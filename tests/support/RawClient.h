// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

/// An answer taken from the wire. `status` 0: none came in time, or the connection closed first.
struct RawAnswer
{
    int status = 0;
    std::string statusLine;
    std::vector<std::pair<std::string, std::string>> headers; ///< names as sent
    std::string body;

    /// The value of that header, or an empty text. Names compare without case.
    [[nodiscard]] std::string header(std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view name) const;
};

/// A blocking loopback socket for tests: raw bytes out, raw bytes in, everything with a deadline.
class RawClient final
{
public:
    static constexpr std::chrono::seconds kPatience{60}; ///< ends a test that hangs, and decides nothing else

    enum class Family { Four, Six };
    enum class Body { Expected, None }; ///< None: the answer to HEAD

    explicit RawClient(std::uint16_t port, Family family = Family::Four);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    [[nodiscard]] bool isConnected() const { return m_fd >= 0; }
    /// False when the peer has gone or takes nothing before the deadline.
    bool send(std::string_view bytes, std::chrono::milliseconds deadline = kPatience);
    /// The next answer on the connection; an interim 100 counts as one.
    [[nodiscard]] RawAnswer answer(Body body = Body::Expected,
                                   std::chrono::milliseconds deadline = kPatience);
    /// Exactly that many bytes, or what came before the deadline or the end.
    [[nodiscard]] std::string bytes(std::size_t count, std::chrono::milliseconds deadline = kPatience);
    /// True when the peer closes within the deadline; what it sends before is thrown away.
    [[nodiscard]] bool closes(std::chrono::milliseconds deadline = kPatience);
    /// True when something, be it the end, can be read within the deadline.
    [[nodiscard]] bool hasNews(std::chrono::milliseconds deadline);
    void shutdownSend();

private:
    enum class Got { Bytes, End, Nothing };
    [[nodiscard]] Got receive(std::chrono::steady_clock::time_point until);

    int m_fd = -1;
    std::string m_in;
};

/// One request on a connection of its own.
[[nodiscard]] RawAnswer ask(std::uint16_t port, std::string_view bytes);

/// `GET /path HTTP/1.1` with a proper Host, the given header lines (each ending in CRLF) and a body.
[[nodiscard]] std::string makeRequest(std::uint16_t port, std::string_view method, std::string_view target,
                                      std::string_view headerLines = {}, std::string_view body = {});

} // namespace support

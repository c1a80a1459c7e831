// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/local/Gate.h"
#include "core/local/Handler.h"
#include "core/local/Limits.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace local {

/// One finished exchange for a log: no header, no query, no body.
struct Exchange
{
    std::string method; ///< empty when the request line could not be read
    std::string path;
    int status = 0;
    std::chrono::microseconds duration{0}; ///< from the request's first byte to the answer's last
    std::shared_ptr<const void> note{};    ///< of the Response
};

struct Settings
{
    std::uint16_t port = 0; ///< 0: any free one
    OriginPolicy origins;
    Limits limits;
    std::function<void(const Exchange&)> log; ///< called on the server's thread; may be empty
    const base::Clock* clock = nullptr; ///< of the Date header, outlives the server; nullptr: the system's
};

/// An HTTP/1.1 and WebSocket server on loopback, in a thread of its own. It listens on 127.0.0.1 and ::1 with
/// the same port (127.0.0.1 alone where the machine has no IPv6) and on nothing else; no setting changes
/// that. When Limits::connections are open, the one that is longest without a complete request makes room for
/// a new one, and where none can, the new one gets 503. Where the system lets the program open too few
/// descriptors, it is full earlier: a reserve is kept, for WebSockets never take the place of HTTP.
class Server final
{
public:
    /// `handler` outlives the server.
    Server(Settings settings, Handler& handler);
    ~Server(); ///< stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens and returns the port. Raises the limit of open descriptors to what Limits may take, where the
    /// system lets it. Errors: port-in-use, listen-failed, too-few-descriptors. Running already: the same
    /// port.
    [[nodiscard]] base::Result<std::uint16_t> start();

    /// Closes the port and every connection, and waits for the thread. Not from the server's own thread.
    void stop();

    [[nodiscard]] bool isRunning() const;

    /// Runs `work` on the server's thread, that much later. From any thread, that one included. What still
    /// waits when the server stops is dropped, and so is everything while it does not run.
    void post(std::function<void()> work, std::chrono::milliseconds delay = {});

private:
    struct Running;

    Settings m_settings;
    Handler& m_handler;
    mutable std::mutex m_mutex; // guards m_running
    std::unique_ptr<Running> m_running;
};

} // namespace local

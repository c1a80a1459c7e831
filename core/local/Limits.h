// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>

namespace local {

/// What one client can cost. Sizes in bytes. The body limit of a route is the Handler's.
struct Limits
{
    std::size_t header = 16 * 1024;        ///< request line and fields; past it 431
    std::size_t bodies = 11 * 1024 * 1024; ///< all unfinished bodies together; past it the largest gets 503
    std::size_t connections = 64;          ///< HTTP, open at once; see Server
    std::size_t sockets = 2'000;           ///< WebSockets open at once; one more gets 503
    std::size_t socketMessage = 64 * 1024; ///< one message, of however many frames; past it close code 1009
    std::size_t socketMessages =
        4 * 1024 * 1024;                         ///< all unfinished messages together; the largest is cut off
    std::size_t socketQueue = 256 * 1024;        ///< waiting for a client that does not read
    std::chrono::milliseconds headerTime{5'000}; ///< from the first byte (or the connect) to the blank line
    std::chrono::milliseconds requestTime{10'000}; ///< from the same moment to the last byte of the body
    std::chrono::milliseconds idleTime{30'000};    ///< between two requests of a connection
    std::chrono::milliseconds writeTime{30'000};   ///< for a whole answer, for a client that does not read
    std::chrono::milliseconds firstMessageTime{10'000}; ///< from the handshake to the first whole message
    std::chrono::milliseconds socketIdleTime{120'000};  ///< without a byte; pings go out at half of it
    std::chrono::milliseconds lingerTime{1'000}; ///< after an answer that closes, so that it can be read
};

} // namespace local

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace local {

/// The server's end of one WebSocket: whole binary messages out. Used on the server's thread only; calls
/// after the end are ignored, so a handler may keep it as long as it likes.
class Socket
{
public:
    virtual ~Socket() = default;

    /// In the order of the calls. A client that lets Limits::socketQueue pile up is cut off.
    virtual void send(std::string message) = 0;

    /// Sends what is waiting, then closes (RFC 6455 section 7.4 lists the codes).
    virtual void close(int code, std::string_view reason) = 0;

    /// Calls SocketHandler::timePassed once, that much later; takes the place of an earlier one.
    virtual void callAfter(std::chrono::milliseconds time) = 0;
};

/// What a handler does with one WebSocket. Every function is called on the server's thread and must not
/// block.
class SocketHandler
{
public:
    virtual ~SocketHandler() = default;

    /// It is open; called once, before anything else. `socket` goes when the connection has ended.
    virtual void opened(std::shared_ptr<Socket> socket) = 0;
    /// A whole message of Limits::socketMessage bytes at most.
    virtual void received(std::string message, bool binary) = 0;
    virtual void timePassed() {}
    /// It has ended, whoever ended it; called once if opened was, after which the handler is destroyed.
    virtual void closed() = 0;
};

} // namespace local

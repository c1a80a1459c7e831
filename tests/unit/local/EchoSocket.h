// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Server.h"

#include <atomic>
#include <stdexcept>
#include <string>

/// What became of the sockets of a SocketEcho, for the test's thread.
struct SocketLog
{
    std::atomic<int> opened{0};
    std::atomic<int> closed{0};
    std::atomic<int> destroyed{0};
    std::atomic<int> timesPassed{0};
};

/// Says back what it got. "close" closes with 4000, "later" is answered 500 ms later, "throw" throws, "flood"
/// sends 100 messages of 64 KiB.
class EchoSocket final : public local::SocketHandler
{
public:
    explicit EchoSocket(SocketLog& log)
        : m_log(log)
    {
    }
    EchoSocket(const EchoSocket&) = delete;
    EchoSocket& operator=(const EchoSocket&) = delete;
    ~EchoSocket() override { ++m_log.destroyed; }

    void opened(std::shared_ptr<local::Socket> socket) override
    {
        ++m_log.opened;
        m_socket = std::move(socket);
    }

    void received(std::string message, bool binary) override
    {
        if (message == "throw")
            throw std::runtime_error("on purpose");
        if (message == "close")
            m_socket->close(4000, "as told");
        else if (message == "later")
            m_socket->callAfter(std::chrono::milliseconds(500));
        else if (message == "flood")
            for (int i = 0; i < 100; ++i)
                m_socket->send(std::string(65536, 'x'));
        else
            m_socket->send(binary ? message : "text:" + message);
    }

    void timePassed() override
    {
        ++m_log.timesPassed;
        m_socket->send("now");
    }

    void closed() override
    {
        ++m_log.closed;
        m_socket.reset();
    }

private:
    SocketLog& m_log;
    std::shared_ptr<local::Socket> m_socket;
};

/// A handler with a WebSocket at /websocket.
class SocketEcho final : public local::Handler
{
public:
    void handle(local::Request request, local::Reply reply) override
    {
        reply({200, "text/plain", {}, request.path});
    }
    std::unique_ptr<local::SocketHandler> upgrade(const local::Request& request) override
    {
        return request.path == "/websocket" ? std::make_unique<EchoSocket>(log) : nullptr;
    }

    SocketLog log;
};

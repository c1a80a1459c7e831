// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/ClientSocket.h"
#include "core/local/Message.h"
#include "core/local/ServerCore.h"
#include "core/local/Socket.h"

#include <cstddef>
#include <memory>

namespace local {

/// True for a request that asks for a WebSocket (RFC 6455 section 4.1), rightly or not.
[[nodiscard]] bool isUpgrade(const Request& request);

/// One WebSocket, on the server's thread. Plain: no subprotocol, no compression. Never holds more than one
/// message of the client, and never more than Limits::socketQueue for it.
class WebSocket final : public Socket, public std::enable_shared_from_this<WebSocket>
{
public:
    WebSocket(ServerCore& core, std::unique_ptr<SocketHandler> handler);
    ~WebSocket() override;
    WebSocket(const WebSocket&) = delete;
    WebSocket& operator=(const WebSocket&) = delete;

    /// Answers the handshake, with 101 or 4xx, and logs it.
    void start(ClientSocket socket, const Request& request, Exchange exchange);

    void send(std::string message) override;
    void close(int code, std::string_view reason) override;
    void callAfter(std::chrono::milliseconds time) override;

    /// Ends the connection without a word, and tells the handler where it knows of it.
    void cut();
    /// Bytes of the message that is being read.
    [[nodiscard]] std::size_t messageHeld() const { return m_held; }

private:
    struct Stream;

    void accepted(const boost::system::error_code& error);
    void read();
    void readPiece();
    void readSome(bool finished, std::size_t size);
    void deliver();
    void write();
    void written();
    void sayClose();
    void hold(std::size_t bytes);

    ServerCore& m_core;
    std::unique_ptr<SocketHandler> m_handler;
    std::unique_ptr<Stream> m_stream; // from start on
    std::size_t m_held = 0;
    std::size_t m_waiting = 0; // bytes of messages to send
    Exchange m_exchange;
    bool m_opened = false;
    bool m_writing = false;
    bool m_ended = false;
    int m_closeCode = 0; // set: close once everything is sent
    std::string m_closeReason;
};

} // namespace local

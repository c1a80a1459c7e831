// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace local {

class Connection;
class WebSocket;

/// What lives on the server's thread: the listening sockets, the connections and the WebSockets.
class ServerCore final : public std::enable_shared_from_this<ServerCore>
{
public:
    ServerCore(const Settings& settings, Handler& handler);
    ~ServerCore();
    ServerCore(const ServerCore&) = delete;
    ServerCore& operator=(const ServerCore&) = delete;

    [[nodiscard]] base::Result<std::uint16_t> listen();
    /// Runs until stop.
    void run();
    /// From any thread.
    void stop();
    void post(std::function<void()> work, std::chrono::milliseconds delay);

    /// Unix seconds, for the Date header.
    [[nodiscard]] std::int64_t now() const;

    [[nodiscard]] boost::asio::io_context& io() { return m_io; }
    [[nodiscard]] Handler& handler() { return m_handler; }
    [[nodiscard]] const Settings& settings() const { return m_settings; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }

    void remove(Connection& connection);
    /// False when Limits::sockets are open.
    [[nodiscard]] bool add(std::shared_ptr<WebSocket> socket);
    void remove(const WebSocket& socket);
    /// Counts the bytes of unfinished messages, and keeps them within their limit at the cost of the largest.
    void messageBytesChanged(std::ptrdiff_t difference);
    /// Keeps the sum of the unfinished bodies within its limit, at the cost of the largest.
    void limitBodies();
    void log(const Exchange& exchange) const;

private:
    using Tcp = boost::asio::ip::tcp;

    /// One listening socket and the timer that lets it rest when the system has no descriptor left.
    struct Listener
    {
        explicit Listener(boost::asio::io_context& io)
            : acceptor(io)
            , rest(io)
        {
        }
        Tcp::acceptor acceptor;
        boost::asio::steady_timer rest;
    };

    [[nodiscard]] base::Result<> bind(Listener& listener, const Tcp::endpoint& endpoint) const;
    [[nodiscard]] base::Result<std::uint16_t> listenOn(std::uint16_t port);
    void accept(Listener& listener);
    void add(Tcp::socket socket);
    [[nodiscard]] bool makeRoom();

    const Settings& m_settings;
    Handler& m_handler;
    boost::asio::io_context m_io;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    std::vector<std::shared_ptr<Connection>> m_connections;
    std::unordered_map<const WebSocket*, std::shared_ptr<WebSocket>> m_sockets;
    std::size_t m_messageBytes = 0;
    std::uint16_t m_port = 0;
};

} // namespace local

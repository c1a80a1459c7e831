// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Server.h"
#include "core/local/Turns.h"

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
    [[nodiscard]] Turns& turns() { return m_turns; }

    void remove(Connection& connection);
    /// False when Limits::sockets are open, or so many that HTTP would be left without descriptors.
    /// `descriptor`, the one of the new socket, is the lowest that was free and so tells how many are taken.
    [[nodiscard]] bool hasRoomForSocket(int descriptor) const;
    void add(std::shared_ptr<WebSocket> socket);
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
        Tcp protocol = Tcp::v4();
        boost::asio::steady_timer rest;
    };

    [[nodiscard]] base::Result<> bind(Listener& listener, const Tcp::endpoint& endpoint) const;
    [[nodiscard]] base::Result<std::uint16_t> listenOn(std::uint16_t port);
    void accept(Listener& listener);
    [[nodiscard]] bool acceptSome(Listener& listener);
    [[nodiscard]] bool turnAway(Listener& listener);
    void add(Tcp::socket socket);
    [[nodiscard]] bool isScarce(int descriptor, std::size_t reserve) const;
    [[nodiscard]] bool makeRoom();
    void giveMemoryBack(std::size_t bytes);

    const Settings& m_settings;
    Handler& m_handler;
    boost::asio::io_context m_io;
    Turns m_turns;
    int m_spare;                   // a descriptor to give up when there is no other
    std::size_t m_descriptors = 0; // the limit of the system
    std::vector<std::unique_ptr<Listener>> m_listeners;
    std::vector<std::shared_ptr<Connection>> m_connections;
    std::unordered_map<const WebSocket*, std::shared_ptr<WebSocket>> m_sockets;
    std::size_t m_messageBytes = 0;
    std::size_t m_dropped = 0; // bytes since memory was given back
    std::uint16_t m_port = 0;
};

} // namespace local

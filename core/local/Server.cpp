// SPDX-License-Identifier: Apache-2.0
#include "core/local/Server.h"

#include "core/local/Connection.h"
#include "core/local/Errors.h"
#include "core/local/ServerCore.h"
#include "core/local/WebSocket.h"

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <exception>
#include <string>
#include <thread>

#include <fcntl.h>
#include <malloc.h>

namespace local {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

// How often a port that is free on 127.0.0.1 may turn out to be taken on ::1.
constexpr int kPortTries = 50;
constexpr std::chrono::milliseconds kAcceptRest{50};

/// Programs that the application starts must not inherit our sockets.
void closeOnExec(int descriptor)
{
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

/// glibc keeps freed blocks that lie between used ones, so hostile bodies would stay in memory after their
/// end.
void giveMemoryBack()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

/// What throws has lost its reply, and the client gets a 500 for that.
void runGuarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const std::exception&) {
    }
}

tl::unexpected<base::Error> listenFailure(std::uint16_t port, const error_code& error)
{
    if (error == asio::error::address_in_use)
        return base::fail(errors::kPortInUse, "port", std::vector{std::to_string(port)});
    return base::fail(errors::kListenFailed, "port", std::vector{std::to_string(port), error.message()});
}

} // namespace

ServerCore::ServerCore(const Settings& settings, Handler& handler)
    : m_settings(settings)
    , m_handler(handler)
    , m_io(1)
{
}

ServerCore::~ServerCore() = default;

base::Result<> ServerCore::bind(Listener& listener, const Tcp::endpoint& endpoint) const
{
    error_code error;
    const auto failed = [&] { return listenFailure(endpoint.port(), error); };
    listener.acceptor.open(endpoint.protocol(), error);
    if (error)
        return failed();
    closeOnExec(listener.acceptor.native_handle());
    listener.acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error && endpoint.address().is_v6())
        listener.acceptor.set_option(asio::ip::v6_only(true), error);
    if (!error)
        listener.acceptor.bind(endpoint, error);
    if (!error)
        listener.acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return failed();
    return {};
}

base::Result<std::uint16_t> ServerCore::listenOn(std::uint16_t port)
{
    m_listeners.clear();
    auto four = std::make_unique<Listener>(m_io);
    if (auto bound = bind(*four, {asio::ip::address_v4::loopback(), port}); !bound)
        return base::fail(bound.error());
    const std::uint16_t chosen = four->acceptor.local_endpoint().port();
    m_listeners.push_back(std::move(four));

    auto six = std::make_unique<Listener>(m_io);
    const auto bound = bind(*six, {asio::ip::address_v6::loopback(), chosen});
    if (bound)
        m_listeners.push_back(std::move(six));
    else if (bound.error().code == errors::kPortInUse)
        return base::fail(bound.error());
    // Any other reason: the machine has no IPv6 loopback, and 127.0.0.1 alone will do.
    return chosen;
}

base::Result<std::uint16_t> ServerCore::listen()
{
    auto port = listenOn(m_settings.port);
    for (int i = 0; i < kPortTries && !port && m_settings.port == 0; ++i)
        port = listenOn(0);
    if (!port)
        return port;
    m_port = *port;
    for (const auto& listener : m_listeners)
        accept(*listener);
    return port;
}

void ServerCore::run()
{
    m_io.run();
}

void ServerCore::stop()
{
    asio::post(m_io, [this] {
        for (const auto& listener : m_listeners) {
            error_code ignored;
            listener->acceptor.close(ignored);
            listener->rest.cancel();
        }
        const auto connections = m_connections;
        for (const auto& connection : connections)
            connection->close();
        const auto sockets = m_sockets;
        for (const auto& [key, socket] : sockets)
            socket->cut();
        m_io.stop();
    });
}

void ServerCore::post(std::function<void()> work, std::chrono::milliseconds delay)
{
    if (delay.count() <= 0)
        return asio::post(m_io, [work = std::move(work)] { runGuarded(work); });
    const auto timer = std::make_shared<asio::steady_timer>(m_io, delay);
    asio::post(m_io, [timer, work = std::move(work)]() mutable {
        timer->async_wait([timer, work = std::move(work)](const error_code& error) {
            if (!error)
                runGuarded(work);
        });
    });
}

std::int64_t ServerCore::now() const
{
    return m_settings.clock ? m_settings.clock->now() : base::SystemClock().now();
}

void ServerCore::accept(Listener& listener)
{
    listener.acceptor.async_accept([this, &listener](const error_code& error, Tcp::socket socket) {
        if (!listener.acceptor.is_open())
            return;
        if (!error) {
            add(std::move(socket));
            accept(listener);
            return;
        }
        // No descriptor left, or the client is gone: not a reason to spin or to give up.
        listener.rest.expires_after(kAcceptRest);
        listener.rest.async_wait([this, &listener](const error_code& cancelled) {
            if (!cancelled && listener.acceptor.is_open())
                accept(listener);
        });
    });
}

void ServerCore::add(Tcp::socket socket)
{
    closeOnExec(socket.native_handle());
    if (m_connections.size() >= m_settings.limits.connections && !makeRoom())
        return; // every connection has a request in the handler's hands
    const auto connection = std::make_shared<Connection>(*this, std::move(socket));
    m_connections.push_back(connection);
    connection->start();
}

bool ServerCore::makeRoom()
{
    std::shared_ptr<Connection> longest;
    for (const auto& connection : m_connections) {
        const auto since = connection->withoutRequestSince();
        if (since && (!longest || *since < *longest->withoutRequestSince()))
            longest = connection;
    }
    if (!longest)
        return false;
    longest->close();
    return true;
}

void ServerCore::remove(Connection& connection)
{
    std::erase_if(m_connections, [&](const auto& held) { return held.get() == &connection; });
}

void ServerCore::limitBodies()
{
    std::size_t sum = 0;
    std::shared_ptr<Connection> largest;
    for (const auto& connection : m_connections) {
        sum += connection->bodyHeld();
        if (!largest || connection->bodyHeld() > largest->bodyHeld())
            largest = connection;
    }
    if (sum <= m_settings.limits.bodies)
        return;
    largest->fail(503, "The server holds too many unfinished requests.");
    giveMemoryBack();
}

bool ServerCore::add(std::shared_ptr<WebSocket> socket)
{
    if (m_sockets.size() >= m_settings.limits.sockets)
        return false;
    m_sockets.emplace(socket.get(), std::move(socket));
    return true;
}

void ServerCore::remove(const WebSocket& socket)
{
    m_sockets.erase(&socket);
}

void ServerCore::messageBytesChanged(std::ptrdiff_t difference)
{
    m_messageBytes = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(m_messageBytes) + difference);
    if (m_messageBytes <= m_settings.limits.socketMessages)
        return;
    const auto largest =
        std::max_element(m_sockets.begin(), m_sockets.end(), [](const auto& a, const auto& b) {
            return a.second->messageHeld() < b.second->messageHeld();
        });
    if (largest != m_sockets.end())
        std::shared_ptr(largest->second)->cut();
}

void ServerCore::log(const Exchange& exchange) const
{
    if (m_settings.log)
        m_settings.log(exchange);
}

struct Server::Running
{
    std::shared_ptr<ServerCore> core;
    std::thread thread;
};

Server::Server(Settings settings, Handler& handler)
    : m_settings(std::move(settings))
    , m_handler(handler)
{
}

Server::~Server()
{
    stop();
}

base::Result<std::uint16_t> Server::start()
{
    const std::lock_guard lock(m_mutex);
    if (m_running)
        return m_running->core->port();
    auto core = std::make_shared<ServerCore>(m_settings, m_handler);
    const auto port = core->listen();
    if (!port)
        return port;
    m_running = std::make_unique<Running>();
    m_running->core = core;
    m_running->thread = std::thread([core = core.get()] { core->run(); });
    return port;
}

void Server::stop()
{
    std::unique_ptr<Running> ending;
    {
        const std::lock_guard lock(m_mutex);
        ending = std::move(m_running);
    }
    if (!ending)
        return;
    ending->core->stop();
    ending->thread.join();
}

bool Server::isRunning() const
{
    const std::lock_guard lock(m_mutex);
    return m_running != nullptr;
}

void Server::post(std::function<void()> work, std::chrono::milliseconds delay)
{
    const std::lock_guard lock(m_mutex);
    if (m_running)
        m_running->core->post(std::move(work), delay);
}

} // namespace local

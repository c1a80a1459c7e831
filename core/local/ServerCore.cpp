// SPDX-License-Identifier: Apache-2.0
#include "core/local/ServerCore.h"

#include "core/local/Connection.h"
#include "core/local/Errors.h"
#include "core/local/WebSocket.h"

#include "core/base/Descriptors.h"

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <string>
#include <string_view>
#include <tuple>

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace local {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

// How often a port that is free on 127.0.0.1 may turn out to be taken on ::1.
constexpr int kPortTries = 50;
constexpr std::chrono::milliseconds kAcceptRest{50};
// A line that grows faster than it is taken in overflows, and whoever comes then tries again after a second.
// So many are taken in at once, and of a crowd those who have left already go at little cost.
constexpr int kAcceptsPerTurn = 256;
constexpr int kQuietAccepts = 8;               // no crowd yet
constexpr std::size_t kSpareDescriptors = 16;  // for what the program opens meanwhile
constexpr std::size_t kTrimAfter = 512 * 1024; // bytes that were let go

/// To a client for which there is no descriptor but for a moment.
constexpr std::string_view kNoDescriptor =
    "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\n"
    "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 54\r\n\r\n"
    "The system lets the server open no more connections.\r\n";

/// Programs that the application starts must not inherit our sockets.
void closeOnExec(int descriptor)
{
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

int openSpare()
{
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

/// A client that was gone before it was taken in says nothing about the system.
bool isTheClients(int error)
{
    return error == ECONNABORTED || error == ECONNRESET || error == EPROTO || error == EINTR;
}

/// Whether the client has said all it will say, or is gone altogether.
bool hasLeft(int descriptor)
{
    pollfd client{descriptor, POLLRDHUP, 0};
    return ::poll(&client, 1, 0) > 0;
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
    , m_turns(m_io)
    , m_spare(openSpare())
{
}

ServerCore::~ServerCore()
{
    if (m_spare >= 0)
        ::close(m_spare);
}

base::Result<> ServerCore::bind(Listener& listener, const Tcp::endpoint& endpoint) const
{
    error_code error;
    const auto failed = [&] { return listenFailure(endpoint.port(), error); };
    listener.protocol = endpoint.protocol();
    listener.acceptor.open(listener.protocol, error);
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
    if (!error)
        listener.acceptor.non_blocking(true, error);
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
    m_descriptors = base::descriptorLimit();
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
    listener.acceptor.async_wait(Tcp::acceptor::wait_read, [this, &listener](const error_code& error) {
        if (!listener.acceptor.is_open())
            return;
        if (!error && acceptSome(listener))
            return accept(listener);
        listener.rest.expires_after(kAcceptRest);
        listener.rest.async_wait([this, &listener](const error_code& cancelled) {
            if (!cancelled && listener.acceptor.is_open())
                accept(listener);
        });
    });
}

/// Takes in who waits, but for the sake of the others no more than a few at once. False when the system has
/// no descriptor or memory left, which neither spinning nor giving up would mend.
bool ServerCore::acceptSome(Listener& listener)
{
    for (int i = 0; i < kAcceptsPerTurn; ++i) {
        const int descriptor =
            ::accept4(listener.acceptor.native_handle(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        const int error = errno;
        if (descriptor >= 0 && i >= kQuietAccepts && hasLeft(descriptor))
            ::close(descriptor);
        else if (descriptor >= 0)
            add(Tcp::socket(m_io, listener.protocol, descriptor));
        else if (error == EAGAIN || error == EWOULDBLOCK)
            return true;
        else if (error == EMFILE ? !turnAway(listener) : !isTheClients(error))
            return false;
    }
    return true;
}

/// Answers one who waits by way of the spare descriptor. False when even that does not work.
bool ServerCore::turnAway(Listener& listener)
{
    if (m_spare < 0)
        return false;
    ::close(m_spare);
    const int descriptor =
        ::accept4(listener.acceptor.native_handle(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (descriptor >= 0) {
        std::array<char, 4096> request{}; // closed with it unread, the answer would be lost
        std::ignore = ::recv(descriptor, request.data(), request.size(), 0);
        std::ignore = ::send(descriptor, kNoDescriptor.data(), kNoDescriptor.size(), MSG_NOSIGNAL);
        ::close(descriptor);
    }
    m_spare = openSpare();
    return descriptor >= 0;
}

void ServerCore::add(Tcp::socket socket)
{
    const int descriptor = socket.native_handle();
    const auto isFull = [&] {
        return m_connections.size() >= m_settings.limits.connections ||
               isScarce(descriptor, std::min(kSpareDescriptors, m_descriptors / 8));
    };
    const bool refused = isFull() && !makeRoom();
    const auto connection = std::make_shared<Connection>(*this, ClientSocket(std::move(socket), m_turns));
    m_connections.push_back(connection);
    if (refused)
        connection->fail(503, "Every connection that the server can hold waits for an answer.");
    else
        connection->start();
}

bool ServerCore::isScarce(int descriptor, std::size_t reserve) const
{
    return static_cast<std::size_t>(descriptor) + reserve >= m_descriptors;
}

bool ServerCore::hasRoomForSocket(int descriptor) const
{
    const std::size_t reserve =
        std::min(m_settings.limits.connections + kSpareDescriptors, m_descriptors / 2);
    return m_sockets.size() < m_settings.limits.sockets && !isScarce(descriptor, reserve);
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

/// glibc keeps freed blocks that lie between used ones, so hostile bodies would stay in memory after their
/// end. Giving them back takes a while, so it is not done for each of them.
void ServerCore::giveMemoryBack(std::size_t bytes)
{
#ifdef __GLIBC__
    m_dropped += bytes;
    if (m_dropped < kTrimAfter)
        return;
    m_dropped = 0;
    ::malloc_trim(0);
#endif
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
    const std::size_t dropped = largest->bodyHeld();
    largest->fail(503, "The server holds too many unfinished requests.");
    giveMemoryBack(dropped);
}

void ServerCore::add(std::shared_ptr<WebSocket> socket)
{
    m_sockets.emplace(socket.get(), std::move(socket));
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

} // namespace local

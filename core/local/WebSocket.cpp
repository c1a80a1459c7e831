// SPDX-License-Identifier: Apache-2.0
#include "core/local/WebSocket.h"

#include "core/base/Trim.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <algorithm>
#include <deque>
#include <exception>
#include <utility>

namespace local {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;

constexpr std::size_t kReadPiece = 4096;
constexpr std::size_t kMaxReason = 123; // RFC 6455 section 5.5: a control frame has 125 bytes, 2 for the code
constexpr int kTryAgainLater = 1013;
constexpr int kPolicy = 1008;

boost::beast::string_view toBoost(std::string_view text)
{
    return {text.data(), text.size()};
}

/// The handshake for the library, which looks at it again.
http::request<http::string_body> toBeast(const Request& request)
{
    http::request<http::string_body> out(http::verb::get, toBoost(request.target), 11);
    for (const auto& [name, value] : request.headers)
        out.insert(toBoost(name), toBoost(value));
    return out;
}

bool hasWord(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string_view part = base::trimmed(list.substr(0, comma), " \t");
        list.remove_prefix(std::min(comma + 1, list.size()));
        if (equalsIgnoreCase(part, word))
            return true;
    }
    return false;
}

} // namespace

bool isUpgrade(const Request& request)
{
    return request.method == "GET" && hasWord(request.headers.value("Upgrade"), "websocket");
}

struct WebSocket::Stream
{
    explicit Stream(ClientSocket socket)
        : timer(socket.get_executor())
        , firstTimer(socket.get_executor())
        , ws(std::move(socket))
    {
    }
    asio::steady_timer timer;                  // callAfter
    asio::steady_timer firstTimer;             // firstMessageTime
    websocket::stream<ClientSocket, false> ws; // false: without deflate
    http::request<http::string_body> handshake;
    beast::flat_buffer in;
    std::deque<std::string> out;
};

WebSocket::WebSocket(ServerCore& core, std::unique_ptr<SocketHandler> handler)
    : m_core(core)
    , m_handler(std::move(handler))
{
}

WebSocket::~WebSocket() = default;

void WebSocket::start(ClientSocket socket, const Request& request, Exchange exchange)
{
    m_exchange = std::move(exchange);
    const Limits& limits = m_core.settings().limits;
    m_stream = std::make_unique<Stream>(std::move(socket));
    auto& ws = m_stream->ws;
    websocket::stream_base::timeout timeout{};
    timeout.handshake_timeout = limits.headerTime;
    timeout.idle_timeout = limits.socketIdleTime;
    timeout.keep_alive_pings = true;
    ws.set_option(timeout);
    ws.set_option(websocket::stream_base::decorator(
        [](websocket::response_type& answer) { answer.set(http::field::server, "chat-token"); }));
    ws.read_message_max(limits.socketMessage);
    ws.binary(true);
    ws.auto_fragment(false);
    m_stream->handshake = toBeast(request);
    ws.async_accept(m_stream->handshake,
                    [self = shared_from_this()](const error_code& error) { self->accepted(error); });
}

void WebSocket::accepted(const error_code& error)
{
    if (m_ended)
        return;
    m_exchange.status = error ? 400 : 101;
    m_core.log(m_exchange);
    if (error)
        return cut();
    m_stream->handshake = {};
    m_stream->firstTimer.expires_after(m_core.settings().limits.firstMessageTime);
    m_stream->firstTimer.async_wait([self = weak_from_this()](const error_code& cancelled) {
        if (const auto socket = self.lock(); socket && !cancelled)
            socket->close(kPolicy, "No message came.");
    });
    m_opened = true;
    m_handler->opened(shared_from_this());
    read();
}

void WebSocket::read()
{
    if (m_ended)
        return;
    // Many small frames come with one read of the stream: each of them takes a turn.
    m_stream->ws.next_layer().run([self = shared_from_this()] { self->readPiece(); });
}

void WebSocket::readPiece()
{
    if (m_ended)
        return;
    m_stream->ws.async_read_some(
        m_stream->in, kReadPiece, [self = shared_from_this()](const error_code& error, std::size_t) {
            if (error)
                return self->cut(); // the library has answered a close frame or a fault by itself
            self->readSome(self->m_stream->ws.is_message_done(), self->m_stream->in.size());
        });
}

void WebSocket::readSome(bool finished, std::size_t size)
{
    if (m_ended)
        return;
    if (finished)
        deliver();
    else
        hold(size);
    read();
}

void WebSocket::hold(std::size_t bytes)
{
    const auto difference = static_cast<std::ptrdiff_t>(bytes) - static_cast<std::ptrdiff_t>(m_held);
    m_held = bytes;
    m_core.messageBytesChanged(difference);
}

void WebSocket::deliver()
{
    m_stream->firstTimer.cancel();
    const auto data = m_stream->in.cdata();
    std::string message(static_cast<const char*>(data.data()), data.size());
    m_stream->in = {}; // between messages a client holds no memory here
    hold(0);
    if (m_closeCode != 0)
        return;
    try {
        m_handler->received(std::move(message), m_stream->ws.got_binary());
    } catch (const std::exception&) {
        close(static_cast<int>(websocket::close_code::internal_error), "The message could not be answered.");
    }
}

void WebSocket::send(std::string message)
{
    if (m_ended || m_closeCode != 0)
        return;
    m_waiting += message.size();
    if (m_waiting > m_core.settings().limits.socketQueue)
        return close(kTryAgainLater, "The client reads too slowly.");
    m_stream->out.push_back(std::move(message));
    write();
}

void WebSocket::write()
{
    if (m_writing || m_ended)
        return;
    if (m_stream->out.empty()) {
        if (m_closeCode != 0)
            sayClose();
        return;
    }
    m_writing = true;
    m_stream->ws.async_write(asio::buffer(std::as_const(m_stream->out.front())),
                             [self = shared_from_this()](const error_code& error, std::size_t) {
                                 self->m_writing = false;
                                 if (error)
                                     self->cut();
                                 else
                                     self->written();
                             });
}

void WebSocket::written()
{
    if (m_ended)
        return;
    m_waiting -= m_stream->out.front().size();
    m_stream->out.pop_front();
    write();
}

void WebSocket::close(int code, std::string_view reason)
{
    if (m_ended || m_closeCode != 0)
        return;
    m_closeCode = code;
    m_closeReason = reason.substr(0, kMaxReason);
    // A client that does not read gets no more than the time of an answer.
    m_stream->firstTimer.expires_after(m_core.settings().limits.writeTime);
    m_stream->firstTimer.async_wait([self = weak_from_this()](const error_code& error) {
        if (const auto socket = self.lock(); socket && !error)
            socket->cut();
    });
    write();
}

void WebSocket::sayClose()
{
    m_writing = true;
    websocket::close_reason reason(toBoost(m_closeReason));
    reason.code = static_cast<std::uint16_t>(m_closeCode);
    m_stream->ws.async_close(reason, [self = shared_from_this()](const error_code&) { self->cut(); });
}

void WebSocket::callAfter(std::chrono::milliseconds time)
{
    if (m_ended)
        return;
    m_stream->timer.expires_after(time);
    m_stream->timer.async_wait([self = weak_from_this()](const error_code& error) {
        if (const auto socket = self.lock(); socket && !error && !socket->m_ended)
            socket->m_handler->timePassed();
    });
}

void WebSocket::cut()
{
    if (m_ended)
        return;
    const auto self = shared_from_this(); // its owner lets go of it below
    m_ended = true;
    m_stream->timer.cancel();
    m_stream->firstTimer.cancel();
    m_stream->ws.next_layer().close();
    hold(0);
    m_core.remove(*this);
    const auto handler = std::move(m_handler);
    if (m_opened)
        handler->closed();
}

} // namespace local

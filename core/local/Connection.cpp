// SPDX-License-Identifier: Apache-2.0
#include "core/local/Connection.h"

#include "core/local/HttpDate.h"
#include "core/local/ReplyState.h"
#include "core/local/WebSocket.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <exception>
#include <optional>

namespace local {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::steady_clock;

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

void appendField(std::string& out, std::string_view name, std::string_view value)
{
    out += name;
    out += ": ";
    // A line end in a value would let a handler's input write headers of its own.
    for (const char c : value)
        out += c == '\r' || c == '\n' ? ' ' : c;
    out += "\r\n";
}

} // namespace

Connection::Connection(ServerCore& core, ClientSocket socket)
    : m_core(core)
    , m_socket(std::move(socket))
    , m_timer(core.io())
    , m_parser(core.settings().limits.header)
    , m_began(steady_clock::now())
    , m_firstByte(m_began)
    , m_completed(m_began)
{
}

std::optional<Connection::TimePoint> Connection::withoutRequestSince() const
{
    if (m_phase == Phase::Handling)
        return std::nullopt;
    return m_phase == Phase::Lingering ? TimePoint::min() : m_completed;
}

std::size_t Connection::bodyHeld() const
{
    return m_phase == Phase::Body ? m_parser.bodySize() : 0;
}

void Connection::start()
{
    error_code ignored;
    m_socket.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    setDeadline(m_began + m_core.settings().limits.headerTime);
    read();
}

void Connection::close()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_timer.cancel();
    m_socket.close();
    m_core.remove(*this);
}

void Connection::read()
{
    m_reading = true;
    m_socket.async_read_some(asio::buffer(m_chunk),
                             [self = shared_from_this()](const error_code& error, std::size_t size) {
                                 self->m_reading = false;
                                 if (error)
                                     self->close();
                                 else
                                     self->readDone(size);
                             });
}

void Connection::readDone(std::size_t size)
{
    switch (m_phase) {
    case Phase::Idle:
        m_phase = Phase::Header;
        m_firstByte = steady_clock::now();
        // A fresh connection has been on the clock since it was made.
        if (!m_first) {
            m_began = m_firstByte;
            setDeadline(m_began + m_core.settings().limits.headerTime);
        }
        [[fallthrough]];
    case Phase::Header:
    case Phase::Body:
        m_in.append(m_chunk.data(), size);
        advance();
        return;
    case Phase::Lingering: // read and thrown away
        read();
        return;
    case Phase::Handling:
    case Phase::Writing:
    case Phase::Closed:
        return;
    }
}

void Connection::advance()
{
    if (m_phase == Phase::Body)
        return readBody();
    switch (m_parser.readHeader(m_in)) {
    case RequestParser::Step::NeedMore:
        return read();
    case RequestParser::Step::Failed:
        return fail(m_parser.failureStatus(), m_parser.failureText());
    case RequestParser::Step::Done:
        return headerDone();
    }
}

void Connection::headerDone()
{
    Request& request = m_parser.request();
    m_phase = Phase::Body;
    m_first = false;
    setDeadline(m_began + m_core.settings().limits.requestTime);
    m_closeAfter = !m_parser.keepAlive();
    m_headRequest = request.method == "HEAD";
    m_exchange.method = request.method;
    m_exchange.path = request.path;

    if (const auto refusal = checkGate(request.headers, m_core.port(), m_core.settings().origins))
        return fail(refusal->status, refusal->text);
    request.host = std::string(request.headers.value("Host"));
    request.origin = std::string(request.headers.value("Origin"));
    m_origin = request.origin;

    if (m_headRequest)
        request.method = "GET";
    m_bodyLimit = m_core.handler().bodyLimit(request.method, request.path);
    if (m_parser.contentLength().value_or(0) > m_bodyLimit)
        return fail(413, "The request's body is too large.");
    if (const std::string* expected = request.headers.find("Expect"); expected && m_parser.isHttp11()) {
        if (!equalsIgnoreCase(*expected, "100-continue"))
            return fail(417, "Of the expectations only 100-continue is built.");
        if (m_parser.hasBody() && m_in.empty())
            return sayContinue();
    }
    readBody();
}

void Connection::sayContinue()
{
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_socket, asio::buffer(kContinue),
                      [self = shared_from_this()](const error_code& error, std::size_t) {
                          if (error)
                              self->close();
                          else if (self->m_phase == Phase::Body)
                              self->readBody();
                      });
}

void Connection::readBody()
{
    switch (m_parser.readBody(m_in, m_bodyLimit)) {
    case RequestParser::Step::NeedMore:
        m_core.limitBodies();
        if (m_phase == Phase::Body)
            read();
        return;
    case RequestParser::Step::Failed:
        return fail(m_parser.failureStatus(), m_parser.failureText());
    case RequestParser::Step::Done:
        return dispatch();
    }
}

void Connection::dispatch()
{
    m_phase = Phase::Handling;
    m_completed = steady_clock::now();
    setDeadline(TimePoint::max());
    Request request = std::move(m_parser.request());
    if (isPreflight(request.method, request.headers))
        return respond(answerPreflight(request.headers));
    if (isUpgrade(request) && upgraded(request))
        return;

    const auto deliver = [core = m_core.weak_from_this(),
                          self = weak_from_this()](std::optional<Response> response) {
        if (const auto alive = core.lock()) {
            asio::post(alive->io(), [self, answer = std::move(response)]() mutable {
                if (const auto connection = self.lock(); connection && connection->m_phase == Phase::Handling)
                    connection->answered(std::move(answer));
            });
        }
    };
    const auto state = std::make_shared<ReplyState>(deliver);
    try {
        m_core.handler().handle(std::move(request),
                                [state](Response response) { state->call(std::move(response)); });
    } catch (const std::exception&) {
        state->call(m_core.handler().error(500, "The request could not be answered."));
    }
}

/// True when the request is answered, by a WebSocket that has the socket now or by a refusal.
bool Connection::upgraded(Request& request)
{
    auto handler = m_core.handler().upgrade(request);
    if (!handler)
        return false;
    if (!m_in.empty()) { // a client that speaks before it has our answer would be misunderstood
        fail(400, "A WebSocket begins with the server's answer.");
        return true;
    }
    if (!m_core.hasRoomForSocket(m_socket.socket().native_handle())) {
        fail(503, "The server holds as many WebSockets as it can.");
        return true;
    }
    const auto socket = std::make_shared<WebSocket>(m_core, std::move(handler));
    m_core.add(socket);
    m_phase = Phase::Closed;
    m_timer.cancel();
    m_exchange.duration =
        std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - m_firstByte);
    socket->start(std::move(m_socket), request, std::move(m_exchange));
    m_core.remove(*this);
    return true;
}

void Connection::answered(std::optional<Response> response)
{
    respond(response ? std::move(*response)
                     : m_core.handler().error(500, "The request was left without an answer."));
}

void Connection::fail(int status, std::string_view text)
{
    m_closeAfter = true;
    m_in = {};
    m_parser = RequestParser(0); // lets go of the body, however slowly the answer is read
    Response response = m_core.handler().error(status, text);
    if (status == 503)
        response.headers.emplace_back("Retry-After", "1"); // second
    respond(std::move(response));
}

void Connection::respond(Response response)
{
    m_phase = Phase::Writing;
    m_exchange.status = response.status;
    m_exchange.note = std::move(response.note);
    setDeadline(steady_clock::now() + m_core.settings().limits.writeTime);
    m_outHeader = composeHeader(response);
    m_outBody = m_headRequest || !mayHaveBody(response.status) ? std::string() : std::move(response.body);
    const std::array buffers{asio::buffer(std::as_const(m_outHeader)),
                             asio::buffer(std::as_const(m_outBody))};
    asio::async_write(m_socket, buffers, [self = shared_from_this()](const error_code& error, std::size_t) {
        if (error)
            self->close();
        else if (self->m_phase == Phase::Writing)
            self->written();
    });
}

std::string Connection::composeHeader(const Response& response) const
{
    std::string out = "HTTP/1.1 " + std::to_string(response.status) + " ";
    out += reasonPhrase(response.status);
    out += "\r\n";
    appendField(out, "Date", httpDate(m_core.now()));
    appendField(out, "Server", "chat-token");
    if (mayHaveBody(response.status)) {
        if (!response.contentType.empty())
            appendField(out, "Content-Type", response.contentType);
        appendField(out, "Content-Length", std::to_string(response.body.size()));
    }
    if (m_closeAfter)
        appendField(out, "Connection", "close");
    else if (!m_parser.isHttp11())
        appendField(out, "Connection", "keep-alive");
    if (!m_origin.empty())
        appendField(out, "Access-Control-Allow-Origin", m_origin);
    appendField(out, "Vary", "Origin");
    for (const auto& [name, value] : response.headers)
        appendField(out, name, value);
    out += "\r\n";
    return out;
}

void Connection::written()
{
    m_exchange.duration =
        std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - m_firstByte);
    m_core.log(m_exchange);
    if (m_closeAfter)
        linger();
    else
        nextRequest();
}

void Connection::nextRequest()
{
    m_parser = RequestParser(m_core.settings().limits.header);
    m_exchange = {};
    m_origin.clear();
    m_headRequest = false;
    m_outHeader.clear();
    m_outBody = {};
    if (m_in.empty()) {
        m_phase = Phase::Idle;
        setDeadline(steady_clock::now() + m_core.settings().limits.idleTime);
        return read();
    }
    // Pipelined: what is here already begins the next request.
    m_phase = Phase::Header;
    m_began = m_firstByte = steady_clock::now();
    setDeadline(m_began + m_core.settings().limits.headerTime);
    advance();
}

/// A socket that is closed with unread bytes sends a reset, which can take the answer away from the client
/// before it is read. So: say that we are done, and read on for a moment.
void Connection::linger()
{
    m_phase = Phase::Lingering;
    m_in = {};
    m_outBody = {};
    error_code error;
    m_socket.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    if (error)
        return close();
    setDeadline(steady_clock::now() + m_core.settings().limits.lingerTime);
    if (!m_reading)
        read();
}

/// A deadline moves several times a request, nearly always to a later moment: the timer is left alone then,
/// and looks again when it fires.
void Connection::setDeadline(TimePoint when)
{
    m_deadline = when;
    if (when < m_armed)
        arm();
}

void Connection::arm()
{
    m_armed = m_deadline;
    m_timer.expires_at(m_armed);
    m_timer.async_wait([self = weak_from_this()](const error_code& error) {
        const auto connection = self.lock();
        if (error || !connection || connection->m_phase == Phase::Closed)
            return;
        connection->m_armed = TimePoint::max();
        if (steady_clock::now() >= connection->m_deadline)
            connection->deadlinePassed();
        else if (connection->m_deadline != TimePoint::max())
            connection->arm();
    });
}

void Connection::deadlinePassed()
{
    m_deadline = TimePoint::max();
    if (m_phase == Phase::Header || m_phase == Phase::Body)
        fail(408, "The request took too long to arrive.");
    else
        close();
}

} // namespace local

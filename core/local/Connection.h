// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/ClientSocket.h"
#include "core/local/RequestParser.h"
#include "core/local/ServerCore.h"

#include <array>
#include <optional>

namespace local {

/// One client: reads requests one after the other, never two at a time, and answers in order. All on the
/// server's thread. A protocol that a request is upgraded to takes the socket over in `dispatch`, where the
/// gate has been passed and the connection no longer counts among the HTTP ones.
class Connection final : public std::enable_shared_from_this<Connection>
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    Connection(ServerCore& core, ClientSocket socket);

    void start();
    void close();

    /// When it last had a complete request (or began); nothing while one is being answered by the handler.
    [[nodiscard]] std::optional<TimePoint> withoutRequestSince() const;
    /// Bytes of the body that is being read.
    [[nodiscard]] std::size_t bodyHeld() const;
    /// Refuses the request at hand and closes.
    void fail(int status, std::string_view text);

private:
    enum class Phase { Idle, Header, Body, Handling, Writing, Lingering, Closed };

    void read();
    void readDone(std::size_t size);
    void advance();
    void headerDone();
    void readBody();
    void sayContinue();
    void dispatch();
    [[nodiscard]] bool upgraded(Request& request);
    void answered(std::optional<Response> response);
    void respond(Response response);
    void written();
    void nextRequest();
    void linger();
    void setDeadline(TimePoint when);
    void arm();
    void deadlinePassed();
    [[nodiscard]] std::string composeHeader(const Response& response) const;

    ServerCore& m_core;
    ClientSocket m_socket;
    boost::asio::steady_timer m_timer;
    RequestParser m_parser;
    Phase m_phase = Phase::Idle;
    bool m_reading = false;
    bool m_closeAfter = false;
    bool m_headRequest = false;
    bool m_first = true;
    std::size_t m_bodyLimit = 0;
    TimePoint m_began;     // the request at hand on the clock: its first byte, or the connect
    TimePoint m_firstByte; // the request at hand in the log
    TimePoint m_completed; // the last complete request, or the connect
    TimePoint m_deadline = TimePoint::max();
    TimePoint m_armed = TimePoint::max(); // when the timer fires next; never after the deadline
    std::string m_origin;                 // allowed, to be named in the answer
    Exchange m_exchange;
    std::string m_in; // bytes read and not yet parsed
    std::string m_outHeader;
    std::string m_outBody;
    std::array<char, 8192> m_chunk{};
};

} // namespace local

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Turns.h"

#include <boost/asio/compose.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/core/stream_traits.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <utility>

namespace local {

/// The socket of one client as an asynchronous stream: each of its reads and writes takes a turn. Both the
/// HTTP connection and the WebSocket library read and write through it. On the server's thread.
class ClientSocket final
{
    struct Parts
    {
        boost::asio::ip::tcp::socket socket;
        Turns& turns;
        Turns::Share share{};
    };

public:
    using executor_type = boost::asio::ip::tcp::socket::executor_type;

    /// `turns` outlives it.
    ClientSocket(boost::asio::ip::tcp::socket socket, Turns& turns)
        : m_parts(new Parts{std::move(socket), turns})
    {
    }

    [[nodiscard]] executor_type get_executor() { return m_parts->socket.get_executor(); }
    [[nodiscard]] boost::asio::ip::tcp::socket& socket() { return m_parts->socket; }

    void close()
    {
        boost::system::error_code ignored;
        m_parts->socket.close(ignored);
    }

    /// A piece of this client's work that is neither a read nor a write.
    template<class Work>
    void run(Work work)
    {
        m_parts->turns.run(m_parts->share, std::move(work));
    }

    template<class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token)
    {
        return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
            [parts = m_parts](auto handler, const Buffers& to) {
                parts->turns.run(parts->share, [parts, to, handler = std::move(handler)]() mutable {
                    parts->socket.async_read_some(to, std::move(handler));
                });
            },
            token, buffers);
    }

    template<class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token)
    {
        return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
            [parts = m_parts](auto handler, const Buffers& from) {
                parts->turns.run(parts->share, [parts, from, handler = std::move(handler)]() mutable {
                    parts->socket.async_write_some(from, std::move(handler));
                });
            },
            token, buffers);
    }

private:
    std::shared_ptr<Parts> m_parts; // a piece that waits in line may outlive the stream
};

// What the WebSocket library asks of a stream that it does not know.

inline void beast_close_socket(ClientSocket& socket)
{
    socket.close();
}

inline void teardown(boost::beast::role_type, ClientSocket& socket, boost::system::error_code& error)
{
    socket.socket().close(error);
}

/// Says that nothing more comes, and reads until the client has gone: a socket that is closed with unread
/// bytes would take the close frame away from it. The library's own way reads on in one go while a client
/// sends.
struct Drain
{
    ClientSocket stream;
    std::unique_ptr<std::array<char, 4096>> into = std::make_unique<std::array<char, 4096>>();
    bool begun = false;

    template<class Self>
    void operator()(Self& self, boost::system::error_code error = {}, std::size_t = 0)
    {
        if (!std::exchange(begun, true)) {
            boost::system::error_code shown; // by the read that follows
            stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, shown);
        }
        if (error)
            return self.complete(error == boost::asio::error::eof ? boost::system::error_code() : error);
        const auto buffer = boost::asio::buffer(*into);
        ClientSocket reads = stream; // this object moves away
        reads.async_read_some(buffer, std::move(self));
    }
};

template<class Token>
void async_teardown(boost::beast::role_type, ClientSocket& socket, Token&& token)
{
    boost::asio::async_compose<Token, void(boost::system::error_code)>(Drain{socket}, token, socket.socket());
}

} // namespace local

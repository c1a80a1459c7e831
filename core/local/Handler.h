// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Message.h"
#include "core/local/Socket.h"

#include <cstddef>
#include <memory>
#include <string_view>

namespace local {

/// What a server serves. Every function is called on the server's thread and must not block.
class Handler
{
public:
    virtual ~Handler() = default;

    /// A request that passed the gate. `reply` may be kept and called later.
    virtual void handle(Request request, Reply reply) = 0;

    /// A WebSocket handshake that passed the gate: who takes it, or nothing where the path has no WebSocket;
    /// then the request goes to `handle` like any other. The default is nothing.
    [[nodiscard]] virtual std::unique_ptr<SocketHandler> upgrade(const Request& request);

    /// The largest body in bytes for this route; past it the client gets 413. `path` as sent, without query.
    [[nodiscard]] virtual std::size_t bodyLimit(std::string_view method, std::string_view path) const;

    /// The answer to what the server itself refuses: 400, 403, 408, 413, 417, 431, 500, 501, 503, 505. `text`
    /// is an English sentence. The default is plain text.
    [[nodiscard]] virtual Response error(int status, std::string_view text) const;
};

} // namespace local

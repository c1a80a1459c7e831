// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Socket.h"
#include "core/sandbox/Surroundings.h"

#include <deque>
#include <functional>
#include <memory>

namespace sandbox {

/// A socket whose words leave it as late as the knob `latency` says, in their order.
class LateSocket final : public local::Socket, public std::enable_shared_from_this<LateSocket>
{
public:
    /// `surroundings` outlives it.
    LateSocket(std::shared_ptr<local::Socket> socket, Surroundings& surroundings)
        : m_socket(std::move(socket))
        , m_surroundings(surroundings)
    {
    }

    void send(std::string message) override;
    void close(int code, std::string_view reason) override;
    void callAfter(std::chrono::milliseconds time) override { m_socket->callAfter(time); }

private:
    void say(std::function<void(local::Socket&)> word);

    std::shared_ptr<local::Socket> m_socket;
    Surroundings& m_surroundings;
    std::deque<std::function<void(local::Socket&)>> m_waiting;
};

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/LateSocket.h"

#include <utility>

namespace sandbox {

void LateSocket::send(std::string message)
{
    say([message = std::move(message)](local::Socket& socket) { socket.send(message); });
}

void LateSocket::close(int code, std::string_view reason)
{
    say([code, reason = std::string(reason)](local::Socket& socket) { socket.close(code, reason); });
}

/// Every moment that comes lets the oldest word go, so that a knob that is turned back changes no order.
void LateSocket::say(std::function<void(local::Socket&)> word)
{
    const std::chrono::milliseconds latency = m_surroundings.behaviour.knobs().latency;
    if (m_waiting.empty() && latency.count() == 0)
        return word(*m_socket);
    m_waiting.push_back(std::move(word));
    m_surroundings.later(
        [self = shared_from_this()] {
            const auto next = std::move(self->m_waiting.front());
            self->m_waiting.pop_front();
            next(*self->m_socket);
        },
        latency);
}

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/RawClient.h"

namespace support {

/// A WebSocket client for tests, written from RFC 6455 itself, so that it can break the rules on purpose.
class SocketClient final
{
public:
    enum Opcode { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    struct Message
    {
        int opcode = -1; ///< -1: nothing came in time, or the end
        std::string payload;

        /// The code of a close frame, 0 for any other.
        [[nodiscard]] int closeCode() const;
    };

    /// Connects and sends the handshake, with those header lines besides.
    explicit SocketClient(std::uint16_t port, std::string_view target = "/websocket",
                          std::string_view headerLines = {});

    /// The status of the answer to the handshake; 101 is a WebSocket.
    [[nodiscard]] int status() const { return m_answer.status; }
    [[nodiscard]] const RawAnswer& handshake() const { return m_answer; }

    bool send(std::string_view payload) { return sendFrame(Binary, payload); }
    bool sendFrame(int opcode, std::string_view payload, bool final = true, bool masked = true);
    /// The next frame from the server that is no ping.
    [[nodiscard]] Message receive(std::chrono::milliseconds deadline = RawClient::kPatience);
    [[nodiscard]] RawClient& raw() { return m_raw; }

private:
    RawClient m_raw;
    RawAnswer m_answer;
};

} // namespace support

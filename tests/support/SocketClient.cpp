// SPDX-License-Identifier: Apache-2.0
#include "tests/support/SocketClient.h"

namespace support {
namespace {

std::uint8_t byteAt(std::string_view text, std::size_t at)
{
    return static_cast<std::uint8_t>(text[at]);
}

void appendBigEndian(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = bytes - 1; i >= 0; --i)
        out += static_cast<char>(value >> (8 * i) & 0xFF);
}

} // namespace

int SocketClient::Message::closeCode() const
{
    return opcode == Close && payload.size() >= 2 ? byteAt(payload, 0) << 8 | byteAt(payload, 1) : 0;
}

SocketClient::SocketClient(std::uint16_t port, std::string_view target, std::string_view headerLines)
    : m_raw(port)
{
    std::string lines = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    lines += headerLines;
    m_raw.send(makeRequest(port, "GET", target, lines));
    m_answer = m_raw.answer();
}

bool SocketClient::sendFrame(int opcode, std::string_view payload, bool final, bool masked)
{
    constexpr std::string_view kMask = "\x12\x34\x56\x78";
    std::string frame(1, static_cast<char>((final ? 0x80 : 0) | opcode));
    const int maskBit = masked ? 0x80 : 0;
    if (payload.size() < 126) {
        frame += static_cast<char>(maskBit | static_cast<int>(payload.size()));
    } else if (payload.size() < 65536) {
        frame += static_cast<char>(maskBit | 126);
        appendBigEndian(frame, payload.size(), 2);
    } else {
        frame += static_cast<char>(maskBit | 127);
        appendBigEndian(frame, payload.size(), 8);
    }
    if (masked)
        frame += kMask;
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += masked ? static_cast<char>(payload[i] ^ kMask[i % 4]) : payload[i];
    return m_raw.send(frame);
}

SocketClient::Message SocketClient::receive(std::chrono::milliseconds deadline)
{
    const std::string head = m_raw.bytes(2, deadline);
    if (head.size() < 2)
        return {};
    std::uint64_t size = byteAt(head, 1) & 0x7F;
    if (size >= 126) {
        const std::string more = m_raw.bytes(size == 126 ? 2 : 8, deadline);
        size = 0;
        for (std::size_t i = 0; i < more.size(); ++i)
            size = size << 8 | byteAt(more, i);
    }
    Message message{byteAt(head, 0) & 0x0F, m_raw.bytes(size, deadline)};
    return message.opcode == Ping ? receive(deadline) : message;
}

} // namespace support

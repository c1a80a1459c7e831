// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Bodies.h"
#include "tests/support/SocketClient.h"

#include <optional>
#include <string>
#include <string_view>

namespace support {

/// An SDK, as far as a window needs one: signs in and sends text messages.
class SdkPeer final
{
public:
    SdkPeer(std::uint16_t port, std::string appKey, std::string user, const std::string& token)
        : m_client(port)
        , m_appKey(std::move(appKey))
    {
        say({msync::Command::Provision, jid(user), "$t$" + token,
             msync::encode(msync::Provision{.resource = "device"})});
        const auto answer = msync::decodeProvision(hear().payload);
        m_signedIn = answer && answer->status && answer->status->code == msync::StatusCode::Ok;
    }

    [[nodiscard]] bool isSignedIn() const { return m_signedIn; }
    /// False when it was refused.
    bool sendText(std::string_view to, std::string text)
    {
        const msync::Body body{.contents = {msync::Content{.text = std::move(text)}}};
        const msync::Meta meta{.id = ++m_lastId, .to = jid(to), .payload = msync::encode(body)};
        say({.payload = msync::encode(msync::SyncRequest{.meta = meta})});
        const auto answer = msync::decodeSyncAnswer(hear().payload);
        return answer && answer->serverId.has_value();
    }
    /// What the server closes with; 0: it does not.
    [[nodiscard]] int closeCode()
    {
        for (;;) {
            const SocketClient::Message message = m_client.receive();
            if (message.opcode != SocketClient::Binary)
                return message.closeCode();
        }
    }

private:
    [[nodiscard]] msync::Jid jid(std::string_view user) const
    {
        return {m_appKey, std::string(user), std::string(msync::kUserDomain), ""};
    }
    void say(const msync::Frame& frame) { m_client.send(msync::encode(frame)); }
    msync::Frame hear()
    {
        return msync::decodeFrame(m_client.receive(std::chrono::seconds(5)).payload).value_or(msync::Frame{});
    }

    SocketClient m_client;
    std::string m_appKey;
    std::uint64_t m_lastId = 0;
    bool m_signedIn = false;
};

} // namespace support

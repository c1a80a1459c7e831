// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Sessions.h"

#include <map>

namespace sandbox {

/// One WebSocket of an SDK: the sign-in first, then messages both ways. A frame that is none ends it.
class Session final : public local::SocketHandler
{
public:
    explicit Session(Sessions& sessions)
        : m_sessions(sessions)
    {
    }

    void opened(std::shared_ptr<local::Socket> socket) override;
    void received(std::string message, bool binary) override;
    void timePassed() override;
    void closed() override;

    /// The user ID, once signed in.
    [[nodiscard]] const std::string& username() const { return m_username; }
    [[nodiscard]] const Device& device() const { return m_device; }
    [[nodiscard]] std::int64_t sinceMs() const { return m_sinceMs; }
    [[nodiscard]] std::int64_t expiresMs() const { return m_expiresMs; } ///< 0 is for ever

    void notice(const msync::Jid& queue);
    void evict(msync::Eviction reason);
    /// Milliseconds since 1970; 0 is for ever.
    void lastUntil(std::int64_t expiresMs);

private:
    void signIn(const msync::Frame& frame);
    void refuse(msync::Status status);
    void answerUnread();
    void take(const msync::Meta& meta);
    void pull(const msync::Jid& queue, std::optional<std::uint64_t> arrived);
    void send(msync::Command command, std::string payload);
    void log(std::string_view user, std::string_view bytes, std::size_t size, bool fromClient);

    Sessions& m_sessions;
    std::shared_ptr<local::Socket> m_socket;
    std::string m_username;
    Device m_device;
    std::int64_t m_sinceMs = 0;
    std::int64_t m_expiresMs = 0;
    std::map<std::string, std::uint64_t, std::less<>> m_handedOut; // by queue: up to that id, in this session
};

} // namespace sandbox

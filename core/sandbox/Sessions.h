// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Socket.h"
#include "core/msync/Bodies.h"
#include "core/sandbox/Auth.h"
#include "core/sandbox/Call.h"
#include "core/sandbox/Surroundings.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

class Session;

/// A device that is signed in.
struct Device
{
    std::string resource;
    std::string name;
};

/// The users who are signed in over the WebSocket, one device each: a sign-in on another device ends the
/// older one. Shares State with the REST families; all on the server's thread.
class Sessions final
{
public:
    /// `surroundings` outlives it.
    Sessions(State& state, Authenticator& authenticator, Surroundings& surroundings);

    /// For a new WebSocket.
    [[nodiscard]] std::unique_ptr<local::SocketHandler> accept();

    /// The device on which that user is signed in, or nothing.
    [[nodiscard]] std::optional<Device> device(std::string_view username) const;

    /// By user ID.
    [[nodiscard]] std::vector<const Session*> all() const;

    /// Tells the user, if signed in, that something waits in that queue.
    void notify(std::string_view username, const msync::Jid& queue);

    /// Ends the user's session with the reason that the SDK shows. False when there was none.
    bool evict(std::string_view username, msync::Eviction reason);

    void evictAll(msync::Eviction reason);

    /// A renewal (GET .../token/expires): the user's session now lasts until then; 0 is for ever.
    void renew(std::string_view username, std::int64_t expiresMs);

    /// The App Key as a JID has it, org#app.
    [[nodiscard]] const std::string& appKey() const { return m_appKey; }
    [[nodiscard]] msync::Jid jid(std::string_view username) const;
    /// Of a group or room.
    [[nodiscard]] msync::Jid mucJid(std::string_view id) const;

    [[nodiscard]] State& state() { return m_state; }
    [[nodiscard]] Authenticator& authenticator() { return m_authenticator; }
    [[nodiscard]] const base::Clock& clock() const { return m_surroundings.behaviour.clock(); }
    [[nodiscard]] Surroundings& surroundings() { return m_surroundings; }

    /// Of a Session, once its sign-in has gone well.
    void signedIn(Session& session);
    void ended(Session& session);

private:
    bool end(std::string_view username, msync::Eviction reason);

    State& m_state;
    Authenticator& m_authenticator;
    Surroundings& m_surroundings;
    std::string m_appKey;
    std::map<std::string, Session*, std::less<>> m_byUser;
};

} // namespace sandbox

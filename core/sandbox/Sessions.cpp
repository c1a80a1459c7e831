// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Sessions.h"

#include "core/sandbox/PresenceEvents.h"
#include "core/sandbox/Session.h"

namespace sandbox {

Sessions::Sessions(State& state, Authenticator& authenticator, Surroundings& surroundings)
    : m_state(state)
    , m_authenticator(authenticator)
    , m_surroundings(surroundings)
    , m_appKey(state.application.appKey())
{
}

std::unique_ptr<local::SocketHandler> Sessions::accept()
{
    return std::make_unique<Session>(*this);
}

std::optional<Device> Sessions::device(std::string_view username) const
{
    const auto found = m_byUser.find(username);
    if (found == m_byUser.end())
        return std::nullopt;
    return found->second->device();
}

std::vector<const Session*> Sessions::all() const
{
    std::vector<const Session*> sessions;
    for (const auto& [user, session] : m_byUser)
        sessions.push_back(session);
    return sessions;
}

void Sessions::notify(std::string_view username, const msync::Jid& queue)
{
    if (const auto found = m_byUser.find(username); found != m_byUser.end())
        found->second->notice(queue);
}

bool Sessions::evict(std::string_view username, msync::Eviction reason)
{
    if (!end(username, reason))
        return false;
    PresenceEvents(*this).signedOut(username); // the client may take its time to close
    return true;
}

bool Sessions::end(std::string_view username, msync::Eviction reason)
{
    const auto found = m_byUser.find(username);
    if (found == m_byUser.end())
        return false;
    Session& session = *found->second;
    m_byUser.erase(found);
    session.evict(reason);
    return true;
}

void Sessions::evictAll(msync::Eviction reason)
{
    while (!m_byUser.empty())
        evict(std::string(m_byUser.begin()->first), reason);
}

void Sessions::renew(std::string_view username, std::int64_t expiresMs)
{
    if (const auto found = m_byUser.find(username); found != m_byUser.end())
        found->second->lastUntil(expiresMs);
}

msync::Jid Sessions::jid(std::string_view username) const
{
    return {m_appKey, std::string(username), std::string(msync::kUserDomain), ""};
}

msync::Jid Sessions::mucJid(std::string_view id) const
{
    return {m_appKey, std::string(id), std::string(msync::kGroupDomain), ""};
}

/// Two pages of one browser have the same resource, so the same device again is a newer session like any
/// other.
void Sessions::signedIn(Session& session)
{
    end(session.username(), msync::Eviction::SignedInElsewhere);
    m_byUser.insert_or_assign(session.username(), &session);
    m_state.mucs.connectionChanged(session.username(), true, clock().nowMs());
    PresenceEvents(*this).signedIn(session.username(), session.device().resource);
}

/// Rooms keep the place of somebody whose connection is gone for a while.
void Sessions::ended(Session& session)
{
    const auto found = m_byUser.find(session.username());
    if (found != m_byUser.end() && found->second != &session)
        return;
    if (found != m_byUser.end())
        m_byUser.erase(found);
    Transaction transaction(m_state.database);
    m_state.mucs.connectionChanged(session.username(), false, clock().nowMs());
    PresenceEvents(*this).signedOut(session.username());
    (void)transaction.commit();
}

} // namespace sandbox

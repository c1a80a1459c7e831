// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/PresenceEvents.h"

#include "core/sandbox/Post.h"

namespace sandbox {

void PresenceEvents::signedIn(std::string_view user, std::string_view resource) const
{
    m_sessions.state().presences.signedIn(user, resource, m_sessions.clock().nowMs());
    changed(user);
}

void PresenceEvents::signedOut(std::string_view user) const
{
    if (m_sessions.state().presences.signedOut(user, m_sessions.clock().nowMs()))
        changed(user);
}

void PresenceEvents::changed(std::string_view user) const
{
    State& state = m_sessions.state();
    const std::int64_t now = m_sessions.clock().nowMs();
    msync::Presence presence = state.presences.find(user);
    for (const PresenceSubscription& subscription : state.presences.subscribersOf(user, now)) {
        if (!m_sessions.device(subscription.user))
            continue;
        presence.expirySeconds = subscription.untilMs / 1000;
        Post(m_sessions)
            .announce({.id = state.messages.nextId(now),
                       .from = m_sessions.jid(user),
                       .to = m_sessions.jid(subscription.user),
                       .timestampMs = now,
                       .ns = msync::NameSpace::Notify,
                       .payload = msync::encode(presence)},
                      {subscription.user}, true);
    }
}

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Call.h"
#include "core/sandbox/Sessions.h"

namespace sandbox {

/// Of the group "Presence": what users say of themselves, and who follows whom. The app and the SDK make the
/// same calls. Nobody checks that those who are followed exist.
class PresenceFamily final
{
public:
    PresenceFamily(State& state, Sessions& sessions)
        : m_state(state)
        , m_sessions(sessions)
    {
    }

    void addTo(Operations& operations);

private:
    [[nodiscard]] Outcome publish(const Call& call, const User& user) const;
    [[nodiscard]] Outcome subscribe(const Call& call, const User& user) const;
    [[nodiscard]] Outcome get(const Call& call, const User& user) const;
    [[nodiscard]] Outcome unsubscribe(const Call& call, const User& user) const;
    [[nodiscard]] Outcome list(const Call& call, const User& user) const;

    State& m_state;
    Sessions& m_sessions;
};

} // namespace sandbox

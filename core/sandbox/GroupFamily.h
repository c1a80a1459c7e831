// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/MucCalls.h"

namespace sandbox {

/// What only groups have of the group "Chat group": making and changing one, who has joined which, the
/// attributes of members, and how the SDK's users ask each other in.
class GroupFamily final
{
public:
    GroupFamily(State& state, Sessions& sessions)
        : m_calls(state, sessions, kGroupWords)
        , m_sessions(sessions)
    {
    }

    void addTo(Operations& operations);

private:
    [[nodiscard]] Outcome create(const Call& call) const;
    [[nodiscard]] Outcome get(const Call& call) const;
    [[nodiscard]] Outcome update(const Call& call) const;
    [[nodiscard]] Outcome disable(const Call& call) const;
    [[nodiscard]] Outcome enable(const Call& call) const;
    [[nodiscard]] Outcome setDisabled(const Call& call, bool disabled) const;
    [[nodiscard]] Outcome list(const Call& call) const;
    [[nodiscard]] Outcome publicList(const Call& call) const;
    [[nodiscard]] Outcome isJoined(const Call& call) const;
    [[nodiscard]] Outcome joined(const Call& call) const;
    [[nodiscard]] Outcome joinedPage(const Call& call) const;
    [[nodiscard]] Outcome joinedCount(const Call& call) const;
    [[nodiscard]] Outcome shield(const Call& call) const;
    [[nodiscard]] Outcome unshield(const Call& call) const;
    [[nodiscard]] Outcome setShielded(const Call& call, bool shielded) const;
    [[nodiscard]] Outcome onlineCount(const Call& call) const;
    [[nodiscard]] base::JsonValue detail(const Muc& muc, const Call& call) const;

    MucCalls m_calls;
    Sessions& m_sessions;
};

} // namespace sandbox

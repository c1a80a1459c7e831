// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/MucCalls.h"

namespace sandbox {

/// What only rooms have of the group "Chat room": making and changing one, who is in which, super admins.
class RoomFamily final
{
public:
    RoomFamily(State& state, Sessions& sessions)
        : m_calls(state, sessions, kRoomWords)
    {
    }

    void addTo(Operations& operations);

private:
    [[nodiscard]] Outcome create(const Call& call) const;
    [[nodiscard]] Outcome get(const Call& call) const;
    [[nodiscard]] Outcome update(const Call& call) const;
    [[nodiscard]] Outcome list(const Call& call) const;
    [[nodiscard]] Outcome joined(const Call& call) const;
    [[nodiscard]] Outcome superAdmins(const Call& call) const;
    [[nodiscard]] Outcome addSuperAdmin(const Call& call) const;
    [[nodiscard]] Outcome removeSuperAdmin(const Call& call) const;

    MucCalls m_calls;
};

} // namespace sandbox

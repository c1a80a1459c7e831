// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/MucCalls.h"

namespace sandbox {

/// Attributes: texts by key that a group keeps of each member, and a room of itself. A user's token sets its
/// own.
class MucAttributeFamily final
{
public:
    MucAttributeFamily(State& state, Sessions& sessions)
        : m_groups(state, sessions, kGroupWords)
        , m_rooms(state, sessions, kRoomWords)
    {
    }

    void addTo(Operations& operations);

private:
    [[nodiscard]] Outcome setOfMember(const Call& call) const;
    [[nodiscard]] Outcome setOfMembers(const Call& call) const;
    [[nodiscard]] Outcome ofMember(const Call& call) const;
    [[nodiscard]] Outcome ofMembers(const Call& call) const;
    [[nodiscard]] Outcome setOfRoom(const Call& call, bool forced) const;
    [[nodiscard]] Outcome ofRoom(const Call& call) const;
    [[nodiscard]] Outcome removeOfRoom(const Call& call, bool forced) const;
    [[nodiscard]] std::optional<Fault> write(const Muc& group, const std::string& user,
                                             const base::JsonValue* values) const;

    MucCalls m_groups;
    MucCalls m_rooms;
};

} // namespace sandbox

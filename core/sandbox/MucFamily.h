// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/MucCalls.h"

namespace sandbox {

/// What the groups "Chat group" and "Chat room" both have about a whole one and its members: delete,
/// transfer, announcement, members, admins.
class MucFamily final
{
public:
    MucFamily(State& state, Sessions& sessions, const MucWords& words)
        : m_calls(state, sessions, words)
    {
    }

    void addTo(Operations& operations);

private:
    [[nodiscard]] Outcome remove(const Call& call) const;
    [[nodiscard]] Outcome transfer(const Call& call) const;
    [[nodiscard]] Outcome announcement(const Call& call) const;
    [[nodiscard]] Outcome setAnnouncement(const Call& call) const;
    [[nodiscard]] Outcome members(const Call& call) const;
    [[nodiscard]] Outcome addMember(const Call& call) const;
    [[nodiscard]] Outcome addMembers(const Call& call) const;
    [[nodiscard]] Outcome removeMember(const Call& call) const;
    [[nodiscard]] Outcome removeMembers(const Call& call) const;
    [[nodiscard]] Outcome admins(const Call& call) const;
    [[nodiscard]] Outcome addAdmin(const Call& call) const;
    [[nodiscard]] Outcome removeAdmin(const Call& call) const;
    void bringIn(const Call& call, const Muc& muc, const std::vector<std::string>& users) const;
    void takeOut(const Call& call, const Muc& muc, const std::string& user) const;

    MucCalls m_calls;
};

/// The members of a page, as answers list them: {"owner":"alice"}, {"member":"bob"}.
[[nodiscard]] base::JsonArray toAffiliations(const std::vector<Member>& members, bool withTimes);

} // namespace sandbox

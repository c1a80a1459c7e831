// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/MucCalls.h"

namespace sandbox {

/// How users ask themselves and each other into a group: the SDK's joinGroup, inviteUsersToGroup, their
/// answers, and leaveGroup. All with the tokens of users.
class GroupInviteFamily final
{
public:
    GroupInviteFamily(State& state, Sessions& sessions)
        : m_calls(state, sessions, kGroupWords)
    {
    }

    void addTo(Operations& operations);

private:
    [[nodiscard]] Outcome apply(const Call& call) const;
    [[nodiscard]] Outcome decideApplication(const Call& call) const;
    [[nodiscard]] Outcome invite(const Call& call) const;
    [[nodiscard]] Outcome decideInvitation(const Call& call) const;
    [[nodiscard]] Outcome leave(const Call& call) const;
    [[nodiscard]] std::string inviteOne(const Call& call, const Muc& muc, const std::string& user) const;

    MucCalls m_calls;
};

} // namespace sandbox

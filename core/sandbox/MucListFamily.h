// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/MucCalls.h"

namespace sandbox {

/// What groups and rooms both have about their lists: who is blocked, who is muted, and who may write where
/// all are muted.
class MucListFamily final
{
public:
    MucListFamily(State& state, Sessions& sessions, const MucWords& words)
        : m_calls(state, sessions, words)
    {
    }

    void addTo(Operations& operations);

private:
    [[nodiscard]] Outcome blocked(const Call& call) const;
    [[nodiscard]] Outcome block(const Call& call) const;
    [[nodiscard]] Outcome blockMany(const Call& call) const;
    [[nodiscard]] Outcome unblock(const Call& call) const;
    [[nodiscard]] Outcome unblockMany(const Call& call) const;
    [[nodiscard]] Outcome muted(const Call& call) const;
    [[nodiscard]] Outcome mute(const Call& call) const;
    [[nodiscard]] Outcome unmute(const Call& call) const;
    [[nodiscard]] Outcome muteAll(const Call& call) const;
    [[nodiscard]] Outcome unmuteAll(const Call& call) const;
    [[nodiscard]] Outcome allowed(const Call& call) const;
    [[nodiscard]] Outcome allow(const Call& call) const;
    [[nodiscard]] Outcome allowMany(const Call& call) const;
    [[nodiscard]] Outcome disallow(const Call& call) const;
    [[nodiscard]] Outcome isMuted(const Call& call) const;
    [[nodiscard]] Outcome isAllowed(const Call& call) const;
    [[nodiscard]] Outcome setMutedAll(const Call& call, bool muted) const;
    void putOnBlockList(const Call& call, const Muc& muc, const std::string& user) const;

    MucCalls m_calls;
};

} // namespace sandbox

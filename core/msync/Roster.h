// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Frames.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msync {

/// What happens between two users, in the SDK's numbers (agora-chat 1.4.0). Behind each the event that it
/// fires; those without one fire none. The SDK asks for all of it by REST and sends none of these.
enum class RosterOperation {
    GetRoster = 0,
    GetBlackList = 1,
    Add = 2,           ///< onContactInvited
    Remove = 3,        ///< onContactDeleted
    Accept = 4,        ///< onContactAdded
    Decline = 5,       ///< onContactRefuse
    Ban = 6,           ///< taken in silence
    Allow = 7,         ///< taken in silence
    RemoteAccept = 8,  ///< onContactAgreed
    RemoteDecline = 9, ///< onContactRefuse
};

/// The payload of a Meta in NameSpace::Roster. The SDK reads `from`, the first of `to`, and `reason` as the
/// event's `status`; it throws where `from` or `to` is missing.
struct RosterBody
{
    RosterOperation operation = RosterOperation::GetRoster;
    std::string from{};            ///< user ID: who did it
    std::vector<std::string> to{}; ///< user IDs: who is told
    std::string reason{};          ///< the inviter's words

    bool operator==(const RosterBody&) const = default;
};

[[nodiscard]] std::string encode(const RosterBody& body, std::string_view appKey);
/// Nothing also for an operation that the SDK does not have.
[[nodiscard]] std::optional<RosterBody> decodeRosterBody(std::string_view payload);

} // namespace msync

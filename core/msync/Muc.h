// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Frames.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msync {

/// What happens in a group or room, in the SDK's numbers (agora-chat 1.4.0). Behind each the `operation` of
/// its onGroupEvent or onChatroomEvent; those without one fire none there.
enum class MucOperation {
    Create = 0,
    Destroy = 1,       ///< destroy
    Join = 2,          ///< up: joinChatRoom
    Leave = 3,         ///< up: leaveChatRoom
    Apply = 4,         ///< requestToJoin
    ApplyAccept = 5,   ///< acceptRequest
    ApplyDecline = 6,  ///< joinPublicGroupDeclined
    Invite = 7,        ///< inviteToJoin
    InviteAccept = 8,  ///< acceptInvite
    InviteDecline = 9, ///< rejectInvite
    Kick = 10,         ///< removeMember
    Ban = 12,
    Allow = 13,               ///< unblockMember
    Update = 14,              ///< updateInfo
    Presence = 17,            ///< memberPresence
    Absence = 18,             ///< memberAbsence
    DirectJoined = 19,        ///< directJoined
    AssignOwner = 20,         ///< changeOwner
    AddAdmin = 21,            ///< setAdmin
    RemoveAdmin = 22,         ///< removeAdmin
    AddMute = 23,             ///< muteMember
    RemoveMute = 24,          ///< unmuteMember
    UpdateAnnouncement = 25,  ///< updateAnnouncement, which reads `reason`
    DeleteAnnouncement = 26,  ///< deleteAnnouncement
    AddToAllowList = 29,      ///< addUserToAllowlist
    RemoveFromAllowList = 30, ///< removeAllowlistMember
    MuteAll = 31,             ///< muteAllMembers
    UnmuteAll = 32,           ///< unmuteAllMembers
    SetAttributes = 43, ///< updateChatRoomAttributes; settings: {"result":{"successKeys":[]},"properties":{}}
    RemoveAttributes = 44, ///< removeChatRoomAttributes; settings: {"result":{"successKeys":[]}}
    MemberAttributes = 45, ///< memberAttributesUpdate; settings: {"username":"","properties":{}}
};

/// The payload of a Meta in NameSpace::Muc. Up come Join and Leave of rooms, in a Meta whose own `to` has no
/// name; they are answered like a message.
struct MucBody
{
    std::string mucId{};
    MucOperation operation = MucOperation::Create;
    std::string from{};            ///< user ID
    std::vector<std::string> to{}; ///< user IDs: whom it is about, or who is told
    std::string reason{};
    bool isRoom = false;
    std::string mucName{};
    int memberCount = 0;    ///< of a room, where somebody came or went; 0: not said
    std::string ext{};      ///< the client's own words at Join
    std::string settings{}; ///< JSON; at Update: name, description, members_only, ...

    bool operator==(const MucBody&) const = default;
};

[[nodiscard]] std::string encode(const MucBody& body, std::string_view appKey);
/// Nothing also for an operation that the SDK does not have.
[[nodiscard]] std::optional<MucBody> decodeMucBody(std::string_view payload);

} // namespace msync

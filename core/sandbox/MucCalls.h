// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Call.h"
#include "core/sandbox/MucEvents.h"
#include "core/sandbox/Mucs.h"
#include "core/sandbox/Sessions.h"

#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

/// In what the calls of groups and of rooms differ.
struct MucWords
{
    ChatKind kind = ChatKind::Group;
    std::string_view prefix;    ///< of the catalogue ids
    std::string_view memberKey; ///< under which answers about members have the id
    std::string_view listKey;   ///< and those about the block and allow lists
    std::string_view listWord;  ///< "group" or "chatroom" in the texts of those
    int forbiddenStatus = 403;  ///< where somebody is not a member
};

inline constexpr MucWords kGroupWords{ChatKind::Group, "group.", "groupid", "groupid", "group", 403};
inline constexpr MucWords kRoomWords{ChatKind::Room, "room.", "id", "chatroomid", "chatroom", 400};

[[nodiscard]] Fault mucForbidden(std::string_view text, int status = 403);
[[nodiscard]] Fault mucInvalid(std::string_view text);
[[nodiscard]] Fault mucNotFound(std::string_view text);
[[nodiscard]] Fault mucExceeds(std::string_view text);
[[nodiscard]] Fault noSuchMuc(std::string_view id);
/// The same in the words of the calls that show one.
[[nodiscard]] Fault noMucToShow(std::string_view id);
[[nodiscard]] Fault notOnOwner();
[[nodiscard]] Fault noSuchMember(std::string_view user);

/// What the calls about groups and rooms have in common.
struct MucCalls
{
    MucCalls(State& of, Sessions& sessions, const MucWords& with)
        : state(of)
        , mucs(of.mucs)
        , events(sessions)
        , words(with)
    {
    }

    State& state;
    Mucs& mucs;
    MucEvents events;
    const MucWords& words;

    /// The group or room that the path names, if the caller may: the app always, a user with that role at
    /// least. Rooms are swept on the way.
    [[nodiscard]] tl::expected<Muc, Fault> target(const Call& call, Role least) const;

    /// The same for who brings others in: members may where it says so, else admins.
    [[nodiscard]] tl::expected<Muc, Fault> targetForInvitation(const Call& call) const;

    /// That the user is a member, and not the owner.
    [[nodiscard]] std::optional<Fault> checkMember(const Muc& muc, std::string_view user) const;

    /// The user IDs of `member` in the body, folded, each of a registered user. `most` of them, or `tooMany`.
    [[nodiscard]] tl::expected<std::vector<std::string>, Fault>
    namesOf(const Call& call, std::string_view member, std::size_t most, std::string_view tooMany) const;

    [[nodiscard]] tl::expected<std::string, Fault> registered(std::string_view name) const;
    /// That there is room for `more`, and that each may and has not yet. Nothing is changed.
    [[nodiscard]] std::optional<Fault> checkJoin(const Muc& muc, const std::vector<std::string>& users,
                                                 std::int64_t nowMs) const;
    void join(const Muc& muc, const std::string& user, std::int64_t nowMs) const;

    /// {"result":true,"action":..,"user":..,KEY:id}; with a reason it is false.
    [[nodiscard]] base::JsonObject result(const Muc& muc, std::string_view key, std::string_view action,
                                          std::string_view user, std::string_view reason = {}) const;
};

/// The user who calls; "admin" for the app.
[[nodiscard]] std::string actorOf(const Call& call);

/// Of the comma list in a path, folded.
[[nodiscard]] std::vector<std::string> namesInPath(std::string_view list);

/// Refuses more than 60, as most calls about members do.
inline constexpr std::size_t kMaxMembersACall = 60;

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/RoomDoor.h"

namespace sandbox {
namespace {

using msync::MucOperation;
using msync::Status;
using msync::StatusCode;

Delivery refused(std::string text)
{
    return {Status{StatusCode::Fail, std::move(text)}, 0};
}

} // namespace

Delivery RoomDoor::take(std::string_view from, const msync::Meta& meta)
{
    const auto body = msync::decodeMucBody(meta.payload);
    if (!body || (body->operation != MucOperation::Join && body->operation != MucOperation::Leave))
        return refused("The sandbox has not built this yet.");
    Mucs& mucs = m_sessions.state().mucs;
    mucs.sweepRooms(m_sessions.clock().nowMs());
    const auto room = mucs.find(ChatKind::Room, body->mucId);
    if (!room)
        return refused("grpID " + body->mucId + " does not exist!");
    const std::string user(from);
    return body->operation == MucOperation::Join ? enter(user, *room, *body) : leave(user, *room);
}

/// Who is there already may come in again, as after a connection that was lost.
Delivery RoomDoor::enter(const std::string& user, const Muc& room, const msync::MucBody& body)
{
    Mucs& mucs = m_sessions.state().mucs;
    const std::int64_t now = m_sessions.clock().nowMs();
    const Delivery done{Status{}, m_sessions.state().messages.nextId(now)};
    if (mucs.role(room.id, user) != Role::None)
        return done;
    if (mucs.has(room.id, MucList::Block, user, now))
        return refused("can not join this group, reason:user: " + user +
                       " is in the blacklist of group: " + room.idText());
    if (room.disabled)
        return refused("can not operate this group, reason: group is disabled");
    if (static_cast<std::int64_t>(mucs.memberCount(room.id)) >= room.maxUsers)
        return refused("group member list is full!");
    mucs.addMember(room.id, user, now);
    m_events.toMembers(room, MucOperation::Presence, user, {}, body.ext);
    return done;
}

Delivery RoomDoor::leave(const std::string& user, const Muc& room)
{
    Mucs& mucs = m_sessions.state().mucs;
    if (mucs.role(room.id, user) == Role::None)
        return refused("not in group or chatroom");
    if (room.owner != user) { // an owner is away, and stays the owner
        mucs.removeMember(room.id, user);
        m_events.toMembers(room, MucOperation::Absence, user);
    }
    return {Status{}, m_sessions.state().messages.nextId(m_sessions.clock().nowMs())};
}

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/MucFamily.h"

#include "core/base/Utf8.h"
#include "core/sandbox/Envelope.h"
#include "core/sandbox/Paging.h"

namespace sandbox {
namespace {

constexpr std::size_t kMaxAnnouncement = 512; // characters
constexpr std::size_t kMaxAdmins = 99;
constexpr std::size_t kMaxGroupPage = 100;
constexpr std::size_t kMaxRoomPage = 1000;

using msync::MucOperation;

std::string notIn(std::string_view user, const Muc& muc)
{
    return "user: " + std::string(user) + " doesn't exist in group: " + muc.idText();
}

base::JsonArray toArray(const std::vector<std::string>& names)
{
    return {names.begin(), names.end()};
}

} // namespace

base::JsonArray toAffiliations(const std::vector<Member>& members, bool withTimes)
{
    base::JsonArray out;
    for (const Member& member : members) {
        base::JsonObject entry{{member.role == Role::Owner ? "owner" : "member", member.user}};
        if (withTimes)
            entry.emplace_back("joined_time", member.joinedMs);
        out.emplace_back(std::move(entry));
    }
    return out;
}

void MucFamily::addTo(Operations& operations)
{
    const auto add = [&](std::string_view id, Outcome (MucFamily::*member)(const Call&) const) {
        operations[std::string(m_calls.words.prefix) += id] = {
            Access::User, [this, member](const Call& call) { return (this->*member)(call); }};
    };
    add("delete", &MucFamily::remove);
    add("transfer", &MucFamily::transfer);
    add("announcement.get", &MucFamily::announcement);
    add("announcement.set", &MucFamily::setAnnouncement);
    add("members", &MucFamily::members);
    add("members.add", &MucFamily::addMember);
    add("members.add.batch", &MucFamily::addMembers);
    add("members.remove", &MucFamily::removeMember);
    add("members.remove.batch", &MucFamily::removeMembers);
    add("admin.list", &MucFamily::admins);
    add("admin.add", &MucFamily::addAdmin);
    add("admin.remove", &MucFamily::removeAdmin);
}

Outcome MucFamily::remove(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Owner);
    if (!muc)
        return refuse(muc.error());
    m_calls.events.toMembers(*muc, MucOperation::Destroy, actorOf(call));
    m_calls.mucs.remove(muc->id);
    return envelope(call, {.data = base::JsonObject{{"success", true},
                                                    {std::string(m_calls.words.memberKey), muc->idText()}}});
}

/// The old owner stays, as a member.
Outcome MucFamily::transfer(const Call& call) const
{
    auto muc = m_calls.target(call, Role::Owner);
    if (!muc)
        return refuse(muc.error());
    const auto owner = m_calls.registered(call.body.text("newowner"));
    if (!owner)
        return refuse(owner.error());
    if (*owner == muc->owner)
        return refuse(mucForbidden("new owner and old owner are the same"));
    if (m_calls.mucs.role(muc->id, *owner) == Role::None) {
        if (m_calls.words.kind == ChatKind::Group)
            return refuse(mucForbidden(notIn(*owner, *muc)));
        m_calls.mucs.addMember(muc->id, *owner, call.startMs);
    }
    const std::string before = muc->owner;
    m_calls.mucs.setRole(muc->id, before, Role::Member);
    m_calls.mucs.setRole(muc->id, *owner, Role::Owner);
    muc->owner = *owner;
    muc->modifiedMs = call.startMs;
    m_calls.mucs.update(*muc);
    m_calls.events.about(*muc, MucOperation::AssignOwner, before, {*owner});
    return envelope(call, {.data = base::JsonObject{{"newowner", true}}});
}

Outcome MucFamily::announcement(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Member);
    if (!muc)
        return refuse(muc.error());
    return envelope(call, {.data = base::JsonObject{{"announcement", muc->announcement}}});
}

Outcome MucFamily::setAnnouncement(const Call& call) const
{
    auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const base::JsonValue* text = call.body.find("announcement");
    if (!text || !text->string())
        return refuse(illegalArgument("announcement is null"));
    const bool isGroup = m_calls.words.kind == ChatKind::Group;
    if (base::utf8Length(*text->string()) > kMaxAnnouncement) {
        Fault fault = mucForbidden("announce info length exceeds limit!");
        fault.error = isGroup ? "FORBIDDEN" : "forbidden_op";
        return refuse(std::move(fault));
    }
    muc->announcement = *text->string();
    muc->modifiedMs = call.startMs;
    m_calls.mucs.update(*muc);
    m_calls.events.toMembers(
        *muc, muc->announcement.empty() ? MucOperation::DeleteAnnouncement : MucOperation::UpdateAnnouncement,
        actorOf(call), muc->announcement);
    return envelope(call, {.data = base::JsonObject{{"id", muc->idText()}, {"result", true}}});
}

/// By pagenum and pagesize as documented, or by limit and cursor as the SDK asks.
Outcome MucFamily::members(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Member);
    if (!muc) {
        return refuse(muc.error().status == 404 ? noMucToShow(call.pathValueOf({"group_id", "chatroom_id"}))
                                                : muc.error());
    }
    const bool isGroup = m_calls.words.kind == ChatKind::Group;
    const auto page =
        readNumberedPage(call, isGroup ? 10 : kMaxRoomPage, isGroup ? kMaxGroupPage : kMaxRoomPage, 1,
                         isGroup ? Excess::Refused : Excess::Clipped);
    if (!page)
        return refuse(page.error());
    auto members = m_calls.mucs.members(muc->id, page->skip, page->limit + 1);
    Parts parts{.echoQuery = true};
    if (members.size() > page->limit) {
        members.pop_back();
        if (page->byCursor)
            parts.cursor = makeCursor(page->skip + page->limit);
    }
    parts.count = members.size();
    parts.data = toAffiliations(members, call.queryValue("joined_time") != nullptr);
    return envelope(call, std::move(parts));
}

Outcome MucFamily::addMember(const Call& call) const
{
    const auto muc = m_calls.targetForInvitation(call);
    if (!muc)
        return refuse(muc.error());
    const auto user = m_calls.registered(call.pathValue("username"));
    if (!user)
        return refuse(user.error());
    if (auto fault = m_calls.checkJoin(*muc, {*user}, call.startMs))
        return refuse(*std::move(fault));
    bringIn(call, *muc, {*user});
    return envelope(call, {.data = m_calls.result(*muc, m_calls.words.memberKey, "add_member", *user)});
}

Outcome MucFamily::addMembers(const Call& call) const
{
    const auto muc = m_calls.targetForInvitation(call);
    if (!muc)
        return refuse(muc.error());
    const auto users = m_calls.namesOf(call, "usernames", kMaxMembersACall,
                                       "addMembers: addMembers number more than maxSize : 60");
    if (!users)
        return refuse(users.error());
    if (auto fault = m_calls.checkJoin(*muc, *users, call.startMs))
        return refuse(*std::move(fault));
    bringIn(call, *muc, *users);
    return envelope(call, {.data = base::JsonObject{{"newmembers", toArray(*users)},
                                                    {"action", "add_member"},
                                                    {std::string(m_calls.words.memberKey), muc->idText()}}});
}

void MucFamily::bringIn(const Call& call, const Muc& muc, const std::vector<std::string>& users) const
{
    for (const std::string& user : users) {
        m_calls.join(muc, user, call.startMs);
        m_calls.events.toMembers(muc, MucOperation::Presence, user);
    }
    m_calls.events.to(muc, MucOperation::DirectJoined, actorOf(call), users);
}

void MucFamily::takeOut(const Call& call, const Muc& muc, const std::string& user) const
{
    m_calls.mucs.removeMember(muc.id, user);
    m_calls.events.to(muc, MucOperation::Kick, actorOf(call), {user});
    m_calls.events.toMembers(muc, MucOperation::Absence, user);
}

Outcome MucFamily::removeMember(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const std::string user = foldUserId(call.pathValue("username"));
    if (m_calls.words.kind == ChatKind::Room && !m_calls.state.users.find(user))
        return refuse(noSuchMember(user));
    if (auto fault = m_calls.checkMember(*muc, user))
        return refuse(*std::move(fault));
    takeOut(call, *muc, user);
    return envelope(call, {.data = m_calls.result(*muc, m_calls.words.memberKey, "remove_member", user)});
}

/// Who is no member does not keep the others in.
Outcome MucFamily::removeMembers(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const bool isGroup = m_calls.words.kind == ChatKind::Group;
    const auto users = namesInPath(call.pathValue(isGroup ? "members" : "usernames"));
    if (users.size() > kMaxMembersACall)
        return refuse(mucInvalid("kickMember: kickMembers number more than maxSize : 60"));
    base::JsonArray data;
    for (const std::string& user : users) {
        const Role role = m_calls.mucs.role(muc->id, user);
        std::string reason;
        if (role == Role::Owner)
            reason = notOnOwner().description;
        else if (isGroup && !m_calls.state.users.find(user))
            reason = "user " + user + " doesn't exist.";
        else if (role == Role::None)
            reason = notIn(user, *muc);
        else
            takeOut(call, *muc, user);
        data.emplace_back(m_calls.result(*muc, m_calls.words.memberKey, "remove_member", user, reason));
    }
    return envelope(call, {.data = std::move(data)});
}

Outcome MucFamily::admins(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Member);
    if (!muc)
        return refuse(muc.error());
    std::vector<std::string> names = m_calls.mucs.memberNames(muc->id, Role::Admin);
    std::erase(names, muc->owner);
    return envelope(call, {.data = toArray(names), .count = names.size()});
}

Outcome MucFamily::addAdmin(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Owner);
    if (!muc)
        return refuse(muc.error());
    const std::string user = foldUserId(call.body.text("newadmin"));
    if (user.empty())
        return refuse(mucInvalid("newadmin must be provided"));
    if (m_calls.words.kind == ChatKind::Room && !m_calls.state.users.find(user))
        return refuse(noSuchMember(user));
    const Role role = m_calls.mucs.role(muc->id, user);
    if (role == Role::None)
        return refuse(mucNotFound(notIn(user, *muc)));
    if (role == Role::Owner)
        return refuse(notOnOwner());
    if (role == Role::Member && m_calls.mucs.adminCount(muc->id) >= kMaxAdmins)
        return refuse(mucExceeds("admins size is greater than max admin size !"));
    m_calls.mucs.setRole(muc->id, user, Role::Admin);
    m_calls.events.about(*muc, MucOperation::AddAdmin, actorOf(call), {user});
    return envelope(call, {.data = base::JsonObject{{"result", "success"}, {"newadmin", user}}});
}

Outcome MucFamily::removeAdmin(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Owner);
    if (!muc)
        return refuse(muc.error());
    const bool isGroup = m_calls.words.kind == ChatKind::Group;
    const std::string user = foldUserId(call.pathValue(isGroup ? "username" : "oldadmin"));
    if (!isGroup && !m_calls.state.users.find(user))
        return refuse(noSuchMember(user));
    if (m_calls.mucs.role(muc->id, user) != Role::Admin)
        return refuse(mucForbidden("user:" + user + " is not admin of group:" + muc->idText()));
    m_calls.mucs.setRole(muc->id, user, Role::Member);
    m_calls.events.about(*muc, MucOperation::RemoveAdmin, actorOf(call), {user});
    return envelope(call, {.data = base::JsonObject{{"result", "success"}, {"oldadmin", user}}});
}

} // namespace sandbox

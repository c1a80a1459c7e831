// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/RoomFamily.h"

#include "core/sandbox/Envelope.h"
#include "core/sandbox/MucFamily.h"
#include "core/sandbox/MucFields.h"
#include "core/sandbox/Paging.h"

#include <algorithm>

namespace sandbox {
namespace {

constexpr std::size_t kMaxListPage = 100;
constexpr std::size_t kMaxJoinedPage = 1000;
constexpr std::size_t kShownMembers = 10'000;

} // namespace

void RoomFamily::addTo(Operations& operations)
{
    const auto add = [&](const char* id, Outcome (RoomFamily::*member)(const Call&) const, Access access) {
        operations[id] = {access, [this, member](const Call& call) { return (this->*member)(call); }};
    };
    add("room.create", &RoomFamily::create, Access::User);
    add("room.get", &RoomFamily::get, Access::User);
    add("room.update", &RoomFamily::update, Access::User);
    add("room.list", &RoomFamily::list, Access::User);
    add("room.joined", &RoomFamily::joined, Access::AppOrSelf);
    add("room.superadmin.list", &RoomFamily::superAdmins, Access::App);
    add("room.superadmin.add", &RoomFamily::addSuperAdmin, Access::App);
    add("room.superadmin.remove", &RoomFamily::removeSuperAdmin, Access::App);
}

/// Of the users only super admins may.
Outcome RoomFamily::create(const Call& call) const
{
    if (!call.caller.isApp && !m_calls.mucs.isSuperAdmin(call.caller.user))
        return refuse(mucForbidden("user: " + call.caller.user + " is not a super admin"));
    if (call.body.text("name").empty())
        return refuse(mucInvalid("chatroom must contain title/name field!"));
    const auto room = makeMuc(call, m_calls);
    if (!room)
        return refuse(room.error());
    return envelope(call, {.data = base::JsonObject{{"id", room->idText()}}});
}

/// Any user may look: rooms are open.
Outcome RoomFamily::get(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::None);
    if (!muc)
        return refuse(noMucToShow(call.pathValue("chatroom_id")));
    base::JsonObject data{
        {"id", muc->idText()},
        {"name", muc->name},
        {"description", muc->description},
        {"membersonly", muc->membersOnly},
        {"allowinvites", muc->allowInvites},
        {"maxusers", muc->maxUsers},
        {"owner", muc->owner},
        {"created", muc->createdMs},
        {"custom", muc->custom},
        {"mute", muc->mutedAll},
        {"affiliations_count", m_calls.mucs.memberCount(muc->id)},
        {"affiliations", toAffiliations(m_calls.mucs.members(muc->id, 0, kShownMembers), false)},
        {"public", true}};
    return envelope(call, {.data = base::JsonArray{std::move(data)}, .count = 1});
}

Outcome RoomFamily::update(const Call& call) const
{
    auto muc = m_calls.target(call, Role::Owner);
    if (!muc)
        return refuse(muc.error());
    return changeMuc(call, m_calls, *std::move(muc));
}

/// By limit and cursor as documented, or by pagenum and pagesize as the SDK asks.
Outcome RoomFamily::list(const Call& call) const
{
    const bool numbered = call.queryValue("pagenum") || call.queryValue("pagesize");
    const auto page = readPageQuery(call);
    const auto byNumber = readNumberedPage(call, 10, kMaxListPage);
    if (!page || !byNumber)
        return refuse(page ? byNumber.error() : page.error());
    const std::size_t limit = numbered ? byNumber->limit : page->limit;
    auto mucs = numbered ? m_calls.mucs.page(ChatKind::Room, 0, byNumber->skip + limit + 1)
                         : m_calls.mucs.page(ChatKind::Room, page->after, limit + 1);
    if (numbered)
        mucs.erase(mucs.begin(),
                   mucs.begin() + static_cast<std::ptrdiff_t>(std::min(byNumber->skip, mucs.size())));
    Parts parts{.echoQuery = true};
    if (mucs.size() > limit) {
        mucs.pop_back();
        if (!numbered)
            parts.cursor = makeCursor(mucs.back().id);
    }
    base::JsonArray data;
    for (const Muc& muc : mucs)
        data.emplace_back(base::JsonObject{{"affiliations_count", m_calls.mucs.memberCount(muc.id)},
                                           {"disabled", muc.disabled},
                                           {"id", muc.idText()},
                                           {"name", muc.name},
                                           {"owner", muc.owner}});
    parts.count = data.size();
    parts.data = std::move(data);
    return envelope(call, std::move(parts));
}

/// `detail=true` is the SDK's, with field names of its own.
Outcome RoomFamily::joined(const Call& call) const
{
    const auto user = m_calls.registered(call.pathValue("username"));
    const auto page =
        readNumberedPage(call, call.queryValue("pagenum") ? kMaxJoinedPage : 500, kMaxJoinedPage);
    if (!user || !page)
        return refuse(user ? page.error() : user.error());
    m_calls.mucs.sweepRooms(call.startMs);
    const bool detail = call.queryValue("detail") != nullptr;
    base::JsonArray data;
    for (const Muc& muc : m_calls.mucs.joined(ChatKind::Room, *user, page->skip, page->limit)) {
        base::JsonObject entry{{"id", muc.idText()}, {detail ? "title" : "name", muc.name}};
        if (detail) {
            entry.emplace_back("owner", call.application.appKey() + "_" + muc.owner);
            entry.emplace_back("created", muc.createdMs);
            entry.emplace_back("description", muc.description);
            entry.emplace_back("max_users", muc.maxUsers);
        }
        data.emplace_back(std::move(entry));
    }
    const std::size_t count = data.size();
    return envelope(call, {.data = std::move(data), .count = count});
}

Outcome RoomFamily::superAdmins(const Call& call) const
{
    const auto page = readNumberedPage(call, 10, kMaxJoinedPage);
    if (!page)
        return refuse(page.error());
    const auto names = m_calls.mucs.superAdmins(page->skip, page->limit);
    return envelope(call, {.data = base::JsonArray(names.begin(), names.end()), .count = names.size()});
}

Outcome RoomFamily::addSuperAdmin(const Call& call) const
{
    const auto user = m_calls.registered(call.body.text("superadmin"));
    if (!user)
        return refuse(user.error());
    m_calls.mucs.addSuperAdmin(*user);
    return envelope(call, {.data = base::JsonObject{{"result", "success"}, {"resource", ""}}});
}

Outcome RoomFamily::removeSuperAdmin(const Call& call) const
{
    const auto user = m_calls.registered(call.pathValue("superAdmin"));
    if (!user)
        return refuse(user.error());
    m_calls.mucs.removeSuperAdmin(*user);
    return envelope(call,
                    {.data = base::JsonObject{{"newSuperAdmin", *user}, {"resource", ""}}}); // documented so
}

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/GroupFamily.h"

#include "core/sandbox/Envelope.h"
#include "core/sandbox/MucFamily.h"
#include "core/sandbox/MucFields.h"
#include "core/sandbox/Paging.h"

#include <algorithm>

namespace sandbox {
namespace {

constexpr std::size_t kMaxAskedFor = 100;
constexpr std::size_t kShownMembers = 10'000;
constexpr std::size_t kMaxListPage = 1000;
constexpr std::size_t kMaxJoinedPage = 20;

using msync::MucOperation;

std::string roleWord(Role role)
{
    return role == Role::Owner ? "owner" : role == Role::Admin ? "admin" : "member";
}

} // namespace

void GroupFamily::addTo(Operations& operations)
{
    const auto add = [&](const char* id, Outcome (GroupFamily::*member)(const Call&) const, Access access) {
        operations[id] = {access, [this, member](const Call& call) { return (this->*member)(call); }};
    };
    add("group.create", &GroupFamily::create, Access::User);
    add("group.get", &GroupFamily::get, Access::User);
    add("group.update", &GroupFamily::update, Access::User);
    add("group.disable", &GroupFamily::disable, Access::App);
    add("group.enable", &GroupFamily::enable, Access::App);
    add("group.list", &GroupFamily::list, Access::App);
    add("sdk.getPublicGroups", &GroupFamily::publicList, Access::User);
    add("group.is_joined", &GroupFamily::isJoined, Access::AppOrSelf);
    add("group.joined", &GroupFamily::joined, Access::AppOrSelf);
    add("group.joined.page", &GroupFamily::joinedPage, Access::AppOrSelf);
    add("sdk.getJoinedGroupsCount", &GroupFamily::joinedCount, Access::AppOrSelf);
    add("sdk.blockGroupMessage", &GroupFamily::shield, Access::User);
    add("sdk.unblockGroupMessage", &GroupFamily::unshield, Access::User);
    add("presence.group.online", &GroupFamily::onlineCount, Access::App);
}

/// `public` is required, as the service does. A user makes groups of their own only.
Outcome GroupFamily::create(const Call& call) const
{
    const base::JsonValue* isPublic = call.body.find("public");
    if (!isPublic || !isPublic->boolean())
        return refuse(mucInvalid("group must contain public field!"));
    const auto group = makeMuc(call, m_calls);
    if (!group)
        return refuse(group.error());
    return envelope(call, {.data = base::JsonObject{{"groupid", group->idText()}}});
}

base::JsonValue GroupFamily::detail(const Muc& muc, const Call& call) const
{
    const bool times = call.queryValue("joined_time") != nullptr;
    base::JsonObject out{
        {"id", muc.idText()},
        {"name", muc.name},
        {"avatar", muc.avatar},
        {"description", muc.description},
        {"membersonly", muc.membersOnly},
        {"allowinvites", muc.allowInvites},
        {"maxusers", muc.maxUsers},
        {"owner", muc.owner},
        {"created", muc.createdMs},
        {"custom", muc.custom},
        {"mute", muc.mutedAll},
        {"affiliations_count", m_calls.mucs.memberCount(muc.id)},
        {"disabled", muc.disabled},
        {"affiliations", toAffiliations(m_calls.mucs.members(muc.id, 0, kShownMembers), times)},
        {"public", muc.isPublic}};
    if (!call.caller.isApp)
        out.emplace_back("shieldgroup", m_calls.mucs.isShielded(muc.id, call.caller.user));
    return out;
}

/// Several at once, by commas; unknown ones among known ones are left out. A user sees public groups, and
/// those that they are in.
Outcome GroupFamily::get(const Call& call) const
{
    std::vector<std::string> ids = namesInPath(call.pathValue("group_ids"));
    if (ids.size() > kMaxAskedFor)
        return refuse(mucInvalid("groupIds size is more than max limit : 100"));
    base::JsonArray data;
    for (const std::string& id : ids) {
        const auto muc = m_calls.mucs.find(ChatKind::Group, id);
        if (!muc)
            continue;
        const bool may =
            call.caller.isApp || muc->isPublic || m_calls.mucs.role(muc->id, call.caller.user) != Role::None;
        if (!may)
            return refuse(
                mucForbidden("user: " + call.caller.user + " is not a member of the private group: " + id));
        data.push_back(detail(*muc, call));
    }
    if (data.empty())
        return refuse(noSuchMuc(call.pathValue("group_ids")));
    const std::size_t count = data.size();
    return envelope(call, {.data = std::move(data), .count = count});
}

Outcome GroupFamily::update(const Call& call) const
{
    auto muc = m_calls.target(call, Role::Owner);
    if (!muc)
        return refuse(muc.error());
    return changeMuc(call, m_calls, *std::move(muc));
}

Outcome GroupFamily::disable(const Call& call) const
{
    return setDisabled(call, true);
}

Outcome GroupFamily::enable(const Call& call) const
{
    return setDisabled(call, false);
}

Outcome GroupFamily::setDisabled(const Call& call, bool disabled) const
{
    auto muc = m_calls.target(call, Role::Owner);
    if (!muc)
        return refuse(muc.error());
    muc->disabled = disabled;
    m_calls.mucs.update(*muc);
    return envelope(call, {.data = base::JsonObject{{"disabled", disabled}}});
}

Outcome GroupFamily::list(const Call& call) const
{
    const auto page = readPageQuery(call);
    if (!page)
        return refuse(page.error());
    auto mucs = m_calls.mucs.page(ChatKind::Group, page->after, page->limit + 1);
    Parts parts{.echoQuery = true};
    if (mucs.size() > page->limit) {
        mucs.pop_back();
        parts.cursor = makeCursor(mucs.back().id);
    }
    base::JsonArray data;
    for (const Muc& muc : mucs)
        data.emplace_back(base::JsonObject{{"owner", call.application.appKey() + "_" + muc.owner},
                                           {"groupid", muc.idText()},
                                           {"affiliations", m_calls.mucs.memberCount(muc.id)},
                                           {"type", "group"},
                                           {"lastModified", std::to_string(muc.modifiedMs)},
                                           {"groupname", muc.name}});
    parts.count = data.size();
    parts.data = std::move(data);
    return envelope(call, std::move(parts));
}

Outcome GroupFamily::publicList(const Call& call) const
{
    const auto page = readPageQuery(call, 10, kMaxListPage);
    if (!page)
        return refuse(page.error());
    auto mucs = m_calls.mucs.page(ChatKind::Group, page->after, page->limit + 1, true);
    const bool more = mucs.size() > page->limit;
    if (more)
        mucs.pop_back();
    base::JsonArray data;
    for (const Muc& muc : mucs)
        data.emplace_back(base::JsonObject{{"groupid", muc.idText()}, {"groupname", muc.name}});
    Parts parts{.data = std::move(data)};
    if (more)
        parts.cursor = makeCursor(mucs.back().id);
    return envelope(call, std::move(parts));
}

/// False for a user or a group that is not there, too.
Outcome GroupFamily::isJoined(const Call& call) const
{
    const auto muc = m_calls.mucs.find(ChatKind::Group, call.pathValue("group_id"));
    const auto user = m_calls.state.users.find(call.pathValue("username"));
    const bool joined = muc && user && m_calls.mucs.role(muc->id, user->username) != Role::None;
    return envelope(call, {.data = joined});
}

Outcome GroupFamily::joined(const Call& call) const
{
    const auto user = m_calls.registered(call.pathValue("username"));
    const auto page = readNumberedPage(call, call.caller.isApp ? 5 : kMaxListPage,
                                       call.caller.isApp ? kMaxJoinedPage : kMaxListPage, 1, Excess::Clipped);
    if (!user || !page)
        return refuse(user ? page.error() : user.error());
    base::JsonArray data;
    for (const Muc& muc : m_calls.mucs.joined(ChatKind::Group, *user, page->skip, page->limit))
        data.emplace_back(base::JsonObject{{"groupid", muc.idText()}, {"groupname", muc.name}});
    const std::size_t count = data.size();
    return envelope(call, {.data = std::move(data), .count = count, .echoQuery = true});
}

/// Pages count from 0 here.
Outcome GroupFamily::joinedPage(const Call& call) const
{
    const auto user = m_calls.registered(call.pathValue("username"));
    const auto page = readNumberedPage(call, 5, kMaxJoinedPage, 0, Excess::Clipped);
    if (!user || !page)
        return refuse(user ? page.error() : user.error());
    base::JsonArray entities;
    for (const Muc& muc : m_calls.mucs.joined(ChatKind::Group, *user, page->skip, page->limit)) {
        base::JsonObject entity{{"name", muc.name},
                                {"owner", muc.owner},
                                {"id", muc.idText()},
                                {"groupId", muc.idText()},
                                {"description", muc.description},
                                {"disabled", muc.disabled},
                                {"public", muc.isPublic},
                                {"allowinvites", muc.allowInvites},
                                {"membersonly", muc.membersOnly},
                                {"maxusers", muc.maxUsers},
                                {"created", muc.createdMs}};
        if (call.queryValue("needAffiliations"))
            entity.emplace_back("affiliations_count", m_calls.mucs.memberCount(muc.id));
        if (call.queryValue("needRole"))
            entity.emplace_back("permission", roleWord(m_calls.mucs.role(muc.id, *user)));
        entities.emplace_back(std::move(entity));
    }
    base::JsonObject out = envelope(call, {.entities = std::move(entities)});
    out.emplace_back("total", m_calls.mucs.joinedCount(ChatKind::Group, *user));
    return out;
}

Outcome GroupFamily::joinedCount(const Call& call) const
{
    const auto user = m_calls.registered(call.pathValue("username"));
    if (!user)
        return refuse(user.error());
    return envelope(call, {.data = m_calls.mucs.joinedCount(ChatKind::Group, *user)});
}

Outcome GroupFamily::shield(const Call& call) const
{
    return setShielded(call, true);
}

Outcome GroupFamily::unshield(const Call& call) const
{
    return setShielded(call, false);
}

Outcome GroupFamily::setShielded(const Call& call, bool shielded) const
{
    const auto muc = m_calls.target(call, Role::Member);
    if (!muc)
        return refuse(muc.error());
    m_calls.mucs.setShielded(muc->id, call.caller.user, shielded);
    return envelope(call, {.data = base::JsonObject{{"result", true},
                                                    {"action", shielded ? "shield" : "unshield"},
                                                    {"user", call.caller.user},
                                                    {"groupid", muc->idText()}}});
}

Outcome GroupFamily::onlineCount(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Member);
    if (!muc)
        return refuse(muc.error());
    const std::string_view type = call.pathValue("query_type");
    if (type != "0" && type != "1")
        return refuse(illegalArgument("Type must be 0 or 1."));
    const auto members = m_calls.mucs.memberNames(muc->id);
    const auto online = std::count_if(members.begin(), members.end(), [&](const std::string& name) {
        return m_sessions.device(name).has_value();
    });
    return base::JsonObject{{"result", online}};
}

} // namespace sandbox

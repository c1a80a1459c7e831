// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/MucListFamily.h"

#include "core/sandbox/Envelope.h"
#include "core/sandbox/Paging.h"

namespace sandbox {
namespace {

constexpr std::size_t kUsualBlockPage = 50;
constexpr std::size_t kAllBlocked = 500;

using msync::MucOperation;

base::JsonArray namesOf(const std::vector<Listed>& entries)
{
    base::JsonArray names;
    for (const Listed& entry : entries)
        names.emplace_back(entry.user);
    return names;
}

/// `usernames` of the body, as many as a call may name.
tl::expected<std::vector<std::string>, Fault> usersOf(const Call& call, std::string_view tooMany)
{
    auto users = foldedNames(call.body.find("usernames"));
    if (!users)
        return refuse(mucInvalid("usernames must be provided"));
    if (users->size() > kMaxMembersACall)
        return refuse(mucInvalid(tooMany));
    return *std::move(users);
}

/// The SDK's word for where its user is asked about.
std::string userOf(const Call& call)
{
    return foldUserId(call.pathValueOf({"username", "user_name"}));
}

} // namespace

void MucListFamily::addTo(Operations& operations)
{
    const auto add = [&](const std::string& id, Outcome (MucListFamily::*member)(const Call&) const) {
        operations[id] = {Access::User, [this, member](const Call& call) { return (this->*member)(call); }};
    };
    const std::string prefix(m_calls.words.prefix);
    add(prefix + "block.list", &MucListFamily::blocked);
    add(prefix + "block.add", &MucListFamily::block);
    add(prefix + "block.add.batch", &MucListFamily::blockMany);
    add(prefix + "block.remove", &MucListFamily::unblock);
    add(prefix + "block.remove.batch", &MucListFamily::unblockMany);
    add(prefix + "mute.list", &MucListFamily::muted);
    add(prefix + "mute.add", &MucListFamily::mute);
    add(prefix + "mute.remove", &MucListFamily::unmute);
    add(prefix + "mute.all", &MucListFamily::muteAll);
    add(prefix + "mute.all.off", &MucListFamily::unmuteAll);
    add(prefix + "allow.list", &MucListFamily::allowed);
    add(prefix + "allow.add", &MucListFamily::allow);
    add(prefix + "allow.add.batch", &MucListFamily::allowMany);
    add(prefix + "allow.remove", &MucListFamily::disallow);
    const bool isGroup = m_calls.words.kind == ChatKind::Group;
    add(isGroup ? "sdk.isInGroupMutelist" : "sdk.isInChatRoomMutelist", &MucListFamily::isMuted);
    add(isGroup ? "sdk.isGroupWhiteUser" : "sdk.isChatRoomWhiteUser", &MucListFamily::isAllowed);
}

/// Without parameters the latest 500; with pageSize (50 at most) and cursor page by page.
Outcome MucListFamily::blocked(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const bool paged = call.queryValue("pageSize") || call.queryValue("cursor");
    const auto page = readPageQuery(call, paged ? kUsualBlockPage : kAllBlocked, kAllBlocked, "pageSize");
    if (!page)
        return refuse(page.error());
    auto entries = m_calls.mucs.listed(muc->id, MucList::Block, call.startMs, page->after, page->limit + 1);
    Parts parts;
    if (entries.size() > page->limit) {
        entries.pop_back();
        parts.cursor = makeCursor(entries.back().serial);
    }
    parts.count = entries.size();
    parts.data = namesOf(entries);
    return envelope(call, std::move(parts));
}

/// Who is blocked is no member any more.
void MucListFamily::putOnBlockList(const Call& call, const Muc& muc, const std::string& user) const
{
    m_calls.mucs.removeMember(muc.id, user);
    m_calls.mucs.put(muc.id, MucList::Block, user);
    m_calls.events.to(muc, MucOperation::Ban, actorOf(call), {user});
    m_calls.events.toMembers(muc, MucOperation::Absence, user);
}

Outcome MucListFamily::block(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const std::string user = foldUserId(call.pathValue("username"));
    if (auto fault = m_calls.checkMember(*muc, user))
        return refuse(*std::move(fault));
    putOnBlockList(call, *muc, user);
    return envelope(call, {.data = m_calls.result(*muc, m_calls.words.listKey, "add_blocks", user)});
}

Outcome MucListFamily::blockMany(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const auto users = usersOf(call, "userNames is more than max limit : 60");
    if (!users)
        return refuse(users.error());
    base::JsonArray data;
    for (const std::string& user : *users) {
        const Role role = m_calls.mucs.role(muc->id, user);
        std::string reason;
        if (role == Role::Owner)
            reason = notOnOwner().description;
        else if (role == Role::None)
            reason = "user: " + user + " doesn't exist in " + std::string(m_calls.words.listWord) + ": " +
                     muc->idText();
        else
            putOnBlockList(call, *muc, user);
        data.emplace_back(m_calls.result(*muc, m_calls.words.listKey, "add_blocks", user, reason));
    }
    return envelope(call, {.data = std::move(data)});
}

Outcome MucListFamily::unblock(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const std::string user = foldUserId(call.pathValue("username"));
    if (m_calls.mucs.take(muc->id, MucList::Block, user))
        m_calls.events.to(*muc, MucOperation::Allow, actorOf(call), {user});
    return envelope(call, {.data = m_calls.result(*muc, m_calls.words.listKey, "remove_blocks", user)});
}

Outcome MucListFamily::unblockMany(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    base::JsonArray data;
    for (const std::string& user : namesInPath(call.pathValue("usernames"))) {
        if (m_calls.mucs.take(muc->id, MucList::Block, user))
            m_calls.events.to(*muc, MucOperation::Allow, actorOf(call), {user});
        data.emplace_back(m_calls.result(*muc, m_calls.words.listKey, "remove_blocks", user));
    }
    return envelope(call, {.data = std::move(data)});
}

Outcome MucListFamily::muted(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    base::JsonArray data;
    for (const Listed& entry : m_calls.mucs.listed(muc->id, MucList::Mute, call.startMs))
        data.emplace_back(base::JsonObject{{"expire", entry.untilMs}, {"user", entry.user}});
    return envelope(call, {.action = "post", .data = std::move(data)}); // documented so
}

Outcome MucListFamily::mute(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const auto users = usersOf(call, "userNames size is more than max limit : 60");
    if (!users)
        return refuse(users.error());
    const base::JsonValue* duration = call.body.find("mute_duration");
    const auto ms = duration ? duration->integer() : std::nullopt;
    if (!ms || *ms < -1 || *ms == 0)
        return refuse(mucInvalid("mute_duration must be a number of milliseconds, or -1"));
    const bool forEver = *ms == -1 || *ms > Mucs::kForeverMs - call.startMs;
    const std::int64_t until = forEver ? Mucs::kForeverMs : call.startMs + *ms;
    for (const std::string& user : *users) {
        if (auto fault = m_calls.checkMember(*muc, user))
            return refuse(*std::move(fault));
    }
    base::JsonArray data;
    for (const std::string& user : *users) {
        m_calls.mucs.put(muc->id, MucList::Mute, user, until);
        data.emplace_back(base::JsonObject{{"result", true}, {"expire", until}, {"user", user}});
    }
    m_calls.events.about(*muc, MucOperation::AddMute, actorOf(call), *users,
                         base::JsonValue(base::JsonObject{{"user_mute_time", until}}).toJson());
    return envelope(call, {.data = std::move(data)});
}

Outcome MucListFamily::unmute(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const auto users = namesInPath(call.pathValueOf({"member", "username"}));
    if (users.size() > kMaxMembersACall)
        return refuse(mucInvalid("removeMute member size more than max limit : 60"));
    base::JsonArray data;
    for (const std::string& user : users) {
        m_calls.mucs.take(muc->id, MucList::Mute, user);
        data.emplace_back(base::JsonObject{{"result", true}, {"user", user}});
    }
    m_calls.events.about(*muc, MucOperation::RemoveMute, actorOf(call), users);
    return envelope(call, {.data = std::move(data)});
}

Outcome MucListFamily::muteAll(const Call& call) const
{
    return setMutedAll(call, true);
}

Outcome MucListFamily::unmuteAll(const Call& call) const
{
    return setMutedAll(call, false);
}

Outcome MucListFamily::setMutedAll(const Call& call, bool muted) const
{
    auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    muc->mutedAll = muted;
    m_calls.mucs.update(*muc);
    m_calls.events.toMembers(*muc, muted ? MucOperation::MuteAll : MucOperation::UnmuteAll, actorOf(call));
    return envelope(call, {.action = "put", .data = base::JsonObject{{"mute", muted}}}); // documented so
}

Outcome MucListFamily::allowed(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const auto entries = m_calls.mucs.listed(muc->id, MucList::Allow, call.startMs);
    return envelope(call, {.data = namesOf(entries), .count = entries.size()});
}

Outcome MucListFamily::allow(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const std::string user = foldUserId(call.pathValue("username"));
    if (auto fault = m_calls.checkMember(*muc, user))
        return refuse(*std::move(fault));
    m_calls.mucs.put(muc->id, MucList::Allow, user);
    m_calls.events.about(*muc, MucOperation::AddToAllowList, actorOf(call), {user});
    return envelope(call, {.data = m_calls.result(*muc, m_calls.words.listKey, "add_user_whitelist", user)});
}

Outcome MucListFamily::allowMany(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const auto users = usersOf(call, "usernames size is more than max limit : 60");
    if (!users)
        return refuse(users.error());
    base::JsonArray data;
    for (const std::string& user : *users) {
        if (auto fault = m_calls.checkMember(*muc, user))
            return refuse(*std::move(fault));
        m_calls.mucs.put(muc->id, MucList::Allow, user);
        data.emplace_back(m_calls.result(*muc, m_calls.words.listKey, "add_user_whitelist", user));
    }
    m_calls.events.about(*muc, MucOperation::AddToAllowList, actorOf(call), *users);
    return envelope(call, {.data = std::move(data)});
}

Outcome MucListFamily::disallow(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const auto users = namesInPath(call.pathValueOf({"username", "user_name"}));
    if (users.size() > kMaxMembersACall)
        return refuse(mucInvalid("removeWhitelist size is more than max limit : 60"));
    base::JsonArray data;
    for (const std::string& user : users) {
        m_calls.mucs.take(muc->id, MucList::Allow, user);
        data.emplace_back(m_calls.result(*muc, m_calls.words.listKey, "remove_user_whitelist", user));
    }
    m_calls.events.about(*muc, MucOperation::RemoveFromAllowList, actorOf(call), users);
    return envelope(call, {.data = std::move(data)});
}

Outcome MucListFamily::isMuted(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Member);
    if (!muc)
        return refuse(muc.error());
    const bool muted = m_calls.mucs.has(muc->id, MucList::Mute, userOf(call), call.startMs);
    return envelope(call, {.data = muted});
}

Outcome MucListFamily::isAllowed(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Member);
    if (!muc)
        return refuse(muc.error());
    const bool listed = m_calls.mucs.has(muc->id, MucList::Allow, userOf(call), call.startMs);
    return envelope(call, {.data = base::JsonObject{{"member", userOf(call)}, {"white", listed}}});
}

} // namespace sandbox

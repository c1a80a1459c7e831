// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/BlockFamily.h"

#include "core/sandbox/ContactCalls.h"
#include "core/sandbox/Envelope.h"
#include "core/sandbox/Paging.h"
#include "core/sandbox/UserFamily.h"

#include <algorithm>
#include <utility>

namespace sandbox {
namespace {

constexpr std::size_t kMaxAtOnce = 50;
constexpr std::size_t kUsualPage = 50;
constexpr std::string_view kNoNames = "usernames must be a list of 1 to 50 user IDs";
constexpr std::string_view kOwner = "owner_username";

} // namespace

void BlockFamily::addTo(Operations& operations)
{
    operations["block.add"] = {Access::App, [this](const Call& call) { return add(call, kOwner); }};
    operations["block.list"] = {Access::AppOrSelf, [this](const Call& call) { return list(call); }, kOwner};
    operations["block.remove"] = {Access::App, [this](const Call& call) { return remove(call); }};
    operations["sdk.addToBlackList"] = {Access::AppOrSelf,
                                        [this](const Call& call) { return add(call, "username"); }};
    operations["sdk.removeFromBlackList"] = {Access::AppOrSelf,
                                             [this](const Call& call) { return removeMany(call); }};
}

/// The answer names those who are on the list now; who does not exist is left out.
Outcome BlockFamily::add(const Call& call, std::string_view ownerName) const
{
    const auto owner = userInPath(m_state, call, ownerName);
    if (!owner)
        return refuse(owner.error());
    auto names = namesIn(call.body.find("usernames"), kMaxAtOnce, kNoNames);
    if (!names)
        return refuse(names.error());
    Contacts& contacts = m_state.contacts;
    base::JsonArray data;
    for (const std::string& name : *names) {
        const auto user = m_state.users.find(name);
        if (!user)
            continue;
        if (user->username == owner->username)
            return refuse(illegalArgument("users cannot block themselves"));
        if (!contacts.isBlocked(owner->username, user->username) &&
            contacts.blockedCount(owner->username) >= Contacts::kMaxBlocked)
            return refuse(exceedsLimit("user blacklist number exceed limit"));
        contacts.block(owner->username, user->username);
        data.emplace_back(user->username);
    }
    return envelope(call, {.data = std::move(data)});
}

/// Without pageSize and cursor the newest 500, which is all.
Outcome BlockFamily::list(const Call& call) const
{
    const auto owner = userInPath(m_state, call, kOwner);
    if (!owner)
        return refuse(owner.error());
    const bool paged = call.queryValue("pageSize") || call.queryValue("cursor");
    const auto page = readPageQuery(call, paged ? kUsualPage : Contacts::kMaxBlocked, kUsualPage, "pageSize");
    if (!page)
        return refuse(page.error());
    auto blocked = m_state.contacts.blocked(owner->username, page->after, page->limit + 1);
    Parts parts;
    if (blocked.size() > page->limit) {
        blocked.pop_back();
        parts.cursor = makeCursor(blocked.back().serial);
    }
    parts.data = namesOf(blocked);
    parts.count = blocked.size();
    return envelope(call, std::move(parts));
}

Outcome BlockFamily::remove(const Call& call) const
{
    const auto owner = userInPath(m_state, call, kOwner);
    const auto user = userInPath(m_state, call, "blocked_username");
    if (!owner || !user)
        return refuse(noSuchResource());
    m_state.contacts.unblock(owner->username, user->username);
    return envelope(call, {.entities = base::JsonArray{toEntity(*user)}, .at = pathOf(*owner, "blocks")});
}

Outcome BlockFamily::removeMany(const Call& call) const
{
    const auto owner = userInPath(m_state, call, "username");
    if (!owner)
        return refuse(owner.error());
    const auto names = namesIn(call.body.find("usernames"), kMaxAtOnce, kNoNames);
    if (!names)
        return refuse(names.error());
    base::JsonArray data;
    for (const std::string& name : *names) {
        m_state.contacts.unblock(owner->username, name);
        data.emplace_back(name);
    }
    return envelope(call, {.data = std::move(data)});
}

} // namespace sandbox

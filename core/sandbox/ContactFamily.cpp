// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/ContactFamily.h"

#include "core/base/Utf8.h"
#include "core/sandbox/ContactCalls.h"
#include "core/sandbox/Envelope.h"
#include "core/sandbox/Paging.h"
#include "core/sandbox/Post.h"
#include "core/sandbox/UserFamily.h"

#include <charconv>
#include <utility>

namespace sandbox {
namespace {

using msync::RosterOperation;

constexpr std::size_t kMaxRemark = 100; // characters
constexpr std::size_t kMaxImport = 10;
constexpr std::size_t kMaxInvited = 50;
constexpr std::size_t kMaxChecked = 100;
constexpr std::size_t kUsualSdkPage = 20;
constexpr std::size_t kMaxSdkPage = 50;
constexpr std::string_view kOwner = "owner_username";
constexpr std::string_view kFriend = "friend_username";

bool saysTrue(const Call& call, std::string_view name)
{
    const std::string* value = call.queryValue(name);
    return value && *value == "true";
}

base::JsonArray entriesOf(const std::vector<Contact>& contacts, bool withRemarks)
{
    base::JsonArray entries;
    for (const Contact& contact : contacts) {
        const bool has = withRemarks && !contact.remark.empty();
        entries.emplace_back(
            base::JsonObject{{"remark", has ? base::JsonValue(contact.remark) : base::JsonValue()},
                             {"username", contact.user}});
    }
    return entries;
}

/// A page cut to its length, with the cursor of the next one if there is one.
std::optional<std::string> cursorBehind(std::vector<Contact>& contacts, std::size_t limit)
{
    if (contacts.size() <= limit)
        return std::nullopt;
    contacts.pop_back();
    return makeCursor(contacts.back().serial);
}

} // namespace

void ContactFamily::addTo(Operations& operations)
{
    const auto put = [&](const char* id, Access access, Outcome (ContactFamily::*member)(const Call&),
                         std::string_view self = "username") {
        operations[id] = {access, [this, member](const Call& call) { return (this->*member)(call); }, self};
    };
    const auto read = [&](const char* id, Access access, Outcome (ContactFamily::*member)(const Call&) const,
                          std::string_view self = "username") {
        operations[id] = {access, [this, member](const Call& call) { return (this->*member)(call); }, self};
    };
    put("contact.add", Access::App, &ContactFamily::add);
    put("contact.remove", Access::AppOrSelf, &ContactFamily::remove, kOwner);
    read("contact.list", Access::AppOrSelf, &ContactFamily::list, kOwner);
    read("contact.list.page", Access::App, &ContactFamily::page);
    put("contact.remark", Access::App, &ContactFamily::setRemark);
    put("contact.import", Access::App, &ContactFamily::import);
    read("contact.check", Access::App, &ContactFamily::check);
    put("sdk.addContact", Access::AppOrSelf, &ContactFamily::invite);
    put("sdk.acceptContactInvite", Access::AppOrSelf, &ContactFamily::accept);
    put("sdk.declineContactInvite", Access::AppOrSelf, &ContactFamily::decline);
    put("sdk.setContactRemark", Access::AppOrSelf, &ContactFamily::setRemarkForSdk);
    read("sdk.getContactsWithCursor", Access::AppOrSelf, &ContactFamily::pageForSdk);
}

ContactFamily::Paired ContactFamily::pairIn(const Call& call, std::string_view ownerName,
                                            std::string_view otherName) const
{
    const auto owner = userInPath(m_state, call, ownerName);
    const auto other = userInPath(m_state, call, otherName);
    if (!owner || !other)
        return refuse(noSuchResource());
    if (owner->username == other->username)
        return refuse(illegalArgument("users cannot be contacts of themselves"));
    return Pair{*owner, *other};
}

/// That neither list is full.
std::optional<Fault> ContactFamily::checkRoom(const std::string& inviter, const std::string& invited) const
{
    if (m_state.contacts.has(inviter, invited))
        return std::nullopt;
    if (m_state.contacts.count(inviter) >= Contacts::kMaxContacts)
        return exceedsLimit("Inviter's contact max count");
    if (m_state.contacts.count(invited) >= Contacts::kMaxContacts)
        return exceedsLimit("Invitee's contact max count");
    return std::nullopt;
}

Outcome ContactFamily::add(const Call& call)
{
    const Paired pair = pairIn(call, kOwner, kFriend);
    if (!pair)
        return refuse(pair.error());
    if (auto fault = checkRoom(pair->owner.username, pair->other.username))
        return refuse(*std::move(fault));
    if (m_state.contacts.add(pair->owner.username, pair->other.username))
        tellBoth(RosterOperation::Accept, *pair);
    return envelope(
        call, {.entities = base::JsonArray{toEntity(pair->other)}, .at = pathOf(pair->owner, "contacts")});
}

/// Who does it by the SDK knows; what the app does, both are told.
Outcome ContactFamily::remove(const Call& call)
{
    const Paired pair = pairIn(call, kOwner, kFriend);
    if (!pair)
        return refuse(pair.error());
    if (m_state.contacts.remove(pair->owner.username, pair->other.username)) {
        if (call.caller.isApp)
            tellBoth(RosterOperation::Remove, *pair);
        else
            tell(RosterOperation::Remove, pair->owner.username, pair->other.username);
    }
    return envelope(
        call, {.entities = base::JsonArray{toEntity(pair->other)}, .at = pathOf(pair->owner, "contacts")});
}

/// The SDK's getAllContacts wants them with their remarks, in `entities`.
Outcome ContactFamily::list(const Call& call) const
{
    const auto owner = userInPath(m_state, call, kOwner);
    if (!owner)
        return refuse(owner.error());
    const auto contacts = m_state.contacts.list(owner->username, 0, Contacts::kMaxContacts);
    Parts parts{.data = namesOf(contacts), .count = contacts.size()};
    if (saysTrue(call, "needReturnRemark"))
        parts.entities = entriesOf(contacts, true);
    return envelope(call, std::move(parts));
}

/// One above the most is read as it is, to be refused.
Outcome ContactFamily::page(const Call& call) const
{
    const auto owner = userInPath(m_state, call, "username");
    if (!owner)
        return refuse(owner.error());
    const auto query = readPageQuery(call);
    if (!query) // documented so for the limit
        return refuse(query.error().description.starts_with("limit") ? illegalArgument("getContacts")
                                                                     : query.error());
    auto contacts = m_state.contacts.list(owner->username, query->after, query->limit + 1);
    Parts parts;
    parts.cursor = cursorBehind(contacts, query->limit);
    parts.count = contacts.size();
    parts.data = base::JsonObject{{"contacts", entriesOf(contacts, saysTrue(call, "needReturnRemark"))}};
    return envelope(call, std::move(parts));
}

/// The SDK looks for the cursor inside `data`.
Outcome ContactFamily::pageForSdk(const Call& call) const
{
    const auto owner = userInPath(m_state, call, "username");
    if (!owner)
        return refuse(owner.error());
    const auto query = readPageQuery(call, kUsualSdkPage, kMaxSdkPage);
    if (!query)
        return refuse(query.error());
    auto contacts = m_state.contacts.list(owner->username, query->after, query->limit + 1);
    const auto cursor = cursorBehind(contacts, query->limit);
    base::JsonObject data{{"contacts", entriesOf(contacts, saysTrue(call, "needReturnRemark"))}};
    if (cursor)
        data.emplace_back("cursor", *cursor);
    return envelope(call, {.data = std::move(data)});
}

std::optional<Fault> ContactFamily::remark(const Call& call, std::string_view ownerName,
                                           std::string_view otherName)
{
    const Paired pair = pairIn(call, ownerName, otherName);
    if (!pair)
        return pair.error();
    const base::JsonValue* text = call.body.find("remark");
    if (!text || !text->string())
        return illegalArgument("remark must be provided");
    if (base::utf8Length(*text->string()) > kMaxRemark)
        return illegalArgument("remark must not have more than 100 characters");
    if (!m_state.contacts.setRemark(pair->owner.username, pair->other.username, *text->string()))
        return illegalArgument("updateRemark they are not friends, please add as a friend first.");
    return std::nullopt;
}

Outcome ContactFamily::setRemark(const Call& call)
{
    if (auto fault = remark(call, kOwner, kFriend))
        return refuse(*std::move(fault));
    base::JsonObject answer = envelope(call, {});
    answer.emplace_back("status", "ok");
    return answer;
}

Outcome ContactFamily::setRemarkForSdk(const Call& call)
{
    if (auto fault = remark(call, "username", "user_id"))
        return refuse(*std::move(fault));
    return base::JsonObject{{"status", "ok"}};
}

/// Part failure is a 200. Nobody is told unless the query asks for it.
Outcome ContactFamily::import(const Call& call)
{
    const auto owner = userInPath(m_state, call, "username");
    if (!owner)
        return refuse(owner.error());
    const auto names = namesIn(call.body.find("usernames"), kMaxImport, "request user over flow limit:10.");
    if (!names)
        return refuse(names.error());
    base::JsonArray added;
    base::JsonArray unknown;
    base::JsonArray full;
    base::JsonArray failed;
    for (const std::string& name : *names) {
        const auto user = m_state.users.find(name);
        const bool isSelf = user && user->username == owner->username;
        const bool isFull = user && checkRoom(owner->username, user->username).has_value();
        (!user ? unknown : isSelf ? failed : isFull ? full : added).emplace_back(name);
        if (!user || isSelf || isFull || !m_state.contacts.add(owner->username, user->username))
            continue;
        if (saysTrue(call, "isSendNotice"))
            tellBoth(RosterOperation::Accept, {*owner, *user});
    }
    base::JsonObject answer = envelope(call, {.data = base::JsonObject{{"UnKnowFailed", std::move(failed)},
                                                                       {"success", std::move(added)},
                                                                       {"NotExistFailed", std::move(unknown)},
                                                                       {"maxLimitFailed", std::move(full)}}});
    answer.emplace_back("status", "ok");
    return answer;
}

Outcome ContactFamily::check(const Call& call) const
{
    const std::string owner = foldUserId(call.body.text("username"));
    if (owner.empty())
        return refuse(illegalArgument("username cannot be blank"));
    const auto names =
        namesIn(call.body.find("check_list"), kMaxChecked, "check_list size must be between 1 and 100");
    if (!names)
        return refuse(names.error());
    base::JsonArray entities;
    for (const std::string& name : *names) {
        const bool isFriend = m_state.contacts.has(owner, name);
        entities.emplace_back(
            base::JsonObject{{"username", name}, {"relation", isFriend ? "friend" : "not_friend"}});
    }
    return envelope(call, {.entities = std::move(entities), .at = "/contacts/check"});
}

/// All or none. Who is a contact already is not asked again.
Outcome ContactFamily::invite(const Call& call)
{
    const auto owner = userInPath(m_state, call, "username");
    if (!owner)
        return refuse(owner.error());
    const auto names =
        namesIn(call.body.find("usernames"), kMaxInvited, "usernames must be a list of 1 to 50 user IDs");
    if (!names)
        return refuse(names.error());
    base::JsonArray data;
    for (const std::string& name : *names) {
        const auto user = m_state.users.find(name);
        if (!user)
            return refuse(noSuchResource());
        if (user->username == owner->username)
            return refuse(illegalArgument("users cannot be contacts of themselves"));
        if (auto fault = checkRoom(owner->username, user->username))
            return refuse(*std::move(fault));
        data.emplace_back(user->username);
    }
    for (const base::JsonValue& name : data) {
        if (m_state.contacts.has(owner->username, *name.string()))
            continue;
        m_state.contacts.invite(owner->username, *name.string());
        tell(RosterOperation::Add, owner->username, *name.string(), call.body.text("reason"));
    }
    return envelope(call, {.data = std::move(data)});
}

/// Who asked hears that the other agreed, and both that they have a new contact.
Outcome ContactFamily::accept(const Call& call)
{
    const Paired pair = pairIn(call, "username", "contact");
    if (!pair)
        return refuse(pair.error());
    const auto& [owner, inviter] = *pair;
    if (!m_state.contacts.takeInvitation(inviter.username, owner.username))
        return refuse(illegalArgument("there is no invitation from " + inviter.username));
    if (auto fault = checkRoom(inviter.username, owner.username))
        return refuse(*std::move(fault));
    m_state.contacts.add(inviter.username, owner.username);
    tell(RosterOperation::RemoteAccept, owner.username, inviter.username);
    tellBoth(RosterOperation::Accept, *pair);
    return base::JsonObject{{"status", "ok"}};
}

Outcome ContactFamily::decline(const Call& call)
{
    const Paired pair = pairIn(call, "username", "contact");
    if (!pair)
        return refuse(pair.error());
    if (!m_state.contacts.takeInvitation(pair->other.username, pair->owner.username))
        return refuse(illegalArgument("there is no invitation from " + pair->other.username));
    tell(RosterOperation::RemoteDecline, pair->owner.username, pair->other.username);
    return base::JsonObject{{"status", "ok"}};
}

void ContactFamily::tell(RosterOperation operation, const std::string& from, const std::string& to,
                         std::string_view reason) const
{
    const std::int64_t now = m_sessions.clock().nowMs();
    const msync::RosterBody body{operation, from, {to}, std::string(reason)};
    Post(m_sessions)
        .announce({.id = m_state.messages.nextId(now),
                   .from = m_sessions.jid(from),
                   .to = m_sessions.jid(to),
                   .timestampMs = now,
                   .ns = msync::NameSpace::Roster,
                   .payload = msync::encode(body, m_sessions.appKey())},
                  {to}, false);
}

void ContactFamily::tellBoth(RosterOperation operation, const Pair& pair) const
{
    tell(operation, pair.owner.username, pair.other.username);
    tell(operation, pair.other.username, pair.owner.username);
}

} // namespace sandbox

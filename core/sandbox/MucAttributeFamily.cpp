// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/MucAttributeFamily.h"

#include "core/sandbox/Envelope.h"

#include <algorithm>

namespace sandbox {
namespace {

// Bytes, unless they count.
constexpr std::size_t kMemberKey = 16;
constexpr std::size_t kMemberValue = 512;
constexpr std::size_t kMemberTotal = 4096;
constexpr std::size_t kMembersSet = 20;
constexpr std::size_t kMembersAsked = 10;
constexpr std::size_t kRoomKey = 128;
constexpr std::size_t kRoomValue = 4096;
constexpr std::size_t kRoomKeys = 100;
constexpr std::size_t kRoomKeysACall = 10;

using Attributes = std::vector<Mucs::Attribute>;

Fault metadataFault(std::string_view text, int status = 400)
{
    return {status, "metadata_error", "com.easemob.metadata.exception.MetadataException", std::string(text)};
}

/// The room's own have no error word.
Fault roomFault(std::string_view text)
{
    return {400, "", "com.easemob.metadata.exception.MetadataException", std::string(text)};
}

base::JsonObject toObject(const Attributes& attributes, const std::vector<std::string>& keys)
{
    base::JsonObject out;
    for (const Mucs::Attribute& attribute : attributes) {
        if (keys.empty() || std::find(keys.begin(), keys.end(), attribute.key) != keys.end())
            out.emplace_back(attribute.key, attribute.value);
    }
    return out;
}

/// Keys keep their case. Nothing where the member is missing or holds something else.
std::vector<std::string> textsOf(const base::JsonValue& body, std::string_view member)
{
    std::vector<std::string> texts;
    const base::JsonValue* list = body.find(member);
    if (!list || !list->array())
        return texts;
    for (const base::JsonValue& entry : *list->array()) {
        if (entry.string())
            texts.push_back(*entry.string());
    }
    return texts;
}

std::string namedUser(const Call& call)
{
    return foldUserId(call.pathValueOf({"username", "user_id"}));
}

} // namespace

void MucAttributeFamily::addTo(Operations& operations)
{
    const auto add = [&](const char* id, Outcome (MucAttributeFamily::*member)(const Call&) const) {
        operations[id] = {Access::User, [this, member](const Call& call) { return (this->*member)(call); }};
    };
    add("group.member.attr.set", &MucAttributeFamily::setOfMember);
    add("sdk.setGroupMemberAttributes", &MucAttributeFamily::setOfMember);
    add("group.member.attr.set.batch", &MucAttributeFamily::setOfMembers);
    add("group.member.attr.get", &MucAttributeFamily::ofMember);
    add("group.member.attr.get.batch", &MucAttributeFamily::ofMembers);
    add("sdk.getGroupMemberAttributes", &MucAttributeFamily::ofMembers);
    add("room.attr.get", &MucAttributeFamily::ofRoom);
    for (const bool forced : {false, true}) {
        const std::string end = forced ? ".forced" : "";
        operations["room.attr.set" + end] = {Access::User,
                                             [=, this](const Call& call) { return setOfRoom(call, forced); }};
        operations["room.attr.delete" + end] = {
            Access::User, [=, this](const Call& call) { return removeOfRoom(call, forced); }};
    }
}

/// An empty value takes the key away.
std::optional<Fault> MucAttributeFamily::write(const Muc& group, const std::string& user,
                                               const base::JsonValue* values) const
{
    if (!values || !values->object())
        return metadataFault("metaData must be an object");
    if (m_groups.mucs.role(group.id, user) == Role::None)
        return metadataFault("Some users are not in the group: " + user);
    for (const auto& [key, value] : *values->object()) {
        if (key.empty() || key.size() > kMemberKey)
            return metadataFault("exceeds chatgroup user metadata single key limit");
        if (!value.string())
            return metadataFault("metaData must hold texts");
        if (value.string()->size() > kMemberValue)
            return metadataFault("exceeds chatgroup user metadata single value limit");
        if (value.string()->empty())
            m_groups.mucs.removeAttribute(group.id, user, key);
        else
            m_groups.mucs.setAttribute(group.id, user, key, *value.string(), user, false);
    }
    std::size_t total = 0;
    for (const Mucs::Attribute& attribute : m_groups.mucs.attributes(group.id, user))
        total += attribute.key.size() + attribute.value.size();
    if (total > kMemberTotal)
        return metadataFault("exceeds chatgroup user metadata total limit");
    m_groups.events.changed(group, msync::MucOperation::MemberAttributes, user,
                            base::JsonObject{{"username", user}, {"properties", *values}});
    return std::nullopt;
}

Outcome MucAttributeFamily::setOfMember(const Call& call) const
{
    const std::string user = namedUser(call);
    const bool own = call.caller.isApp || call.caller.user == user;
    const auto group = m_groups.target(call, own ? Role::Member : Role::Admin);
    if (!group)
        return refuse(group.error());
    if (auto fault = write(*group, user, call.body.find("metaData")))
        return refuse(*std::move(fault));
    return envelope(call, {.data = *call.body.find("metaData")});
}

Outcome MucAttributeFamily::setOfMembers(const Call& call) const
{
    const auto group = m_groups.target(call, Role::Admin);
    if (!group)
        return refuse(group.error().status == 404 ? metadataFault("group not exists", 404) : group.error());
    const base::JsonArray* entries = call.body.array();
    if (!entries || entries->empty())
        return refuse(metadataFault("the body must be a list of users"));
    if (entries->size() > kMembersSet)
        return refuse(metadataFault("exceeds chatgroup metadata batch put users limit"));
    base::JsonArray succeeded;
    for (const base::JsonValue& entry : *entries) {
        const std::string user = foldUserId(entry.text("username"));
        const base::JsonValue* values = entry.find("metadata");
        if (auto fault = write(*group, user, values))
            return refuse(*std::move(fault));
        succeeded.emplace_back(base::JsonObject{{"username", user}, {"metadata", *values}});
    }
    return envelope(call, {.data = base::JsonObject{{"updateMetadataFailed", base::JsonArray{}},
                                                    {"updateMetadataSucceeded", std::move(succeeded)}}});
}

Outcome MucAttributeFamily::ofMember(const Call& call) const
{
    const auto group = m_groups.target(call, Role::Member);
    if (!group)
        return refuse(group.error());
    const std::string user = namedUser(call);
    if (m_groups.mucs.role(group->id, user) == Role::None) {
        Fault fault = metadataFault("user not in group", 404);
        fault.error = "MetadataException";
        return refuse(std::move(fault));
    }
    return envelope(call, {.data = toObject(m_groups.mucs.attributes(group->id, user), {})});
}

Outcome MucAttributeFamily::ofMembers(const Call& call) const
{
    const auto group = m_groups.target(call, Role::Member);
    if (!group)
        return refuse(group.error());
    const auto users = foldedNames(call.body.find("targets"));
    if (!users || users->size() > kMembersAsked)
        return refuse(metadataFault("query param reaches limit."));
    const std::vector<std::string> keys = textsOf(call.body, "properties");
    base::JsonObject data;
    for (const std::string& user : *users)
        data.emplace_back(user, toObject(m_groups.mucs.attributes(group->id, user), keys));
    return envelope(call, {.data = std::move(data)});
}

/// Only forced, somebody else's value is overwritten.
Outcome MucAttributeFamily::setOfRoom(const Call& call, bool forced) const
{
    const auto room = m_rooms.target(call, Role::Member);
    if (!room)
        return refuse(room.error());
    const std::string user = foldUserId(call.pathValue("username"));
    const base::JsonValue* values = call.body.find("metaData");
    if (!values || !values->object() || (!call.caller.isApp && call.caller.user != user))
        return refuse(roomFault("metaData must be an object, and the user in the path its setter"));
    if (values->object()->size() > kRoomKeysACall)
        return refuse(roomFault("exceed allowed batch size 10"));
    const Attributes before = m_rooms.mucs.attributes(room->id, "");
    std::size_t count = before.size();
    base::JsonArray done;
    base::JsonObject failed;
    for (const auto& [key, value] : *values->object()) {
        const auto old = std::find_if(before.begin(), before.end(),
                                      [&, &name = key](const auto& entry) { return entry.key == name; });
        count += old == before.end() ? 1 : 0;
        if (key.empty() || key.size() > kRoomKey || !value.string() || value.string()->size() > kRoomValue)
            failed.emplace_back(key, "exceeds chatroom metadata single key or value limit");
        else if (!forced && old != before.end() && old->setBy != user)
            failed.emplace_back(key, "others are not allowed to be set");
        else if (count > kRoomKeys)
            failed.emplace_back(key, "exceeds chatroom metadata total limit");
        else {
            m_rooms.mucs.setAttribute(room->id, "", key, *value.string(), user,
                                      call.body.text("autoDelete") == "DELETE");
            done.emplace_back(key);
        }
    }
    if (!done.empty())
        m_rooms.events.changed(
            *room, msync::MucOperation::SetAttributes, user,
            base::JsonObject{{"result", base::JsonObject{{"successKeys", done}}}, {"properties", *values}});
    return envelope(
        call, {.data = base::JsonObject{{"successKeys", std::move(done)}, {"errorKeys", std::move(failed)}}});
}

Outcome MucAttributeFamily::ofRoom(const Call& call) const
{
    const auto room = m_rooms.target(call, Role::Member);
    if (!room)
        return refuse(room.error());
    return envelope(call,
                    {.data = toObject(m_rooms.mucs.attributes(room->id, ""), textsOf(call.body, "keys"))});
}

Outcome MucAttributeFamily::removeOfRoom(const Call& call, bool forced) const
{
    const auto room = m_rooms.target(call, Role::Member);
    if (!room)
        return refuse(room.error());
    const std::string user = foldUserId(call.pathValue("username"));
    const std::vector<std::string> keys = textsOf(call.body, "keys");
    if (keys.size() > kRoomKeysACall)
        return refuse(roomFault("exceed allowed batch size 10"));
    const bool may = call.caller.isApp || call.caller.user == user;
    base::JsonArray done;
    base::JsonObject failed;
    const Attributes before = m_rooms.mucs.attributes(room->id, "");
    for (const Mucs::Attribute& attribute : before) {
        if (!keys.empty() && std::find(keys.begin(), keys.end(), attribute.key) == keys.end())
            continue;
        if (!may || (!forced && attribute.setBy != user)) {
            failed.emplace_back(attribute.key, "others are not allowed to be set");
            continue;
        }
        m_rooms.mucs.removeAttribute(room->id, "", attribute.key);
        done.emplace_back(attribute.key);
    }
    if (!done.empty())
        m_rooms.events.changed(*room, msync::MucOperation::RemoveAttributes, user,
                               base::JsonObject{{"result", base::JsonObject{{"successKeys", done}}}});
    return envelope(
        call, {.data = base::JsonObject{{"successKeys", std::move(done)}, {"errorKeys", std::move(failed)}}});
}

} // namespace sandbox

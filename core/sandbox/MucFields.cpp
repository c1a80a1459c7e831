// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/MucFields.h"

#include "core/base/Utf8.h"
#include "core/sandbox/Envelope.h"

#include <algorithm>
#include <array>

namespace sandbox {
namespace {

constexpr std::int64_t kMostUsers = 10'000;

using msync::MucOperation;

/// A field as the documents and the SDK name it. `most` counts code points, or users.
struct Field
{
    std::string_view name;
    std::string Muc::*text = nullptr;
    bool Muc::*truth = nullptr;
    std::int64_t most = 0;
    std::string_view tooLong{}; ///< what is said then
    std::string_view event{};   ///< the name in what members are told of a change
};

constexpr std::array kGroupFields{
    Field{"groupname", &Muc::name, nullptr, 128, "groupname cannot exceed to 128", "name"},
    Field{"description", &Muc::description, nullptr, 512, "desc cannot exceed to 512", "description"},
    Field{"desc", &Muc::description, nullptr, 512, "desc cannot exceed to 512", "description"},
    Field{"avatar", &Muc::avatar, nullptr, 1024, "avatar length is too big", "avatar"},
    Field{"custom", &Muc::custom, nullptr, 8192, "custom cannot exceed to 8192", "custom"},
    Field{"public", nullptr, &Muc::isPublic, 0, {}, "public"},
    Field{"membersonly", nullptr, &Muc::membersOnly, 0, {}, "members_only"},
    Field{"approval", nullptr, &Muc::membersOnly, 0, {}, "members_only"},
    Field{"allowinvites", nullptr, &Muc::allowInvites, 0, {}, "allow_user_invites"},
    Field{"invite_need_confirm", nullptr, &Muc::confirmInvites, 0, {}, "invite_need_confirm"},
    Field{"maxusers", nullptr, nullptr, kMostUsers, "maxUsers cannot exceed 10000", "max_users"}};

constexpr std::array kRoomFields{
    Field{"name", &Muc::name, nullptr, 128, "title cannot exceed to 128", "name"},
    Field{"groupname", &Muc::name, nullptr, 128, "title cannot exceed to 128", "name"},
    Field{"description", &Muc::description, nullptr, 512, "desc cannot exceed to 512", "description"},
    Field{"maxusers", nullptr, nullptr, kMostUsers, "maxUsers cannot exceed 10000", "max_users"}};

const Field* fieldOf(ChatKind kind, std::string_view name)
{
    const auto in = [&](const auto& fields) -> const Field* {
        const auto found = std::find_if(fields.begin(), fields.end(),
                                        [&](const Field& field) { return field.name == name; });
        return found == fields.end() ? nullptr : &*found;
    };
    return kind == ChatKind::Group ? in(kGroupFields) : in(kRoomFields);
}

Fault wrongType(const Field& field)
{
    return mucInvalid(std::string(field.name) + " has a wrong type");
}

std::optional<Fault> set(const Field& field, const base::JsonValue& value, Muc& muc)
{
    if (field.text) {
        if (!value.string())
            return wrongType(field);
        if (static_cast<std::int64_t>(base::utf8Length(*value.string())) > field.most)
            return field.name == "avatar" ? mucInvalid(field.tooLong) : mucExceeds(field.tooLong);
        muc.*field.text = *value.string();
        return std::nullopt;
    }
    if (field.truth) {
        if (!value.boolean())
            return wrongType(field);
        muc.*field.truth = *value.boolean();
        return std::nullopt;
    }
    const auto users = value.integer();
    if (!users || *users < 1)
        return wrongType(field);
    if (*users > field.most)
        return mucExceeds(field.tooLong);
    muc.maxUsers = *users;
    return std::nullopt;
}

/// The owner is in the body; a user's own name goes without saying.
tl::expected<std::string, Fault> ownerOf(const Call& call, const MucCalls& calls)
{
    const std::string_view self = call.caller.isApp ? std::string_view() : call.caller.user;
    const std::string_view named = call.body.text("owner", self);
    if (named.empty())
        return refuse(mucInvalid("owner must be provided"));
    auto owner = calls.registered(named);
    if (owner && !call.caller.isApp && *owner != call.caller.user)
        return refuse(mucForbidden("user: " + call.caller.user + " can only create for itself"));
    return owner;
}

} // namespace

tl::expected<Muc, Fault> makeMuc(const Call& call, const MucCalls& calls)
{
    Muc muc{.kind = calls.words.kind, .createdMs = call.startMs, .modifiedMs = call.startMs};
    if (!call.body.object())
        return refuse(mucInvalid("the body must be an object"));
    for (const auto& [name, value] : *call.body.object()) {
        const Field* field = fieldOf(muc.kind, name);
        if (!field || value.isNull())
            continue;
        if (auto fault = set(*field, value, muc))
            return refuse(*std::move(fault));
    }
    auto owner = ownerOf(call, calls);
    if (!owner)
        return refuse(owner.error());
    muc.owner = *std::move(owner);
    std::vector<std::string> members;
    if (const base::JsonValue* named = call.body.find("members");
        named && named->array() && !named->array()->empty()) {
        auto names = calls.namesOf(call, "members", static_cast<std::size_t>(kMostUsers),
                                   "members size is more than max limit");
        if (!names)
            return refuse(names.error());
        members = *std::move(names);
        std::erase(members, muc.owner);
    }
    if (static_cast<std::int64_t>(members.size()) + 1 > muc.maxUsers)
        return refuse(mucExceeds("members size is greater than max user size !"));
    muc = calls.mucs.add(std::move(muc));
    for (const std::string& member : members)
        calls.join(muc, member, call.startMs);
    calls.events.to(muc, MucOperation::DirectJoined, muc.owner, members);
    return muc;
}

Outcome changeMuc(const Call& call, const MucCalls& calls, Muc muc)
{
    if (!call.body.object() || call.body.object()->empty())
        return refuse(mucInvalid("the body must name what is to be changed"));
    base::JsonObject changed;
    base::JsonObject told;
    for (const auto& [name, value] : *call.body.object()) {
        const Field* field = fieldOf(muc.kind, name);
        if (!field)
            return refuse(mucInvalid("some of [" + name + "] are not valid fields"));
        if (value.isNull())
            continue;
        if (auto fault = set(*field, value, muc))
            return refuse(*std::move(fault));
        // A room's name comes back under the name that groups give theirs.
        changed.emplace_back(field->text == &Muc::name ? "groupname" : std::string(field->name), true);
        told.emplace_back(std::string(field->event), value);
    }
    muc.modifiedMs = call.startMs;
    told.emplace_back("last_modified", std::to_string(call.startMs));
    calls.mucs.update(muc);
    calls.events.changed(muc, MucOperation::Update, actorOf(call), std::move(told));
    return envelope(call, {.data = std::move(changed)});
}

} // namespace sandbox

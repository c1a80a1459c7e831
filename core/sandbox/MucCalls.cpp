// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/MucCalls.h"

namespace sandbox {
namespace {

Fault mucFault(int status, std::string_view error, std::string_view exception, std::string_view text)
{
    return {status, std::string(error), "com.easemob.group.exception." + std::string(exception),
            std::string(text)};
}

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text += part;
    return text;
}

} // namespace

Fault mucForbidden(std::string_view text, int status)
{
    return mucFault(status, "forbidden_op", "ForbiddenOpException", text);
}

Fault mucInvalid(std::string_view text)
{
    return mucFault(400, "invalid_parameter", "InvalidParameterException", text);
}

Fault mucNotFound(std::string_view text)
{
    return mucFault(404, "resource_not_found", "ResourceNotFoundException", text);
}

Fault mucExceeds(std::string_view text)
{
    return mucFault(403, "exceed_limit", "ExceedLimitException", text);
}

Fault noSuchMuc(std::string_view id)
{
    return mucNotFound(joined({"grpID ", id, " does not exist!"}));
}

Fault noMucToShow(std::string_view id)
{
    return mucFault(404, "service_resource_not_found", "ServiceResourceNotFoundException",
                    joined({"do not find this group:", id}));
}

Fault notOnOwner()
{
    return mucForbidden("forbidden operation on group owner!");
}

Fault noSuchMember(std::string_view user)
{
    return mucNotFound(joined({"username ", user, " doesn't exist!"}));
}

std::string actorOf(const Call& call)
{
    return call.caller.isApp ? "admin" : call.caller.user;
}

std::vector<std::string> namesInPath(std::string_view list)
{
    std::vector<std::string> names;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (comma > 0)
            names.push_back(foldUserId(list.substr(0, comma)));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return names;
}

tl::expected<Muc, Fault> MucCalls::target(const Call& call, Role least) const
{
    const std::string_view id =
        call.pathValueOf({"group_id", "group_ids", "chatroom_id", "chat_room_id", "room_id"});
    if (words.kind == ChatKind::Room)
        mucs.sweepRooms(call.startMs);
    auto muc = mucs.find(words.kind, id);
    if (!muc)
        return tl::unexpected(noSuchMuc(id));
    if (call.caller.isApp || mucs.role(muc->id, call.caller.user) >= least)
        return *std::move(muc);
    if (words.kind == ChatKind::Room && mucs.isSuperAdmin(call.caller.user))
        return *std::move(muc);
    return tl::unexpected(mucForbidden(joined(
        {"user: ", call.caller.user, " does not have permission to do this operation on group: ", id})));
}

tl::expected<Muc, Fault> MucCalls::targetForInvitation(const Call& call) const
{
    auto muc = target(call, Role::Member);
    return muc && !muc->allowInvites ? target(call, Role::Admin) : muc;
}

std::optional<Fault> MucCalls::checkMember(const Muc& muc, std::string_view user) const
{
    const Role role = mucs.role(muc.id, user);
    if (role == Role::None)
        return mucForbidden(joined({"users [", user, "] are not members of this group!"}),
                            words.forbiddenStatus);
    return role == Role::Owner ? std::optional(notOnOwner()) : std::nullopt;
}

tl::expected<std::string, Fault> MucCalls::registered(std::string_view name) const
{
    const auto user = state.users.find(name);
    if (!user)
        return tl::unexpected(noSuchMember(name));
    return user->username;
}

tl::expected<std::vector<std::string>, Fault>
MucCalls::namesOf(const Call& call, std::string_view member, std::size_t most, std::string_view tooMany) const
{
    const auto named = foldedNames(call.body.find(member));
    if (!named)
        return tl::unexpected(mucInvalid(joined({member, " must be provided"})));
    if (named->size() > most)
        return tl::unexpected(mucInvalid(tooMany));
    std::vector<std::string> names;
    for (const std::string& entry : *named) {
        auto name = registered(entry);
        if (!name)
            return tl::unexpected(name.error());
        names.push_back(*std::move(name));
    }
    return names;
}

std::optional<Fault> MucCalls::checkJoin(const Muc& muc, const std::vector<std::string>& users,
                                         std::int64_t nowMs) const
{
    constexpr std::string_view kWhy = "can not join this group, reason:";
    if (muc.disabled)
        return mucForbidden("can not operate this group, reason: group is disabled");
    for (const std::string& user : users) {
        if (mucs.role(muc.id, user) != Role::None)
            return mucForbidden(joined({kWhy, "user: ", user, " already in group: ", muc.idText(), "\n"}));
        if (mucs.has(muc.id, MucList::Block, user, nowMs))
            return mucForbidden(
                joined({kWhy, "user: ", user, " is in the blacklist of group: ", muc.idText(), "\n"}));
    }
    if (static_cast<std::int64_t>(mucs.memberCount(muc.id) + users.size()) > muc.maxUsers)
        return mucExceeds("members size is greater than max user size !");
    return std::nullopt;
}

void MucCalls::join(const Muc& muc, const std::string& user, std::int64_t nowMs) const
{
    mucs.addMember(muc.id, user, nowMs);
    mucs.take(muc.id, MucList::Applied, user);
    mucs.take(muc.id, MucList::Invited, user);
}

base::JsonObject MucCalls::result(const Muc& muc, std::string_view key, std::string_view action,
                                  std::string_view user, std::string_view reason) const
{
    base::JsonObject out{{"result", reason.empty()}, {"action", action}};
    if (!reason.empty())
        out.emplace_back("reason", reason);
    out.emplace_back("user", user);
    out.emplace_back(std::string(key), muc.idText());
    return out;
}

} // namespace sandbox

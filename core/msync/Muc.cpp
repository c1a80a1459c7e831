// SPDX-License-Identifier: Apache-2.0
#include "core/msync/Muc.h"

#include "core/msync/Wire.h"

namespace msync {
namespace {

void write(std::string_view appKey, std::string_view name, std::string_view domain, wire::Jid& out)
{
    out.set_app_key(std::string(appKey));
    out.set_name(std::string(name));
    out.set_domain(std::string(domain));
}

} // namespace

std::string encode(const MucBody& body, std::string_view appKey)
{
    wire::MucBody out;
    write(appKey, body.mucId, kGroupDomain, *out.mutable_muc_id());
    out.set_operation(static_cast<int>(body.operation));
    write(appKey, body.from, kUserDomain, *out.mutable_from());
    for (const std::string& user : body.to)
        write(appKey, user, kUserDomain, *out.add_to());
    if (!body.reason.empty())
        out.set_reason(body.reason);
    out.set_is_chatroom(body.isRoom);
    if (!body.mucName.empty())
        out.set_muc_name(body.mucName);
    if (body.memberCount != 0)
        out.set_muc_member_count(body.memberCount);
    if (!body.ext.empty())
        out.set_ext(body.ext);
    if (!body.settings.empty())
        out.mutable_event_info()->set_ext(body.settings);
    return out.SerializeAsString();
}

std::optional<MucBody> decodeMucBody(std::string_view payload)
{
    const auto in = parse<wire::MucBody>(payload);
    const auto operation = in ? enumOf(in->operation(), MucOperation::MemberAttributes) : std::nullopt;
    if (!operation)
        return std::nullopt;
    MucBody body{.mucId = in->muc_id().name(),
                 .operation = *operation,
                 .from = in->from().name(),
                 .reason = in->reason(),
                 .isRoom = in->is_chatroom(),
                 .mucName = in->muc_name(),
                 .memberCount = in->muc_member_count(),
                 .ext = in->ext(),
                 .settings = in->event_info().ext()};
    for (const wire::Jid& user : in->to())
        body.to.push_back(user.name());
    return body;
}

} // namespace msync

// SPDX-License-Identifier: Apache-2.0
#include "core/msync/Roster.h"

#include "core/msync/Wire.h"

namespace msync {
namespace {

void write(std::string_view appKey, std::string_view user, wire::Jid& out)
{
    out.set_app_key(std::string(appKey));
    out.set_name(std::string(user));
    out.set_domain(std::string(kUserDomain));
}

} // namespace

std::string encode(const RosterBody& body, std::string_view appKey)
{
    wire::RosterBody out;
    out.set_operation(static_cast<int>(body.operation));
    write(appKey, body.from, *out.mutable_from());
    for (const std::string& user : body.to)
        write(appKey, user, *out.add_to());
    if (!body.reason.empty())
        out.set_reason(body.reason);
    return out.SerializeAsString();
}

std::optional<RosterBody> decodeRosterBody(std::string_view payload)
{
    const auto in = parse<wire::RosterBody>(payload);
    const auto operation = in ? enumOf(in->operation(), RosterOperation::RemoteDecline) : std::nullopt;
    if (!operation)
        return std::nullopt;
    RosterBody body{.operation = *operation, .from = in->from().name(), .reason = in->reason()};
    for (const wire::Jid& user : in->to())
        body.to.push_back(user.name());
    return body;
}

} // namespace msync

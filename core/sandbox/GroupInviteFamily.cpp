// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/GroupInviteFamily.h"

#include "core/sandbox/Envelope.h"

namespace sandbox {
namespace {

using msync::MucOperation;

/// Only a user asks in their own name.
Fault noUser()
{
    return mucForbidden("this call needs the token of a user");
}

bool saysYes(const Call& call)
{
    const base::JsonValue* result = call.body.find("verifyResult");
    return result && result->boolean() && *result->boolean();
}

} // namespace

void GroupInviteFamily::addTo(Operations& operations)
{
    const auto add = [&](const char* id, Outcome (GroupInviteFamily::*member)(const Call&) const) {
        operations[id] = {Access::User, [this, member](const Call& call) {
                              return call.caller.isApp ? refuse(noUser()) : (this->*member)(call);
                          }};
    };
    add("sdk.joinGroup", &GroupInviteFamily::apply);
    add("sdk.acceptGroupJoinRequest", &GroupInviteFamily::decideApplication);
    add("sdk.inviteToGroup", &GroupInviteFamily::invite);
    add("sdk.acceptGroupInvite", &GroupInviteFamily::decideInvitation);
    add("sdk.leaveGroup", &GroupInviteFamily::leave);
}

/// A public group is joined at once, or asks its owner and admins where it wants approvals.
Outcome GroupInviteFamily::apply(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::None);
    if (!muc)
        return refuse(muc.error());
    const std::string& user = call.caller.user;
    if (!muc->isPublic)
        return refuse(mucForbidden("can not join a private group: " + muc->idText()));
    if (auto fault = m_calls.checkJoin(*muc, {user}, call.startMs))
        return refuse(*std::move(fault));
    if (muc->membersOnly) {
        m_calls.mucs.put(muc->id, MucList::Applied, user);
        m_calls.events.to(*muc, MucOperation::Apply, user, m_calls.mucs.memberNames(muc->id, Role::Admin),
                          call.body.text("message"));
    } else {
        m_calls.join(*muc, user, call.startMs);
        m_calls.events.toMembers(*muc, MucOperation::Presence, user);
    }
    return envelope(call, {.data = m_calls.result(*muc, "id", "apply", user)});
}

Outcome GroupInviteFamily::decideApplication(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Admin);
    if (!muc)
        return refuse(muc.error());
    const auto user = m_calls.registered(call.body.text("applicant"));
    if (!user)
        return refuse(user.error());
    if (!m_calls.mucs.take(muc->id, MucList::Applied, *user))
        return refuse(mucForbidden("user: " + *user + " has not applied to join group: " + muc->idText()));
    if (!saysYes(call)) {
        m_calls.events.to(*muc, MucOperation::ApplyDecline, call.caller.user, {*user},
                          call.body.text("reason"));
    } else {
        if (auto fault = m_calls.checkJoin(*muc, {*user}, call.startMs))
            return refuse(*std::move(fault));
        m_calls.join(*muc, *user, call.startMs);
        m_calls.events.to(*muc, MucOperation::ApplyAccept, call.caller.user, {*user});
        m_calls.events.toMembers(*muc, MucOperation::Presence, *user);
    }
    return envelope(call, {.data = m_calls.result(*muc, "groupid", "apply_verify", *user)});
}

/// Who must confirm is asked, others are in at once.
Outcome GroupInviteFamily::invite(const Call& call) const
{
    const auto muc = m_calls.targetForInvitation(call);
    if (!muc)
        return refuse(muc.error());
    const auto users = foldedNames(call.body.find("usernames"));
    if (!users || users->size() > kMaxMembersACall)
        return refuse(mucInvalid("usernames must be a list of 1 to 60 user IDs"));
    base::JsonArray data;
    for (const std::string& user : *users)
        data.emplace_back(m_calls.result(*muc, "id", "invite", user, inviteOne(call, *muc, user)));
    return envelope(call, {.data = std::move(data)});
}

/// The reason why not, or nothing.
std::string GroupInviteFamily::inviteOne(const Call& call, const Muc& muc, const std::string& user) const
{
    if (!m_calls.state.users.find(user))
        return noSuchMember(user).description;
    if (const auto fault = m_calls.checkJoin(muc, {user}, call.startMs))
        return fault->description;
    if (muc.confirmInvites) {
        m_calls.mucs.put(muc.id, MucList::Invited, user);
        m_calls.events.to(muc, MucOperation::Invite, call.caller.user, {user});
        return {};
    }
    m_calls.join(muc, user, call.startMs);
    m_calls.events.to(muc, MucOperation::DirectJoined, call.caller.user, {user});
    m_calls.events.toMembers(muc, MucOperation::Presence, user);
    return {};
}

Outcome GroupInviteFamily::decideInvitation(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::None);
    if (!muc)
        return refuse(muc.error());
    const std::string& user = call.caller.user;
    if (!m_calls.mucs.take(muc->id, MucList::Invited, user))
        return refuse(mucForbidden("user: " + user + " is not invited to group: " + muc->idText()));
    const auto owners = m_calls.mucs.memberNames(muc->id, Role::Admin);
    if (!saysYes(call)) {
        m_calls.events.to(*muc, MucOperation::InviteDecline, user, owners);
    } else {
        if (auto fault = m_calls.checkJoin(*muc, {user}, call.startMs))
            return refuse(*std::move(fault));
        m_calls.join(*muc, user, call.startMs);
        m_calls.events.to(*muc, MucOperation::InviteAccept, user, owners);
        m_calls.events.toMembers(*muc, MucOperation::Presence, user);
    }
    return envelope(call, {.data = m_calls.result(*muc, "groupid", "invite_verify", user)});
}

Outcome GroupInviteFamily::leave(const Call& call) const
{
    const auto muc = m_calls.target(call, Role::Member);
    if (!muc)
        return refuse(muc.error());
    const std::string& user = call.caller.user;
    if (muc->owner == user)
        return refuse(notOnOwner());
    m_calls.mucs.removeMember(muc->id, user);
    m_calls.events.toMembers(*muc, MucOperation::Absence, user);
    return envelope(call, {.data = base::JsonObject{{"result", true}}});
}

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Snapshot.h"

#include "core/sandbox/Session.h"

#include <utility>

namespace sandbox {
namespace {

constexpr std::size_t kMostText = 200; // bytes

/// Whole characters only.
std::string beginning(std::string_view text)
{
    std::size_t end = std::min(text.size(), kMostText);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end));
}

Snapshot::Table<Snapshot::UserRow> usersOf(const State& state, const Sessions& sessions)
{
    Snapshot::Table<Snapshot::UserRow> table{.total = state.users.size()};
    for (const User& user : state.users.newest(Snapshot::kMostRows))
        table.rows.push_back({user.username, user.nickname, user.uuid, user.createdMs, user.activated,
                              sessions.device(user.username).has_value(),
                              state.messages.waitingCount(user.username)});
    return table;
}

Snapshot::Table<Snapshot::MucRow> mucsOf(const Mucs& mucs, ChatKind kind)
{
    Snapshot::Table<Snapshot::MucRow> table{.total = mucs.count(kind)};
    for (const Muc& muc : mucs.page(kind, 0, Snapshot::kMostRows)) {
        Snapshot::MucRow row{muc.idText(), muc.name,    muc.owner, {}, mucs.memberCount(muc.id),
                             muc.isPublic, muc.disabled};
        for (Member& member : mucs.members(muc.id, 0, Snapshot::kMostMembers))
            row.members.push_back(std::move(member.user));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Snapshot::Table<Snapshot::SessionRow> sessionsOf(const Sessions& sessions)
{
    const std::vector<const Session*> all = sessions.all();
    Snapshot::Table<Snapshot::SessionRow> table{.total = all.size()};
    for (const Session* session : all) {
        if (table.rows.size() == Snapshot::kMostRows)
            break;
        const Device& device = session->device();
        table.rows.push_back(
            {session->username(), device.resource, device.name, session->sinceMs(), session->expiresMs()});
    }
    return table;
}

Snapshot::Table<Snapshot::MessageRow> messagesOf(const Messages& messages)
{
    Snapshot::Table<Snapshot::MessageRow> table{.total = messages.rememberedCount()};
    for (const Messages::Kept& kept : messages.newest(Snapshot::kMostRows)) {
        const SentMessage& sent = kept.sent;
        Snapshot::MessageRow row{
            std::to_string(sent.id), sent.from, sent.to, sent.chat, {}, {}, sent.sentMs, kept.waiting};
        const auto body = msync::decodeBody(kept.meta.payload);
        if (body && !body->contents.empty()) {
            row.type = body->contents.front().type;
            row.text = beginning(body->contents.front().text);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

Snapshot takeSnapshot(const State& state, const Sessions& sessions)
{
    return {usersOf(state, sessions), mucsOf(state.mucs, ChatKind::Group), mucsOf(state.mucs, ChatKind::Room),
            sessionsOf(sessions), messagesOf(state.messages)};
}

} // namespace sandbox

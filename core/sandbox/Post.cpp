// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Post.h"

#include <algorithm>
#include <utility>

namespace sandbox {
namespace {

using msync::BodyType;
using msync::Status;
using msync::StatusCode;

/// 5 KB of text and ext, as the documents say, and what carries them.
constexpr std::size_t kMaxMessage = 5 * 1024 + 512;

Delivery refused(std::string text, StatusCode code = StatusCode::Fail)
{
    return {Status{code, std::move(text)}, 0};
}

/// Why a member may not write there now, in the SDK's words, or nothing.
std::optional<Delivery> refusalOf(const Mucs& mucs, const Muc& muc, std::string_view from, std::int64_t nowMs)
{
    const Role role = mucs.role(muc.id, from);
    if (role == Role::None)
        return refused("not in group or chatroom");
    if (muc.disabled)
        return refused("group is disabled");
    if (role != Role::Member)
        return std::nullopt;
    if (mucs.has(muc.id, MucList::Mute, from, nowMs))
        return refused("you were muted", StatusCode::Muted);
    if (muc.mutedAll && !mucs.has(muc.id, MucList::Allow, from, nowMs))
        return refused("not in group or chatroom white list");
    return std::nullopt;
}

/// A group or room of that ID.
std::optional<Muc> findMuc(const Mucs& mucs, std::string_view id)
{
    auto muc = mucs.find(ChatKind::Group, id);
    return muc ? muc : mucs.find(ChatKind::Room, id);
}

} // namespace

Delivery Post::take(std::string_view from, std::string_view resource, const msync::Meta& meta)
{
    if (meta.ns != msync::NameSpace::Chat || !meta.to)
        return refused("The sandbox has not built this yet.");
    if (meta.payload.size() > kMaxMessage)
        return refused("Sorry, data is too large", StatusCode::Denied);
    const auto head = msync::decodeBodyHead(meta.payload);
    if (!head)
        return refused("The message is broken.");
    if (head->type == BodyType::Edit)
        return refused("Sorry, edit is not available");
    if (head->type == BodyType::Recall)
        return recallOwn(from, meta, head->ackMessageId);

    const std::int64_t now = m_sessions.clock().nowMs();
    msync::Meta down = meta;
    down.id = m_sessions.state().messages.nextId(now);
    down.from = m_sessions.jid(from); // whoever the client says it is
    down.from->resource = resource;
    down.timestampMs = now;
    if (meta.to->domain == msync::kGroupDomain)
        return takeForMuc(from, std::move(down), *head);
    const auto to = m_sessions.state().users.find(meta.to->name);
    if (!to)
        return refused("username " + meta.to->name + " doesn't exist!");
    if (head->type == BodyType::Chat && m_sessions.state().contacts.isBlocked(to->username, from))
        return refused("blocked");
    down.to = m_sessions.jid(to->username);
    Messages& messages = m_sessions.state().messages;
    if (head->type == BodyType::Chat)
        messages.remember({down.id, std::string(from), to->username, now}, down);
    else
        messages.keep(down);
    hand({to->username}, m_sessions.jid(from), down.id, false);
    return {Status{}, down.id};
}

Delivery Post::takeForMuc(std::string_view from, msync::Meta down, const msync::BodyHead& head)
{
    State& state = m_sessions.state();
    state.mucs.sweepRooms(down.timestampMs);
    const auto muc = findMuc(state.mucs, down.to->name);
    if (!muc)
        return refused("group not found");
    if (auto refusal = refusalOf(state.mucs, *muc, from, down.timestampMs))
        return *std::move(refusal);
    down.to = m_sessions.mucJid(muc->idText());
    if (head.type != BodyType::GroupChat && head.type != BodyType::RoomChat)
        return acknowledge(down, head.ackMessageId);
    std::vector<std::string> recipients = state.mucs.readers(muc->id, from);
    if (!down.directedUsers.empty()) {
        std::erase_if(recipients, [&](const std::string& name) {
            return std::find(down.directedUsers.begin(), down.directedUsers.end(), name) ==
                   down.directedUsers.end();
        });
    }
    state.messages.remember({down.id, std::string(from), muc->idText(), down.timestampMs, muc->kind}, down);
    hand(recipients, *down.to, down.id, muc->kind == ChatKind::Room);
    return {Status{}, down.id};
}

/// That a message of a group was read concerns its sender alone.
Delivery Post::acknowledge(const msync::Meta& down, std::uint64_t about)
{
    Messages& messages = m_sessions.state().messages;
    const auto sent = messages.find(about);
    if (!sent || sent->to != down.to->name)
        return refused("Sorry, message does not exist");
    messages.keep(down);
    hand({sent->from}, *down.to, down.id, false);
    return {Status{}, down.id};
}

/// Of a group's messages the owner and the admins may recall those of others, too.
Delivery Post::recallOwn(std::string_view from, const msync::Meta& meta, std::uint64_t about)
{
    State& state = m_sessions.state();
    const auto sent = state.messages.find(about);
    if (!sent)
        return refused("Sorry, message does not exist");
    const auto muc = sent->chat == ChatKind::User ? std::nullopt : state.mucs.find(sent->chat, sent->to);
    const bool may = sent->from == from || (muc && state.mucs.role(muc->id, from) >= Role::Admin);
    if (!may || foldUserId(meta.to->name) != sent->to)
        return refused("Sorry, You do not have permission");
    if (m_sessions.clock().nowMs() - sent->sentMs > kRecallMs)
        return refused("exceed recall time limit");
    recall(about, from);
    return {Status{}, state.messages.nextId(m_sessions.clock().nowMs())};
}

bool Post::recall(std::uint64_t id, std::string_view by)
{
    State& state = m_sessions.state();
    const auto sent = state.messages.find(id);
    if (!sent)
        return false;
    state.messages.recall(id);
    const bool toUser = sent->chat == ChatKind::User;
    const auto muc = toUser ? std::nullopt : state.mucs.find(sent->chat, sent->to);
    const std::int64_t now = m_sessions.clock().nowMs();
    const msync::Meta meta{
        .id = state.messages.nextId(now),
        .from = m_sessions.jid(by),
        .to = toUser ? m_sessions.jid(sent->to) : m_sessions.mucJid(sent->to),
        .timestampMs = now,
        .payload = msync::encode(msync::Body{
            .type = BodyType::Recall, .from = std::string(by), .to = sent->to, .ackMessageId = id})};
    state.messages.keep(meta);
    hand(toUser ? std::vector{sent->to}
         : muc  ? state.mucs.readers(muc->id, by)
                : std::vector<std::string>{},
         toUser ? m_sessions.jid(sent->from) : *meta.to, meta.id, sent->chat == ChatKind::Room);
    return true;
}

std::uint64_t Post::deliver(const msync::Body& body, bool onlineOnly)
{
    Messages& messages = m_sessions.state().messages;
    const std::int64_t now = m_sessions.clock().nowMs();
    const std::uint64_t id = messages.nextId(now);
    if (onlineOnly && !m_sessions.device(body.to))
        return id;
    messages.remember({id, body.from, body.to, now}, {.id = id,
                                                      .from = m_sessions.jid(body.from),
                                                      .to = m_sessions.jid(body.to),
                                                      .timestampMs = now,
                                                      .payload = msync::encode(body)});
    hand({body.to}, m_sessions.jid(body.from), id, false);
    return id;
}

std::uint64_t Post::deliver(const Muc& muc, msync::Body body, const std::vector<std::string>* users,
                            bool onlineOnly)
{
    State& state = m_sessions.state();
    const std::int64_t now = m_sessions.clock().nowMs();
    const std::uint64_t id = state.messages.nextId(now);
    const bool isRoom = muc.kind == ChatKind::Room;
    body.type = isRoom ? BodyType::RoomChat : BodyType::GroupChat;
    body.to = muc.idText();
    std::vector<std::string> recipients = state.mucs.readers(muc.id, body.from);
    if (users)
        std::erase_if(recipients, [&](const std::string& name) {
            return std::find(users->begin(), users->end(), name) == users->end();
        });
    state.messages.remember({id, body.from, body.to, now, muc.kind}, {.id = id,
                                                                      .from = m_sessions.jid(body.from),
                                                                      .to = m_sessions.mucJid(body.to),
                                                                      .timestampMs = now,
                                                                      .payload = msync::encode(body)});
    hand(recipients, m_sessions.mucJid(body.to), id, isRoom || onlineOnly);
    return id;
}

void Post::announce(const msync::Meta& meta, const std::vector<std::string>& recipients, bool onlineOnly)
{
    if (recipients.empty())
        return;
    m_sessions.state().messages.keep(meta);
    hand(recipients, *meta.from, meta.id, onlineOnly);
}

void Post::hand(const std::vector<std::string>& recipients, const msync::Jid& queue, std::uint64_t id,
                bool onlineOnly)
{
    for (const std::string& recipient : recipients) {
        if (onlineOnly && !m_sessions.device(recipient))
            continue;
        m_sessions.state().messages.put(recipient, queue, id);
        m_sessions.notify(recipient, queue);
    }
}

} // namespace sandbox

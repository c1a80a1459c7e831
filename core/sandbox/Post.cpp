// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Post.h"

#include <utility>

namespace sandbox {
namespace {

using msync::BodyType;
using msync::Status;
using msync::StatusCode;

Delivery refused(std::string text)
{
    return {Status{StatusCode::Fail, std::move(text)}, 0};
}

} // namespace

Delivery Post::take(std::string_view from, std::string_view resource, const msync::Meta& meta)
{
    if (meta.ns != msync::NameSpace::Chat || !meta.to)
        return refused("The sandbox has not built this yet.");
    if (meta.to->domain == msync::kGroupDomain)
        return refused("group not found");
    const User* to = m_sessions.state().users.find(meta.to->name);
    if (!to)
        return refused("username " + meta.to->name + " doesn't exist!");
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
    down.to = m_sessions.jid(to->username);
    down.timestampMs = now;
    const std::uint64_t id = down.id;
    if (head->type == BodyType::Chat)
        m_sessions.state().messages.remember({id, std::string(from), to->username, now});
    hand(to->username, m_sessions.jid(from), std::move(down));
    return {Status{}, id};
}

Delivery Post::recallOwn(std::string_view from, const msync::Meta& meta, std::uint64_t about)
{
    const SentMessage* sent = m_sessions.state().messages.find(about);
    if (!sent)
        return refused("Sorry, message does not exist");
    if (sent->from != from || m_sessions.state().users.find(meta.to->name)->username != sent->to)
        return refused("Sorry, You do not have permission");
    if (m_sessions.clock().nowMs() - sent->sentMs > kRecallMs)
        return refused("exceed recall time limit");
    recall(about, from);
    return {Status{}, m_sessions.state().messages.nextId(m_sessions.clock().nowMs())};
}

bool Post::recall(std::uint64_t id, std::string_view by)
{
    Messages& messages = m_sessions.state().messages;
    const SentMessage* sent = messages.find(id);
    if (!sent)
        return false;
    const SentMessage copy = *sent;
    messages.recall(id);
    const std::int64_t now = m_sessions.clock().nowMs();
    msync::Meta meta{
        .id = messages.nextId(now),
        .from = m_sessions.jid(by),
        .to = m_sessions.jid(copy.to),
        .timestampMs = now,
        .payload = msync::encode(msync::Body{
            .type = BodyType::Recall, .from = std::string(by), .to = copy.to, .ackMessageId = id})};
    hand(copy.to, m_sessions.jid(copy.from), std::move(meta));
    return true;
}

std::uint64_t Post::deliver(const msync::Body& body, bool onlineOnly)
{
    Messages& messages = m_sessions.state().messages;
    const std::int64_t now = m_sessions.clock().nowMs();
    const std::uint64_t id = messages.nextId(now);
    if (onlineOnly && !m_sessions.device(body.to))
        return id;
    messages.remember({id, body.from, body.to, now});
    hand(body.to, m_sessions.jid(body.from),
         {.id = id,
          .from = m_sessions.jid(body.from),
          .to = m_sessions.jid(body.to),
          .timestampMs = now,
          .payload = msync::encode(body)});
    return id;
}

void Post::hand(std::string_view to, const msync::Jid& queue, msync::Meta meta)
{
    m_sessions.state().messages.put(to, queue, std::move(meta));
    m_sessions.notify(to, queue);
}

} // namespace sandbox

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
    const auto to = m_sessions.state().users.find(meta.to->name);
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
    Messages& messages = m_sessions.state().messages;
    if (head->type == BodyType::Chat)
        messages.remember({id, std::string(from), to->username, now}, down);
    else
        messages.keep(down);
    hand(to->username, m_sessions.jid(from), id);
    return {Status{}, id};
}

Delivery Post::recallOwn(std::string_view from, const msync::Meta& meta, std::uint64_t about)
{
    const auto sent = m_sessions.state().messages.find(about);
    if (!sent)
        return refused("Sorry, message does not exist");
    if (sent->from != from || foldUserId(meta.to->name) != sent->to)
        return refused("Sorry, You do not have permission");
    if (m_sessions.clock().nowMs() - sent->sentMs > kRecallMs)
        return refused("exceed recall time limit");
    recall(about, from);
    return {Status{}, m_sessions.state().messages.nextId(m_sessions.clock().nowMs())};
}

bool Post::recall(std::uint64_t id, std::string_view by)
{
    Messages& messages = m_sessions.state().messages;
    const auto sent = messages.find(id);
    if (!sent)
        return false;
    messages.recall(id);
    const std::int64_t now = m_sessions.clock().nowMs();
    const msync::Meta meta{
        .id = messages.nextId(now),
        .from = m_sessions.jid(by),
        .to = m_sessions.jid(sent->to),
        .timestampMs = now,
        .payload = msync::encode(msync::Body{
            .type = BodyType::Recall, .from = std::string(by), .to = sent->to, .ackMessageId = id})};
    messages.keep(meta);
    hand(sent->to, m_sessions.jid(sent->from), meta.id);
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
    hand(body.to, m_sessions.jid(body.from), id);
    return id;
}

void Post::hand(std::string_view to, const msync::Jid& queue, std::uint64_t id)
{
    m_sessions.state().messages.put(to, queue, id);
    m_sessions.notify(to, queue);
}

} // namespace sandbox

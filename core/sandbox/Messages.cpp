// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Messages.h"

#include <algorithm>
#include <utility>

namespace sandbox {

std::uint64_t Messages::nextId(std::int64_t nowMs)
{
    m_lastId = std::max(m_lastId + 1, static_cast<std::uint64_t>(nowMs) << 20);
    return m_lastId;
}

void Messages::put(std::string_view user, const msync::Jid& queue, msync::Meta meta)
{
    std::deque<Waiting>& all = m_waiting[std::string(user)];
    all.push_back({queue, std::move(meta)});
    if (all.size() > kMaxWaiting)
        all.pop_front();
}

std::vector<msync::QueueCount> Messages::waiting(std::string_view user) const
{
    std::vector<msync::QueueCount> queues;
    const auto found = m_waiting.find(user);
    if (found == m_waiting.end())
        return queues;
    for (const Waiting& entry : found->second) {
        const auto same = std::find_if(queues.begin(), queues.end(), [&](const msync::QueueCount& known) {
            return known.queue.name == entry.queue.name;
        });
        if (same == queues.end())
            queues.push_back({entry.queue, 1});
        else
            ++same->count;
    }
    return queues;
}

std::size_t Messages::waitingCount(std::string_view user) const
{
    const auto found = m_waiting.find(user);
    return found == m_waiting.end() ? 0 : found->second.size();
}

bool Messages::isWaiting(std::string_view user, std::uint64_t id) const
{
    const auto found = m_waiting.find(user);
    return found != m_waiting.end() && std::any_of(found->second.begin(), found->second.end(),
                                                   [&](const Waiting& entry) { return entry.meta.id == id; });
}

std::vector<msync::Meta> Messages::piece(std::string_view user, std::string_view queue,
                                         std::uint64_t after) const
{
    std::vector<msync::Meta> metas;
    const auto found = m_waiting.find(user);
    if (found == m_waiting.end())
        return metas;
    for (const Waiting& entry : found->second) {
        if (entry.queue.name == queue && entry.meta.id > after && metas.size() < kPiece)
            metas.push_back(entry.meta);
    }
    return metas;
}

void Messages::arrived(std::string_view user, std::string_view queue, std::uint64_t upTo)
{
    const auto found = m_waiting.find(user);
    if (found == m_waiting.end())
        return;
    std::erase_if(found->second,
                  [&](const Waiting& entry) { return entry.queue.name == queue && entry.meta.id <= upTo; });
    if (found->second.empty())
        m_waiting.erase(found);
}

void Messages::remember(SentMessage message)
{
    const std::uint64_t id = message.id;
    m_sent.insert_or_assign(id, std::move(message));
    if (m_sent.size() > kMaxRemembered)
        m_sent.erase(m_sent.begin());
}

const SentMessage* Messages::find(std::uint64_t id) const
{
    const auto found = m_sent.find(id);
    return found == m_sent.end() ? nullptr : &found->second;
}

void Messages::recall(std::uint64_t id)
{
    const auto found = m_sent.find(id);
    if (found == m_sent.end())
        return;
    if (const auto waiting = m_waiting.find(found->second.to); waiting != m_waiting.end())
        std::erase_if(waiting->second, [&](const Waiting& entry) { return entry.meta.id == id; });
    m_sent.erase(found);
}

void Messages::forgetUser(std::string_view user)
{
    if (const auto found = m_waiting.find(user); found != m_waiting.end())
        m_waiting.erase(found);
}

} // namespace sandbox

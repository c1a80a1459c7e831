// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/RequestLog.h"

#include <iterator>
#include <utility>

namespace tokenserver {

RequestLog::RequestLog(std::size_t capacity)
    : m_capacity(capacity)
{
}

void RequestLog::add(Record record)
{
    const std::lock_guard lock(m_mutex);
    ++m_counts.requests;
    if (record.issued)
        ++m_counts.tokens;
    const int hundred = record.status / 100;
    ++m_counts.byClass[static_cast<std::size_t>(hundred >= 1 && hundred <= 5 ? hundred : 0)];
    if (m_records.size() == m_capacity)
        m_records.pop_front();
    m_records.push_back(std::move(record));
}

std::vector<Record> RequestLog::take()
{
    std::deque<Record> taken;
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_records);
    }
    return {std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end())};
}

RequestLog::Counts RequestLog::counts() const
{
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

} // namespace tokenserver

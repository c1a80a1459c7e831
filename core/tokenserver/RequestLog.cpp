// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/RequestLog.h"

#include <utility>

namespace tokenserver {

void RequestLog::add(Record record)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_counts.requests;
        if (record.issued)
            ++m_counts.tokens;
        const int hundred = record.status / 100;
        ++m_counts.byClass[static_cast<std::size_t>(hundred >= 1 && hundred <= 5 ? hundred : 0)];
    }
    m_records.add(std::move(record));
}

RequestLog::Counts RequestLog::counts() const
{
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

} // namespace tokenserver

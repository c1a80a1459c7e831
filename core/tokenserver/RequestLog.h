// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Mailbox.h"
#include "core/tokenserver/Record.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace tokenserver {

/// The newest requests on their way from the server's thread to a reader that comes by now and then. However
/// many there are, the server never waits and the reader gets no more than the capacity at once.
class RequestLog final
{
public:
    /// Everything since the start, also what the reader missed.
    struct Counts
    {
        std::uint64_t requests = 0;
        std::uint64_t tokens = 0;
        std::array<std::uint64_t, 6> byClass{}; ///< [4]: the 4xx; [0]: none of 1xx to 5xx

        bool operator==(const Counts&) const = default;
    };

    explicit RequestLog(std::size_t capacity)
        : m_records(capacity)
    {
    }

    /// From any thread. The oldest that was not taken makes room.
    void add(Record record);
    /// What came since the last call, oldest first.
    [[nodiscard]] std::vector<Record> take() { return m_records.take(); }
    [[nodiscard]] Counts counts() const;

private:
    base::Mailbox<Record> m_records;
    mutable std::mutex m_mutex; // guards m_counts
    Counts m_counts;
};

} // namespace tokenserver

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace base {

/// The newest of something on its way from a fast writer to a reader that comes by now and then. However much
/// there is, the writer never waits and the reader gets no more than the capacity at once.
template<class Item>
class Mailbox final
{
public:
    explicit Mailbox(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    /// From any thread. The oldest that was not taken makes room.
    void add(Item item)
    {
        const std::lock_guard lock(m_mutex);
        if (m_items.size() == m_capacity)
            m_items.pop_front();
        m_items.push_back(std::move(item));
    }

    /// What came since the last call, oldest first.
    [[nodiscard]] std::vector<Item> take()
    {
        std::deque<Item> taken;
        {
            const std::lock_guard lock(m_mutex);
            taken.swap(m_items);
        }
        return {std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end())};
    }

private:
    const std::size_t m_capacity;
    std::mutex m_mutex;
    std::deque<Item> m_items;
};

} // namespace base

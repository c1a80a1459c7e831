// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Message.h"

#include <atomic>
#include <functional>
#include <optional>
#include <utility>

namespace local {

/// Shared by the copies of one Reply. Holds no more than weak references, so a late call harms nothing.
class ReplyState final
{
public:
    using Deliver = std::function<void(std::optional<Response>)>; ///< nothing: it was left without an answer

    explicit ReplyState(Deliver deliver)
        : m_deliver(std::move(deliver))
    {
    }
    ReplyState(const ReplyState&) = delete;
    ReplyState& operator=(const ReplyState&) = delete;
    ~ReplyState() { call(std::nullopt); }

    void call(std::optional<Response> response)
    {
        if (!m_called.exchange(true))
            m_deliver(std::move(response));
    }

private:
    Deliver m_deliver;
    std::atomic<bool> m_called{false};
};

} // namespace local

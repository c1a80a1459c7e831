// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Bodies.h"
#include "core/sandbox/Sessions.h"

#include <cstdint>
#include <string_view>

namespace sandbox {

/// What became of a message: its id, or why there is none.
struct Delivery
{
    msync::Status status{};
    std::uint64_t id = 0;
};

/// Brings messages from one user to another, signed in or not: those that an SDK sends, and those of REST.
class Post final
{
public:
    static constexpr std::int64_t kRecallMs = 120'000; ///< how long a sender may recall, as the service does

    explicit Post(Sessions& sessions)
        : m_sessions(sessions)
    {
    }

    /// A message as the SDK of `from` sent it. The refusals have the texts that the SDK knows.
    [[nodiscard]] Delivery take(std::string_view from, std::string_view resource, const msync::Meta& meta);

    /// The service's own, for a user who exists; returns the id. With onlineOnly nothing waits for a user who
    /// is not signed in.
    std::uint64_t deliver(const msync::Body& body, bool onlineOnly);

    /// Takes a message away from its recipient, who is told. False when it is not known (any more).
    bool recall(std::uint64_t id, std::string_view by);

private:
    [[nodiscard]] Delivery recallOwn(std::string_view from, const msync::Meta& meta, std::uint64_t about);
    void hand(std::string_view to, const msync::Jid& queue, std::uint64_t id);

    Sessions& m_sessions;
};

} // namespace sandbox

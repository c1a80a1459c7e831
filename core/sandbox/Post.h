// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Bodies.h"
#include "core/sandbox/Sessions.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

/// What became of a message: its id, or why there is none.
struct Delivery
{
    msync::Status status{};
    std::uint64_t id = 0;
};

/// Brings messages from users to users, groups and rooms, signed in or not: those that an SDK sends, and
/// those of REST. A room's messages reach who is there, and wait for nobody.
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

    /// The same for a group or room: to all members but the sender, or to those of `users` who are.
    std::uint64_t deliver(const Muc& muc, msync::Body body, const std::vector<std::string>* users,
                          bool onlineOnly);

    /// What the service tells of itself, in the queue that `from` names.
    void announce(const msync::Meta& meta, const std::vector<std::string>& recipients, bool onlineOnly);

    /// Takes a message away from those who have it, who are told. False when it is not known (any more).
    bool recall(std::uint64_t id, std::string_view by);

private:
    [[nodiscard]] Delivery takeForMuc(std::string_view from, msync::Meta down, const msync::BodyHead& head);
    [[nodiscard]] Delivery acknowledge(const msync::Meta& down, std::uint64_t about);
    [[nodiscard]] Delivery recallOwn(std::string_view from, const msync::Meta& meta, std::uint64_t about);
    void hand(const std::vector<std::string>& recipients, const msync::Jid& queue, std::uint64_t id,
              bool onlineOnly);

    Sessions& m_sessions;
};

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Frames.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

/// What the service remembers of a message, after its delivery too, so that it can be recalled.
struct SentMessage
{
    std::uint64_t id = 0;
    std::string from; ///< user ID
    std::string to;   ///< user ID
    std::int64_t sentMs = 0;
};

/// The messages on their way: what waits for each user, in queues by conversation, until the user's device
/// has it. Ids rise with every message, over all users.
class Messages final
{
public:
    static constexpr std::size_t kMaxWaiting = 500;       ///< for a user; the oldest goes
    static constexpr std::size_t kMaxRemembered = 20'000; ///< sent messages; the oldest is forgotten
    static constexpr std::size_t kPiece = 50;             ///< messages handed out at once

    /// A new id: milliseconds times 2^20, counted on within one millisecond.
    [[nodiscard]] std::uint64_t nextId(std::int64_t nowMs);

    /// Puts a message into the user's queue of that conversation. meta.id is its id.
    void put(std::string_view user, const msync::Jid& queue, msync::Meta meta);

    /// The conversations in which something waits.
    [[nodiscard]] std::vector<msync::QueueCount> waiting(std::string_view user) const;
    [[nodiscard]] std::size_t waitingCount(std::string_view user) const;
    [[nodiscard]] bool isWaiting(std::string_view user, std::uint64_t id) const;

    /// The oldest kPiece of that queue behind the id `after`.
    [[nodiscard]] std::vector<msync::Meta> piece(std::string_view user, std::string_view queue,
                                                 std::uint64_t after) const;
    /// The user's device has everything of that queue up to `upTo`.
    void arrived(std::string_view user, std::string_view queue, std::uint64_t upTo);

    void remember(SentMessage message);
    [[nodiscard]] const SentMessage* find(std::uint64_t id) const;
    /// Takes the message away, also where it still waits.
    void recall(std::uint64_t id);

    void forgetUser(std::string_view user);

private:
    struct Waiting
    {
        msync::Jid queue;
        msync::Meta meta;
    };

    std::map<std::string, std::deque<Waiting>, std::less<>> m_waiting; // by user, oldest first
    std::map<std::uint64_t, SentMessage> m_sent;
    std::uint64_t m_lastId = 0;
};

} // namespace sandbox

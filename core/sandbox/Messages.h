// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Frames.h"
#include "core/sandbox/Database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

enum class ChatKind { User = 0, Group = 1, Room = 2 };

/// What the service remembers of a message, after its delivery too, so that it can be recalled.
struct SentMessage
{
    std::uint64_t id = 0;
    std::string from; ///< user ID
    std::string to;   ///< user ID, group ID or room ID
    std::int64_t sentMs = 0;
    ChatKind chat = ChatKind::User;
};

/// The messages on their way: what waits for each user, in queues by conversation, until the user's device
/// has it. Ids rise with every message, over all users.
class Messages final
{
public:
    static constexpr std::size_t kMaxWaiting = 500;       ///< for a user; the oldest goes
    static constexpr std::size_t kMaxRemembered = 20'000; ///< sent messages; the oldest is forgotten
    static constexpr std::size_t kPiece = 50;             ///< messages handed out at once

    /// The App Key is that of the queues, org#app.
    Messages(Database& database, std::string appKey);

    /// A new id: milliseconds times 2^20, counted on within one millisecond.
    [[nodiscard]] std::uint64_t nextId(std::int64_t nowMs);

    /// A message that can be recalled while it is remembered. meta.id is its id.
    void remember(const SentMessage& message, const msync::Meta& meta);
    /// One that is nobody's to recall (an acknowledgement, an event): it lasts while it waits for somebody.
    void keep(const msync::Meta& meta);
    /// Lets a message that is kept wait in the user's queue of that conversation.
    void put(std::string_view user, const msync::Jid& queue, std::uint64_t id);

    /// The conversations in which something waits, the longest waiting first.
    [[nodiscard]] std::vector<msync::QueueCount> waiting(std::string_view user) const;
    [[nodiscard]] std::size_t waitingCount(std::string_view user) const;
    [[nodiscard]] bool isWaiting(std::string_view user, std::uint64_t id) const;

    /// The oldest kPiece of that queue behind the id `after`.
    [[nodiscard]] std::vector<msync::Meta> piece(std::string_view user, std::string_view queue,
                                                 std::uint64_t after) const;
    /// The user's device has everything of that queue up to `upTo`.
    void arrived(std::string_view user, std::string_view queue, std::uint64_t upTo);

    /// A message that is remembered, and for how many it still waits.
    struct Kept
    {
        SentMessage sent;
        msync::Meta meta;
        std::size_t waiting = 0;
    };
    /// The newest first.
    [[nodiscard]] std::vector<Kept> newest(std::size_t limit) const;
    [[nodiscard]] std::size_t rememberedCount() const;

    [[nodiscard]] std::optional<SentMessage> find(std::uint64_t id) const;
    /// Takes the message away, also where it still waits.
    void recall(std::uint64_t id);

    void forgetUser(std::string_view user);

private:
    void store(const SentMessage& message, const msync::Meta& meta, bool remembered);
    void sweep();

    Database& m_database;
    std::string m_appKey;
    std::uint64_t m_lastId = 0;
    std::size_t m_sinceSweep = 0;
};

} // namespace sandbox

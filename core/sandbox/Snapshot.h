// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Bodies.h"
#include "core/sandbox/Messages.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sandbox {

struct State;
class Sessions;

/// What the sandbox holds at one moment, to look at. Times are milliseconds since 1970.
struct Snapshot
{
    static constexpr std::size_t kMostRows = 500;

    template<class Row>
    struct Table
    {
        std::vector<Row> rows{};
        std::size_t total = 0;

        bool operator==(const Table&) const = default;
    };

    struct UserRow
    {
        std::string name;
        std::string nickname;
        std::string uuid;
        std::int64_t createdMs = 0;
        bool activated = true;
        bool online = false;
        std::size_t waiting = 0; ///< messages

        bool operator==(const UserRow&) const = default;
    };
    /// A group or a room.
    struct MucRow
    {
        std::string id;
        std::string name;
        std::string owner;
        std::vector<std::string> members; ///< the owner first, kMostMembers at most
        std::size_t memberCount = 0;
        bool isPublic = false;
        bool disabled = false;

        bool operator==(const MucRow&) const = default;
    };
    static constexpr std::size_t kMostMembers = 20;
    struct SessionRow
    {
        std::string user;
        std::string resource; ///< of the device
        std::string device;
        std::int64_t sinceMs = 0;
        std::int64_t expiresMs = 0; ///< 0: never

        bool operator==(const SessionRow&) const = default;
    };
    struct MessageRow
    {
        std::string id;
        std::string from;
        std::string to;
        ChatKind chat = ChatKind::User;
        msync::ContentType type = msync::ContentType::Text;
        std::string text; ///< of a text message, its first 200 bytes at most; empty for others
        std::int64_t sentMs = 0;
        std::size_t waiting = 0; ///< for how many it still waits

        bool operator==(const MessageRow&) const = default;
    };

    Table<UserRow> users;
    Table<MucRow> groups;
    Table<MucRow> rooms;
    Table<SessionRow> sessions;
    Table<MessageRow> messages;

    bool operator==(const Snapshot&) const = default;
};

/// The newest kMostRows of each.
[[nodiscard]] Snapshot takeSnapshot(const State& state, const Sessions& sessions);

} // namespace sandbox

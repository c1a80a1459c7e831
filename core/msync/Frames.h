// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// MSync, the SDK's protocol over its WebSocket, for both sides: values to bytes and back. Pure functions; a
/// decoder gives nothing for bytes that are no such message, skips fields that it does not know, and takes
/// fields in any order. Times are milliseconds since 1970.
namespace msync {

inline constexpr std::string_view kUserDomain = "easemob.com";
inline constexpr std::string_view kGroupDomain = "conference.easemob.com"; ///< groups and rooms
inline constexpr std::string_view kAuthPrefix = "$t$";                     ///< before the token

enum class Command { Sync = 0, Unread = 1, Notice = 2, Provision = 3 };

struct Jid
{
    std::string appKey{}; ///< org#app
    std::string name{};
    std::string domain{};
    std::string resource{}; ///< the device

    bool operator==(const Jid&) const = default;
};

/// The outer message of every frame. guid and auth are there at the sign-in only.
struct Frame
{
    Command command = Command::Sync;
    std::optional<Jid> guid{};
    std::string auth{};
    std::string payload{};
};

enum class StatusCode { Ok = 0, Fail = 1, Unauthorized = 2, Denied = 7, Forbidden = 12, Muted = 15 };

struct Status
{
    StatusCode code = StatusCode::Ok;
    std::string reason{};

    bool operator==(const Status&) const = default;
};

/// Sign-in: asked without status, answered with one. The SDK throws on an answer that has none.
struct Provision
{
    std::optional<Status> status{};
    std::string version{}; ///< of the SDK
    std::string deviceName{};
    std::string resource{};
    std::string authToken{}; ///< JSON: {"token":"$t$..."} asked, {"expires_in":ms since 1970} answered
};

struct QueueCount
{
    Jid queue;
    std::uint32_t count = 0;

    bool operator==(const QueueCount&) const = default;
};

/// The answer to UNREAD, which the SDK also sends as its heartbeat. The question has no payload.
struct Unread
{
    Status status{};
    std::vector<QueueCount> queues{};
    std::int64_t timestampMs = 0; ///< the SDK compares its token's end with it
};

enum class NameSpace { Statistic = 0, Chat = 1, Muc = 2, Roster = 3, Conference = 4, Notify = 5 };

/// An envelope: one message of a user, or of the server about users.
struct Meta
{
    std::uint64_t id = 0; ///< the sender's own number on the way up, the server's on the way down
    std::optional<Jid> from{};
    std::optional<Jid> to{};
    std::int64_t timestampMs = 0;
    NameSpace ns = NameSpace::Chat;
    std::string payload{};
    int routeType = 0;
    std::vector<std::string> ext{};           ///< encoded KeyValues
    std::vector<std::string> directedUsers{}; ///< of a group or room: only these members get it; none: all do

    bool operator==(const Meta&) const = default;
};

/// SYNC up: a message to send, or a queue to pull, with what has arrived of it already.
struct SyncRequest
{
    std::optional<Meta> meta{};
    std::optional<Jid> queue{};
    std::optional<std::uint64_t> key{}; ///< everything of the queue up to this id has arrived
};

/// SYNC down: what became of a message sent, or a piece of a queue. One with metas or isLast names the queue,
/// or the SDK drops it.
struct SyncAnswer
{
    Status status{};
    std::optional<std::uint64_t> metaId{};
    std::optional<std::uint64_t> serverId{};
    std::vector<Meta> metas{};
    std::optional<std::uint64_t> nextKey{};
    std::optional<Jid> queue{};
    bool isLast = false;
    std::int64_t timestampMs = 0;
};

[[nodiscard]] std::string encode(const Frame& frame);
[[nodiscard]] std::string encode(const Provision& provision);
[[nodiscard]] std::string encode(const Unread& unread);
[[nodiscard]] std::string encode(const SyncRequest& request);
[[nodiscard]] std::string encode(const SyncAnswer& answer);
[[nodiscard]] std::string encode(const Meta& meta);
/// NOTICE: something waits in that queue.
[[nodiscard]] std::string encodeNotice(const Jid& queue);

/// Nothing also for a command that is none of the four.
[[nodiscard]] std::optional<Frame> decodeFrame(std::string_view bytes);
[[nodiscard]] std::optional<Provision> decodeProvision(std::string_view payload);
[[nodiscard]] std::optional<Unread> decodeUnread(std::string_view payload);
[[nodiscard]] std::optional<SyncRequest> decodeSyncRequest(std::string_view payload);
[[nodiscard]] std::optional<SyncAnswer> decodeSyncAnswer(std::string_view payload);
[[nodiscard]] std::optional<Meta> decodeMeta(std::string_view bytes);
[[nodiscard]] std::optional<Jid> decodeNotice(std::string_view payload);

} // namespace msync

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Frames.h"

#include <variant>

/// What a Meta carries: a chat message (namespace Chat) or a word of the server about the session
/// (Statistic).
namespace msync {

enum class BodyType {
    Normal = 0,
    Chat = 1,
    GroupChat = 2,
    RoomChat = 3,
    ReadAck = 4,
    DeliveryAck = 5,
    Recall = 6,
    ChannelAck = 7,
    Edit = 8,
};

enum class ContentType {
    Text = 0,
    Image = 1,
    Video = 2,
    Location = 3,
    Voice = 4,
    File = 5,
    Command = 6,
    Custom = 7,
    Combine = 8,
};

/// A named value. Json is a text that holds JSON.
struct KeyValue
{
    struct Json
    {
        std::string text;
        bool operator==(const Json&) const = default;
    };

    std::string key;
    std::variant<bool, std::int64_t, double, std::string, Json> value;

    bool operator==(const KeyValue&) const = default;
};

struct Size
{
    double width = 0;
    double height = 0;

    bool operator==(const Size&) const = default;
};

struct Content
{
    ContentType type = ContentType::Text;
    std::string text{};
    double latitude = 0;
    double longitude = 0;
    std::string address{};
    std::string displayName{}; ///< a file's name
    std::string remotePath{};  ///< a file's URL
    std::string secretKey{};
    std::int32_t fileLength = 0; ///< bytes
    std::string action{};        ///< of a command message
    std::int32_t duration = 0;   ///< seconds
    std::optional<Size> size{};
    std::string thumbnailPath{};
    std::string thumbnailSecret{};
    std::string customEvent{};
    std::vector<KeyValue> customExts{};

    bool operator==(const Content&) const = default;
};

struct Body
{
    BodyType type = BodyType::Chat;
    std::string from{}; ///< user ID
    std::string to{};
    std::vector<Content> contents{};
    std::vector<KeyValue> ext{};
    std::uint64_t ackMessageId = 0; ///< the message that an acknowledgement or a recall is about

    bool operator==(const Body&) const = default;
};

/// What a relay needs to know of a body.
struct BodyHead
{
    BodyType type = BodyType::Normal;
    std::uint64_t ackMessageId = 0;
};

/// Why the server ends a session, in the SDK's terms: its error types 207, 206, 216 and 217.
enum class Eviction { UserRemoved = 1, SignedInElsewhere = 2, PasswordChanged = 3, Kicked = 4 };

[[nodiscard]] std::string encode(const Body& body);
[[nodiscard]] std::string encode(Eviction eviction);

[[nodiscard]] std::optional<Body> decodeBody(std::string_view payload);
/// Does not unfold the contents, whatever they are.
[[nodiscard]] std::optional<BodyHead> decodeBodyHead(std::string_view payload);
/// Nothing also for a word about something else.
[[nodiscard]] std::optional<Eviction> decodeEviction(std::string_view payload);

} // namespace msync

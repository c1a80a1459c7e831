// SPDX-License-Identifier: Apache-2.0
#include "core/msync/DescribeMeta.h"

#include "core/msync/Bodies.h"
#include "core/msync/Muc.h"
#include "core/msync/Notify.h"
#include "core/msync/Roster.h"

#include <algorithm>
#include <utility>

namespace msync {
namespace {

constexpr std::size_t kMaxBody = std::size_t{16} * 1024; // bytes; the service takes 5 KB
constexpr std::size_t kMaxListed = 20;

/// The SDK's names of the numbers from 0, with a blank between.
constexpr std::string_view kNameSpaces = "STATISTIC CHAT MUC ROSTER CONFERENCE NOTIFY";
constexpr std::string_view kBodyTypes =
    "NORMAL CHAT GROUPCHAT CHATROOM READ_ACK DELIVER_ACK RECALL CHANNEL_ACK EDIT";
constexpr std::string_view kContentTypes = "text image video location voice file command custom combine";
constexpr std::string_view kRosterOperations =
    "GET_ROSTER GET_BLACKLIST ADD REMOVE ACCEPT DECLINE BAN ALLOW REMOTE_ACCEPT REMOTE_DECLINE";
constexpr std::string_view kStatistics = "INFORMATION USER_REMOVED USER_LOGIN_ANOTHER_DEVICE "
                                         "USER_KICKED_BY_CHANGE_PASSWORD USER_KICKED_BY_OTHER_DEVICE";
constexpr std::string_view kMucOperations =
    "CREATE DESTROY JOIN LEAVE APPLY APPLY_ACCEPT APPLY_DECLINE INVITE INVITE_ACCEPT INVITE_DECLINE KICK "
    "GET_BLACKLIST BAN ALLOW UPDATE BLOCK UNBLOCK PRESENCE ABSENCE DIRECT_JOINED ASSIGN_OWNER ADD_ADMIN "
    "REMOVE_ADMIN ADD_MUTE REMOVE_MUTE UPDATE_ANNOUNCEMENT DELETE_ANNOUNCEMENT UPLOAD_FILE DELETE_FILE "
    "ADD_USER_WHITE_LIST REMOVE_USER_WHITE_LIST BAN_GROUP REMOVE_BAN_GROUP THREAD_CREATE THREAD_DESTROY "
    "THREAD_JOIN THREAD_LEAVE THREAD_KICK THREAD_UPDATE THREAD_PRESENCE THREAD_ABSENCE DISABLE_GROUP "
    "ABLE_GROUP SET_METADATA DELETE_METADATA GROUP_MEMBER_METADATA_UPDATE";

template<class Enum>
std::string nameOf(std::string_view names, Enum value)
{
    const auto number = static_cast<std::int64_t>(value);
    for (std::int64_t i = 0; i < number && !names.empty(); ++i)
        names.remove_prefix(std::min(names.find(' '), names.size() - 1) + 1);
    const std::string_view name = names.substr(0, names.find(' '));
    return number < 0 || name.empty() ? std::to_string(number) : std::string(name);
}

std::string listOf(const std::vector<std::string>& names)
{
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < kMaxListed; ++i)
        list += (list.empty() ? "" : ", ") + shown(names[i]);
    return names.size() > kMaxListed ? list + ", …" : list;
}

void addValue(const KeyValue& pair, Outline& out)
{
    struct Visitor
    {
        std::string operator()(bool value) const { return value ? "true" : "false"; }
        std::string operator()(std::int64_t value) const { return std::to_string(value); }
        std::string operator()(double value) const { return std::to_string(value); }
        std::string operator()(const std::string& value) const { return shown(value); }
        std::string operator()(const KeyValue::Json& value) const { return shown(value.text); }
    };
    out.fact(shown(pair.key), std::visit(Visitor{}, pair.value));
}

void addValues(std::string_view name, const std::vector<KeyValue>& values, Outline& out)
{
    if (values.empty())
        return;
    out.heading(name);
    const Outline::Level level(out);
    for (std::size_t i = 0; i < values.size() && i < kMaxListed; ++i)
        addValue(values[i], out);
}

void addContent(const Content& content, Outline& out)
{
    out.fact("content", nameOf(kContentTypes, content.type));
    const Outline::Level level(out);
    out.text("text", content.text);
    out.text("action", content.action);
    out.text("event", content.customEvent);
    out.text("address", content.address);
    out.text("file", content.displayName);
    out.text("path", content.remotePath);
    if (content.fileLength != 0)
        out.number("length", std::int64_t{content.fileLength});
    addValues("exts", content.customExts, out);
}

/// "to bob" on the way up, "from alice" on the way down; in a group both.
std::string peerOf(const Meta& meta, Direction direction)
{
    const std::string to = meta.to ? shown(meta.to->name) : "nobody";
    if (direction == Direction::Up)
        return " to " + to;
    const std::string from = " from " + (meta.from ? shown(meta.from->name) : std::string("nobody"));
    return meta.to && meta.to->domain == kGroupDomain ? from + " to " + to : from;
}

std::string describeBody(const Meta& meta, Direction direction, Outline& out)
{
    const auto head = decodeBodyHead(meta.payload);
    if (!head) {
        out.fact("body", std::to_string(meta.payload.size()) + " bytes that cannot be read");
        return "broken message" + peerOf(meta, direction);
    }
    out.fact("type", nameOf(kBodyTypes, head->type));
    if (head->ackMessageId != 0) {
        out.number("about message", head->ackMessageId);
        return nameOf(kBodyTypes, head->type) + peerOf(meta, direction) + " about " +
               std::to_string(head->ackMessageId);
    }
    const auto body = meta.payload.size() <= kMaxBody ? decodeBody(meta.payload) : std::nullopt;
    if (!body) {
        out.fact("body", std::to_string(meta.payload.size()) + " bytes");
        return "message" + peerOf(meta, direction);
    }
    for (std::size_t i = 0; i < body->contents.size() && i < kMaxListed; ++i)
        addContent(body->contents[i], out);
    addValues("ext", body->ext, out);
    if (body->contents.empty())
        return nameOf(kBodyTypes, head->type) + peerOf(meta, direction);
    const Content& first = body->contents.front();
    return nameOf(kContentTypes, first.type) + peerOf(meta, direction) +
           (first.text.empty() ? "" : ": " + shown(first.text));
}

std::string describeMuc(const Meta& meta, Outline& out)
{
    const auto body = decodeMucBody(meta.payload);
    if (!body)
        return "a group event that cannot be read";
    const std::string operation = nameOf(kMucOperations, body->operation);
    const std::string_view kind = body->isRoom ? "room" : "group";
    out.fact("operation", operation);
    out.text(kind, body->mucId);
    out.text("name", body->mucName);
    out.text("by", body->from);
    if (!body->to.empty())
        out.fact("about", listOf(body->to));
    out.text("reason", body->reason);
    out.text("ext", body->ext);
    out.text("settings", body->settings);
    return operation + " in " + std::string(kind) + " " + shown(body->mucId);
}

std::string describeRoster(const Meta& meta, Outline& out)
{
    const auto body = decodeRosterBody(meta.payload);
    if (!body)
        return "a contact event that cannot be read";
    const std::string operation = nameOf(kRosterOperations, body->operation);
    out.fact("operation", operation);
    out.text("by", body->from);
    if (!body->to.empty())
        out.fact("told", listOf(body->to));
    out.text("reason", body->reason);
    return operation + " by " + shown(body->from);
}

std::string describeNotify(const Meta& meta, Outline& out)
{
    const auto presence = decodePresence(meta.payload);
    if (!presence) {
        out.text("notification", meta.payload);
        return "a notification";
    }
    out.text("user", presence->user);
    out.text("ext", presence->ext);
    for (std::size_t i = 0; i < presence->devices.size() && i < kMaxListed; ++i)
        out.fact("device " + shown(presence->devices[i].first), std::to_string(presence->devices[i].second));
    return "presence of " + shown(presence->user);
}

std::string describeStatistic(const Meta& meta, Outline& out)
{
    const auto eviction = decodeEviction(meta.payload);
    const std::string operation = eviction ? nameOf(kStatistics, *eviction) : "INFORMATION";
    out.fact("operation", operation);
    return operation;
}

std::string describeCarried(const Meta& meta, Direction direction, Outline& out)
{
    switch (meta.ns) {
    case NameSpace::Statistic:
        return describeStatistic(meta, out);
    case NameSpace::Chat:
        return describeBody(meta, direction, out);
    case NameSpace::Muc:
        return describeMuc(meta, out);
    case NameSpace::Roster:
        return describeRoster(meta, out);
    case NameSpace::Notify:
        return describeNotify(meta, out);
    case NameSpace::Conference:
        break;
    }
    out.fact("payload", std::to_string(meta.payload.size()) + " bytes");
    return "a meta of namespace " + nameOf(kNameSpaces, meta.ns);
}

} // namespace

std::string jidText(const Jid& jid)
{
    std::string text = shown(jid.name);
    if (!jid.domain.empty())
        text += "@" + shown(jid.domain);
    if (!jid.resource.empty())
        text += "/" + shown(jid.resource);
    return text;
}

std::string describeMeta(const Meta& meta, Direction direction, Outline& out)
{
    out.fact("meta", std::to_string(meta.id));
    const Outline::Level level(out);
    out.fact("namespace", nameOf(kNameSpaces, meta.ns));
    if (meta.from)
        out.fact("from", jidText(*meta.from));
    if (meta.to)
        out.fact("to", jidText(*meta.to));
    if (meta.timestampMs != 0)
        out.number("timestamp", meta.timestampMs);
    if (!meta.directedUsers.empty())
        out.fact("only to", listOf(meta.directedUsers));
    return describeCarried(meta, direction, out);
}

} // namespace msync

// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/MessageFamily.h"

#include "core/sandbox/Envelope.h"
#include "core/sandbox/MessageJson.h"
#include "core/sandbox/MucCalls.h"
#include "core/sandbox/Post.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace sandbox {
namespace {

constexpr std::size_t kMaxRecipients = 600;
constexpr std::size_t kMaxGroups = 3;
constexpr std::size_t kMaxRooms = 10;

std::optional<std::uint64_t> idOf(std::string_view text)
{
    std::uint64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(id) : std::nullopt;
}

/// The texts of `member`, once each, in lower case.
tl::expected<std::vector<std::string>, Fault> listOf(const base::JsonValue& body, std::string_view member,
                                                     std::size_t most)
{
    const std::string word(member);
    const base::JsonValue* to = body.find(member);
    if (!to || !to->array() || to->array()->empty())
        return refuse(messageFault("message_send_error", "param " + word + " can't be empty"));
    if (to->array()->size() > most)
        return refuse(messageFault("message_send_error",
                                   "params " + word + "'s size can't exceed limit " + std::to_string(most)));
    auto names = foldedNames(body.find(member));
    if (!names)
        return refuse(invalidBody());
    return *std::move(names);
}

/// The body of a message with its sender, "admin" where none is named.
tl::expected<msync::Body, Fault> messageOf(const Call& call)
{
    if (!call.body.object())
        return refuse(invalidBody());
    const base::JsonValue* from = call.body.find("from");
    if (from && (!from->string() || from->string()->empty()))
        return refuse(messageFault("message_send_error", "param from can't be empty"));
    auto body = readMessage(call.body);
    if (body)
        body->from = from ? foldUserId(*from->string()) : "admin";
    return body;
}

/// The recall's words for where a message went.
std::optional<ChatKind> chatKindOf(std::string_view word)
{
    if (word == "chat")
        return ChatKind::User;
    if (word == "group" || word == "groupchat")
        return ChatKind::Group;
    return word == "chatroom" ? std::optional(ChatKind::Room) : std::nullopt;
}

} // namespace

void MessageFamily::addTo(Operations& operations)
{
    operations["message.send.users"] = {Access::App, [this](const Call& call) { return sendToUsers(call); }};
    const auto toMucs = [this](ChatKind kind, bool toSome) {
        return Operation{Access::App, [=, this](const Call& call) { return sendToMucs(call, kind, toSome); }};
    };
    operations["message.send.groups"] = toMucs(ChatKind::Group, false);
    operations["message.send.groups.users"] = toMucs(ChatKind::Group, true);
    operations["message.send.rooms"] = toMucs(ChatKind::Room, false);
    operations["message.send.rooms.users"] = toMucs(ChatKind::Room, true);
    operations["message.recall"] = {Access::App, [this](const Call& call) { return recall(call); }};
}

/// Who does not exist gets an id like everybody, as the service does not check; nothing waits for them.
Outcome MessageFamily::sendToUsers(const Call& call)
{
    const auto names = listOf(call.body, "to", kMaxRecipients);
    if (!names)
        return refuse(names.error());
    auto body = messageOf(call);
    if (!body)
        return refuse(body.error());

    const bool onlineOnly = call.body.text("routetype") == "ROUTE_ONLINE";
    Messages& messages = m_sessions.state().messages;
    Post post(m_sessions);
    base::JsonObject ids;
    for (const std::string& name : *names) {
        body->to = name;
        const bool known = m_sessions.state().users.find(name).has_value();
        const std::uint64_t id = known ? post.deliver(*body, onlineOnly) : messages.nextId(call.startMs);
        ids.emplace_back(name, std::to_string(id));
    }
    return envelope(call, {.data = std::move(ids)});
}

/// To all members, or to those of `users`. A group or room that is not there is told instead of an id.
Outcome MessageFamily::sendToMucs(const Call& call, ChatKind kind, bool toSome)
{
    const auto ids = listOf(call.body, "to", kind == ChatKind::Group ? kMaxGroups : kMaxRooms);
    if (!ids)
        return refuse(ids.error());
    std::vector<std::string> users;
    if (toSome) {
        auto named = listOf(call.body, "users", kMaxRecipients);
        if (!named)
            return refuse(named.error());
        users = *std::move(named);
    }
    const auto body = messageOf(call);
    if (!body)
        return refuse(body.error());
    const bool onlineOnly = call.body.text("routetype") == "ROUTE_ONLINE";
    Mucs& mucs = m_sessions.state().mucs;
    mucs.sweepRooms(call.startMs);
    Post post(m_sessions);
    base::JsonObject data;
    for (const std::string& id : *ids) {
        const auto muc = mucs.find(kind, id);
        if (!muc)
            data.emplace_back(id, kind == ChatKind::Group ? "group doesn't exist" : "chatroom doesn't exist");
        else
            data.emplace_back(
                id, std::to_string(post.deliver(*muc, *body, toSome ? &users : nullptr, onlineOnly)));
    }
    return envelope(call, {.data = std::move(data)});
}

/// The app may recall at any time while the message is remembered with `force`, else within the limit.
Outcome MessageFamily::recall(const Call& call)
{
    for (const std::string_view name : {"msg_id", "to", "chat_type"}) {
        if (call.body.text(name).empty())
            return refuse(
                messageFault("message_recall_error", "param " + std::string(name) + " can't be empty"));
    }
    const auto id = idOf(call.body.text("msg_id"));
    const auto sent = id ? m_sessions.state().messages.find(*id) : std::nullopt;
    if (!sent)
        return refuse(messageFault("message_recall_error", "not_found msg", 403));
    const std::string to = foldUserId(call.body.text("to"));
    if (chatKindOf(call.body.text("chat_type")) != sent->chat || sent->to != to)
        return refuse(messageFault("message_recall_error", "can't find msg to"));
    const base::JsonValue* force = call.body.find("force");
    const bool forced = force && force->boolean() && *force->boolean();
    if (!forced && call.startMs - sent->sentMs > Post::kRecallMs)
        return refuse(messageFault("message_recall_error", "exceed recall time limit", 403));
    const std::string by = foldUserId(call.body.text("from", "admin"));
    Post(m_sessions).recall(*id, by);
    return envelope(call, {.data = base::JsonObject{{"recalled", "yes"},
                                                    {"chattype", call.body.text("chat_type")},
                                                    {"from", by},
                                                    {"to", to},
                                                    {"msg_id", std::to_string(*id)}}});
}

} // namespace sandbox

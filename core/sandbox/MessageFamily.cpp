// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/MessageFamily.h"

#include "core/sandbox/Envelope.h"
#include "core/sandbox/MessageJson.h"
#include "core/sandbox/Post.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace sandbox {
namespace {

constexpr std::size_t kMaxRecipients = 600;

tl::unexpected<Fault> refuse(Fault fault)
{
    return tl::unexpected<Fault>(std::move(fault));
}

std::optional<std::uint64_t> idOf(std::string_view text)
{
    std::uint64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(id) : std::nullopt;
}

/// The user IDs of `to`, once each, as they are kept.
tl::expected<std::vector<std::string>, Fault> recipientsOf(const base::JsonValue& body)
{
    const base::JsonValue* to = body.find("to");
    if (!to || !to->array() || to->array()->empty())
        return refuse(messageFault("message_send_error", "param to can't be empty"));
    if (to->array()->size() > kMaxRecipients)
        return refuse(messageFault("message_send_error", "params to's size can't exceed limit 600"));
    std::vector<std::string> names;
    for (const base::JsonValue& name : *to->array()) {
        if (!name.string())
            return refuse(invalidBody());
        std::string folded = foldUserId(*name.string());
        if (std::find(names.begin(), names.end(), folded) == names.end())
            names.push_back(std::move(folded));
    }
    return names;
}

} // namespace

void MessageFamily::addTo(Operations& operations)
{
    operations["message.send.users"] = {Access::App, [this](const Call& call) { return sendToUsers(call); }};
    operations["message.recall"] = {Access::App, [this](const Call& call) { return recall(call); }};
}

/// Who does not exist gets an id like everybody, as the service does not check; nothing waits for them.
Outcome MessageFamily::sendToUsers(const Call& call)
{
    if (!call.body.object())
        return refuse(invalidBody());
    const base::JsonValue* from = call.body.find("from");
    if (from && (!from->string() || from->string()->empty()))
        return refuse(messageFault("message_send_error", "param from can't be empty"));
    const std::string sender = from ? foldUserId(*from->string()) : "admin";
    const auto names = recipientsOf(call.body);
    if (!names)
        return refuse(names.error());
    auto body = readMessage(call.body);
    if (!body)
        return refuse(body.error());

    const bool onlineOnly = call.body.text("routetype") == "ROUTE_ONLINE";
    Messages& messages = m_sessions.state().messages;
    Post post(m_sessions);
    base::JsonObject ids;
    body->from = sender;
    for (const std::string& name : *names) {
        body->to = name;
        const bool known = m_sessions.state().users.find(name).has_value();
        const std::uint64_t id = known ? post.deliver(*body, onlineOnly) : messages.nextId(call.startMs);
        ids.emplace_back(name, std::to_string(id));
    }
    return envelope(call, {.data = std::move(ids)});
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
    if (call.body.text("chat_type") != "chat" || sent->to != to)
        return refuse(messageFault("message_recall_error", "can't find msg to"));
    const base::JsonValue* force = call.body.find("force");
    const bool forced = force && force->boolean() && *force->boolean();
    if (!forced && call.startMs - sent->sentMs > Post::kRecallMs)
        return refuse(messageFault("message_recall_error", "exceed recall time limit", 403));
    const std::string by = foldUserId(call.body.text("from", "admin"));
    Post(m_sessions).recall(*id, by);
    return envelope(call, {.data = base::JsonObject{{"recalled", "yes"},
                                                    {"chattype", "chat"},
                                                    {"from", by},
                                                    {"to", to},
                                                    {"msg_id", std::to_string(*id)}}});
}

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#include "core/msync/Describe.h"

#include "core/base/Json.h"
#include "core/msync/DescribeMeta.h"

#include <utility>

namespace msync {
namespace {

constexpr std::size_t kMaxFrame = std::size_t{1024} * 1024; // bytes that are taken apart
constexpr std::size_t kMaxListed = 20;

std::string bytesOf(std::string_view bytes)
{
    return std::to_string(bytes.size()) + " bytes";
}

std::string_view nameOf(Command command)
{
    switch (command) {
    case Command::Sync:
        return "SYNC";
    case Command::Unread:
        return "UNREAD";
    case Command::Notice:
        return "NOTICE";
    case Command::Provision:
        return "PROVISION";
    }
    return {};
}

std::string broken(std::string_view payload, Outline& out)
{
    out.fact("payload", bytesOf(payload) + " that cannot be read");
    return "broken payload";
}

void addStatus(const Status& status, Outline& out)
{
    out.number("status", static_cast<std::int64_t>(status.code));
    out.text("reason", status.reason);
}

void addMore(std::size_t count, Outline& out)
{
    if (count > kMaxListed)
        out.fact("and", std::to_string(count - kMaxListed) + " more");
}

/// Known members only: whatever else stands there may be as secret as the token.
void addAuthToken(std::string_view text, Outline& out)
{
    if (text.empty())
        return;
    const auto json = base::JsonValue::parse(text, 4);
    const base::JsonValue* expires = json ? json->find("expires_in") : nullptr;
    if (expires && expires->integer())
        out.fact("authToken", "expires_in " + std::to_string(*expires->integer()));
    else if (json && !json->text("token").empty())
        out.fact("authToken", tokenLength(json->text("token")));
    else
        out.fact("authToken", bytesOf(text));
}

std::string describeProvision(const Frame& frame, Direction direction, Outline& out)
{
    const auto provision = decodeProvision(frame.payload);
    if (!provision)
        return broken(frame.payload, out);
    if (provision->status)
        addStatus(*provision->status, out);
    out.text("SDK version", provision->version);
    out.text("device name", provision->deviceName);
    out.text("resource", provision->resource);
    addAuthToken(provision->authToken, out);
    if (direction == Direction::Up)
        return "sign-in of " + shown(frame.guid ? frame.guid->name : std::string());
    if (!provision->status)
        return "an answer without status";
    if (provision->status->code == StatusCode::Ok)
        return "signed in";
    return "refused: " + shown(provision->status->reason);
}

std::string describeUnread(const Frame& frame, Direction direction, Outline& out)
{
    if (direction == Direction::Up)
        return "heartbeat";
    const auto unread = decodeUnread(frame.payload);
    if (!unread)
        return broken(frame.payload, out);
    addStatus(unread->status, out);
    out.number("timestamp", unread->timestampMs);
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < unread->queues.size(); ++i) {
        const QueueCount& entry = unread->queues[i];
        count += entry.count;
        if (i < kMaxListed)
            out.fact("queue " + jidText(entry.queue), std::to_string(entry.count));
    }
    addMore(unread->queues.size(), out);
    return count == 0 ? "nothing waits" : std::to_string(count) + " waiting";
}

std::string describeNotice(const Frame& frame, Outline& out)
{
    const auto queue = decodeNotice(frame.payload);
    if (!queue)
        return broken(frame.payload, out);
    out.fact("queue", jidText(*queue));
    return "something waits in queue " + shown(queue->name);
}

std::string describeRequest(const Frame& frame, Outline& out)
{
    const auto request = decodeSyncRequest(frame.payload);
    if (!request)
        return broken(frame.payload, out);
    if (request->key)
        out.number("arrived up to", *request->key);
    if (request->queue) {
        out.fact("queue", jidText(*request->queue));
        return "pull of queue " + shown(request->queue->name);
    }
    return request->meta ? describeMeta(*request->meta, Direction::Up, out) : "nothing asked";
}

std::string answerTitle(const SyncAnswer& answer, const std::string& lastMeta)
{
    if (answer.metas.size() == 1)
        return lastMeta;
    const std::string queue = answer.queue ? " of queue " + shown(answer.queue->name) : "";
    if (!answer.metas.empty())
        return std::to_string(answer.metas.size()) + " metas" + queue;
    if (answer.status.code != StatusCode::Ok)
        return "refused: " + shown(answer.status.reason);
    if (answer.serverId)
        return "taken as " + std::to_string(*answer.serverId);
    return answer.isLast ? "end" + queue : "taken";
}

std::string describeAnswer(const Frame& frame, Outline& out)
{
    const auto answer = decodeSyncAnswer(frame.payload);
    if (!answer)
        return broken(frame.payload, out);
    addStatus(answer->status, out);
    if (answer->metaId)
        out.number("metaId", *answer->metaId);
    if (answer->serverId)
        out.number("serverId", *answer->serverId);
    if (answer->queue)
        out.fact("queue", jidText(*answer->queue));
    if (answer->nextKey)
        out.number("nextKey", *answer->nextKey);
    if (answer->isLast)
        out.fact("isLast", "true");
    if (answer->timestampMs != 0)
        out.number("timestamp", answer->timestampMs);
    std::string lastMeta;
    for (std::size_t i = 0; i < answer->metas.size() && i < kMaxListed; ++i)
        lastMeta = describeMeta(answer->metas[i], Direction::Down, out);
    addMore(answer->metas.size(), out);
    return answerTitle(*answer, lastMeta);
}

std::string describePayload(const Frame& frame, Direction direction, Outline& out)
{
    switch (frame.command) {
    case Command::Provision:
        return describeProvision(frame, direction, out);
    case Command::Unread:
        return describeUnread(frame, direction, out);
    case Command::Notice:
        return describeNotice(frame, out);
    case Command::Sync:
        break;
    }
    return direction == Direction::Up ? describeRequest(frame, out) : describeAnswer(frame, out);
}

} // namespace

Description describe(std::string_view bytes, Direction direction)
{
    if (bytes.size() > kMaxFrame)
        return {"too large to be read", "frame: " + bytesOf(bytes) + "\n"};
    const auto frame = decodeFrame(bytes);
    if (!frame)
        return {"no MSync frame", "frame: " + bytesOf(bytes) + "\n"};
    Outline out(kMaxDescription);
    const std::string_view command = nameOf(frame->command);
    out.fact("command", command);
    if (frame->guid)
        out.fact("guid", jidText(*frame->guid));
    if (!frame->auth.empty())
        out.fact("auth", tokenLength(frame->auth));
    const std::string title = std::string(command) + ": " + describePayload(*frame, direction, out);
    return {cut(title, kMaxTitle), out.result()};
}

} // namespace msync

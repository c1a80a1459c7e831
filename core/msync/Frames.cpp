// SPDX-License-Identifier: Apache-2.0
#include "core/msync/Frames.h"

#include "core/msync/Wire.h"

#include <utility>

namespace msync {
namespace {

void write(const Jid& jid, wire::Jid& out)
{
    if (!jid.appKey.empty())
        out.set_app_key(jid.appKey);
    out.set_name(jid.name);
    if (!jid.domain.empty())
        out.set_domain(jid.domain);
    if (!jid.resource.empty())
        out.set_client_resource(jid.resource);
}

Jid read(const wire::Jid& in)
{
    return {in.app_key(), in.name(), in.domain(), in.client_resource()};
}

void write(const Status& status, wire::Status& out)
{
    out.set_error_code(static_cast<int>(status.code));
    if (!status.reason.empty())
        out.set_reason(status.reason);
}

Status read(const wire::Status& in)
{
    return {static_cast<StatusCode>(in.error_code()), in.reason()};
}

std::uint64_t fromMs(std::int64_t ms)
{
    return static_cast<std::uint64_t>(ms);
}

std::int64_t toMs(std::uint64_t ms)
{
    return static_cast<std::int64_t>(ms);
}

void write(const Meta& meta, wire::Meta& out)
{
    out.set_id(meta.id);
    if (meta.from)
        write(*meta.from, *out.mutable_from());
    if (meta.to)
        write(*meta.to, *out.mutable_to());
    if (meta.timestampMs != 0)
        out.set_timestamp(fromMs(meta.timestampMs));
    out.set_ns(static_cast<int>(meta.ns));
    out.set_payload(meta.payload);
    if (meta.routeType != 0)
        out.set_routetype(meta.routeType);
    for (const std::string& ext : meta.ext)
        out.add_ext(ext);
    for (const std::string& user : meta.directedUsers)
        out.add_directed_users(user);
}

Meta read(const wire::Meta& in)
{
    Meta meta{in.id(),
              std::nullopt,
              std::nullopt,
              toMs(in.timestamp()),
              static_cast<NameSpace>(in.ns()),
              in.payload(),
              in.routetype(),
              {in.ext().begin(), in.ext().end()},
              {in.directed_users().begin(), in.directed_users().end()}};
    if (in.has_from())
        meta.from = read(in.from());
    if (in.has_to())
        meta.to = read(in.to());
    return meta;
}

} // namespace

std::string encode(const Frame& frame)
{
    wire::MSync out;
    out.set_version(0);
    if (frame.guid)
        write(*frame.guid, *out.mutable_guid());
    if (!frame.auth.empty())
        out.set_auth(frame.auth);
    out.set_command(static_cast<int>(frame.command));
    if (!frame.payload.empty())
        out.set_payload(frame.payload);
    return out.SerializeAsString();
}

std::string encode(const Provision& provision)
{
    wire::Provision out;
    if (!provision.version.empty())
        out.set_version(provision.version);
    if (provision.status)
        write(*provision.status, *out.mutable_status());
    if (!provision.deviceName.empty())
        out.set_device_name(provision.deviceName);
    if (!provision.resource.empty())
        out.set_resource(provision.resource);
    if (!provision.authToken.empty())
        out.set_auth_token(provision.authToken);
    return out.SerializeAsString();
}

std::string encode(const Unread& unread)
{
    wire::CommUnreadDL out;
    write(unread.status, *out.mutable_status());
    for (const QueueCount& entry : unread.queues) {
        wire::MetaQueue& queue = *out.add_unread();
        write(entry.queue, *queue.mutable_queue());
        queue.set_n(entry.count);
    }
    out.set_timestamp(fromMs(unread.timestampMs));
    return out.SerializeAsString();
}

std::string encode(const SyncRequest& request)
{
    wire::CommSyncUL out;
    if (request.meta)
        write(*request.meta, *out.mutable_meta());
    if (request.key)
        out.set_key(*request.key);
    if (request.queue)
        write(*request.queue, *out.mutable_queue());
    return out.SerializeAsString();
}

std::string encode(const SyncAnswer& answer)
{
    wire::CommSyncDL out;
    write(answer.status, *out.mutable_status());
    if (answer.metaId)
        out.set_meta_id(*answer.metaId);
    if (answer.serverId)
        out.set_server_id(*answer.serverId);
    for (const Meta& meta : answer.metas)
        write(meta, *out.add_metas());
    if (answer.nextKey)
        out.set_next_key(*answer.nextKey);
    if (answer.queue) {
        write(*answer.queue, *out.mutable_queue());
        out.set_is_last(answer.isLast);
    }
    if (answer.timestampMs != 0)
        out.set_timestamp(fromMs(answer.timestampMs));
    return out.SerializeAsString();
}

std::string encode(const Meta& meta)
{
    wire::Meta out;
    write(meta, out);
    return out.SerializeAsString();
}

std::string encodeNotice(const Jid& queue)
{
    wire::CommNotice out;
    write(queue, *out.mutable_queue());
    return out.SerializeAsString();
}

std::optional<Frame> decodeFrame(std::string_view bytes)
{
    auto in = parse<wire::MSync>(bytes);
    const auto command = in ? enumOf(in->command(), Command::Provision) : std::nullopt;
    if (!command)
        return std::nullopt;
    Frame frame{*command, std::nullopt, std::move(*in->mutable_auth()), std::move(*in->mutable_payload())};
    if (in->has_guid())
        frame.guid = read(in->guid());
    return frame;
}

std::optional<Provision> decodeProvision(std::string_view payload)
{
    const auto in = parse<wire::Provision>(payload);
    if (!in)
        return std::nullopt;
    Provision provision{std::nullopt, in->version(), in->device_name(), in->resource(), in->auth_token()};
    if (in->has_status())
        provision.status = read(in->status());
    return provision;
}

std::optional<Unread> decodeUnread(std::string_view payload)
{
    const auto in = parse<wire::CommUnreadDL>(payload);
    if (!in)
        return std::nullopt;
    Unread unread{read(in->status()), {}, toMs(in->timestamp())};
    for (const wire::MetaQueue& entry : in->unread())
        unread.queues.push_back({read(entry.queue()), entry.n()});
    return unread;
}

std::optional<SyncRequest> decodeSyncRequest(std::string_view payload)
{
    const auto in = parse<wire::CommSyncUL>(payload);
    if (!in)
        return std::nullopt;
    SyncRequest request;
    if (in->has_meta())
        request.meta = read(in->meta());
    if (in->has_queue())
        request.queue = read(in->queue());
    if (in->has_key())
        request.key = in->key();
    return request;
}

std::optional<SyncAnswer> decodeSyncAnswer(std::string_view payload)
{
    const auto in = parse<wire::CommSyncDL>(payload);
    if (!in)
        return std::nullopt;
    SyncAnswer answer;
    answer.status = read(in->status());
    if (in->has_meta_id())
        answer.metaId = in->meta_id();
    if (in->has_server_id())
        answer.serverId = in->server_id();
    for (const wire::Meta& meta : in->metas())
        answer.metas.push_back(read(meta));
    if (in->has_next_key())
        answer.nextKey = in->next_key();
    if (in->has_queue())
        answer.queue = read(in->queue());
    answer.isLast = in->is_last();
    answer.timestampMs = toMs(in->timestamp());
    return answer;
}

std::optional<Meta> decodeMeta(std::string_view bytes)
{
    const auto in = parse<wire::Meta>(bytes);
    return in ? std::optional(read(*in)) : std::nullopt;
}

std::optional<Jid> decodeNotice(std::string_view payload)
{
    const auto in = parse<wire::CommNotice>(payload);
    if (!in || !in->has_queue())
        return std::nullopt;
    return read(in->queue());
}

} // namespace msync

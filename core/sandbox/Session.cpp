// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Session.h"

#include "core/sandbox/LateSocket.h"
#include "core/sandbox/Post.h"
#include "core/sandbox/RoomDoor.h"

#include <algorithm>
#include <utility>

namespace sandbox {
namespace {

// RFC 6455 section 7.4, and the private range.
constexpr int kNormal = 1000;
constexpr int kUnsupported = 1003;
constexpr int kPolicy = 1008;

/// The client's own clock ends the session at the moment itself; this is for a client that does not.
constexpr std::int64_t kGraceMs = 500;
/// A longer wait is begun anew, so that a clock that was set shows within a minute.
constexpr std::int64_t kLongestWaitMs = 60'000;

using msync::Status;
using msync::StatusCode;

/// The texts are what the SDK compares (sdk 1.4.0); it makes its error types 28, 56 and 204 of them.
Status invalidToken()
{
    return {StatusCode::Fail, "Sorry, token or password does not match login info"};
}

Status expired()
{
    return {StatusCode::Fail, "Sorry, token expired"};
}

Status userNotFound()
{
    return {StatusCode::Fail, "Sorry, user not found"};
}

/// The token of the outer frame, or else that of the payload's JSON; both are `$t$` and the token.
std::string tokenOf(const msync::Frame& frame, const msync::Provision& provision)
{
    std::string auth = frame.auth;
    if (auth.empty()) {
        const auto json = base::JsonValue::parse(provision.authToken, 4);
        auth = json ? std::string(json->text("token")) : std::string();
    }
    if (auth.starts_with(msync::kAuthPrefix))
        auth.erase(0, msync::kAuthPrefix.size());
    return auth;
}

/// For the log.
msync::Frame withoutToken(msync::Frame frame)
{
    auto provision = msync::decodeProvision(frame.payload).value_or(msync::Provision{});
    provision.authToken.clear();
    frame.auth.clear();
    frame.payload = msync::encode(provision);
    return frame;
}

} // namespace

void Session::opened(std::shared_ptr<local::Socket> socket)
{
    m_socket = std::make_shared<LateSocket>(std::move(socket), m_sessions.surroundings());
}

void Session::closed()
{
    if (!m_username.empty())
        m_sessions.ended(*this);
    m_socket.reset();
}

void Session::received(std::string message, bool binary)
{
    const auto frame = binary ? msync::decodeFrame(message) : std::nullopt;
    if (frame && frame->command == msync::Command::Provision)
        log(frame->guid ? frame->guid->name : m_username, msync::encode(withoutToken(*frame)), message.size(),
            true);
    else
        log(m_username, message, message.size(), true);
    if (!frame)
        return m_socket->close(kUnsupported, "This is no MSync message.");
    if (frame->command == msync::Command::Provision)
        return signIn(*frame);
    if (m_username.empty())
        return m_socket->close(kPolicy, "Sign in first.");
    if (frame->command == msync::Command::Unread)
        return answerUnread();
    if (frame->command != msync::Command::Sync)
        return; // a notice is the server's word
    const auto request = msync::decodeSyncRequest(frame->payload);
    if (!request)
        return m_socket->close(kUnsupported, "This is no MSync message.");
    if (request->queue)
        pull(*request->queue, request->key);
    else if (request->meta && request->meta->ns != msync::NameSpace::Statistic)
        take(*request->meta);
}

/// Signature and times first, then the user: what nobody signed says nothing about anybody.
void Session::signIn(const msync::Frame& frame)
{
    const auto provision = msync::decodeProvision(frame.payload);
    if (!provision || !frame.guid || !m_username.empty())
        return m_socket->close(kPolicy, "This is no sign-in.");
    if (frame.guid->appKey != m_sessions.appKey())
        return refuse({StatusCode::Fail, "Sorry, app not found"});
    Transaction transaction(m_sessions.state().database);
    const auto caller = m_sessions.authenticator().verify(tokenOf(frame, *provision));
    if (!caller)
        return refuse(isExpiry(caller.error()) ? expired() : invalidToken());
    const Users& users = m_sessions.state().users;
    const auto user = users.find(frame.guid->name);
    if (!user)
        return refuse(userNotFound());
    if (caller->isApp || !user->isNamed(caller->user))
        return refuse(invalidToken());
    if (!user->activated)
        return refuse({StatusCode::Forbidden, "user not activated"});

    m_username = user->username;
    m_sinceMs = m_sessions.clock().nowMs();
    m_device = {provision->resource.empty() ? frame.guid->resource : provision->resource,
                provision->deviceName};
    msync::Provision answer{.status = Status{}, .resource = m_device.resource};
    if (caller->expiresMs != 0) // without it the SDK starts no timer
        answer.authToken = base::JsonValue(base::JsonObject{{"expires_in", caller->expiresMs}}).toJson();
    send(msync::Command::Provision, msync::encode(answer));
    m_sessions.signedIn(*this);
    (void)transaction.commit(); // where rooms count who is there; nothing was promised of it
    lastUntil(caller->expiresMs);
}

/// The SDK leaves the socket open after a refusal, so the server closes it.
void Session::refuse(Status status)
{
    send(msync::Command::Provision, msync::encode(msync::Provision{.status = std::move(status)}));
    m_socket->close(kNormal, "");
}

void Session::lastUntil(std::int64_t expiresMs)
{
    m_expiresMs = expiresMs;
    if (expiresMs == 0)
        return;
    const std::int64_t left = expiresMs + kGraceMs - m_sessions.clock().nowMs();
    m_socket->callAfter(std::chrono::milliseconds(std::clamp<std::int64_t>(left, 1, kLongestWaitMs)));
}

void Session::timePassed()
{
    if (m_expiresMs == 0)
        return;
    if (m_sessions.clock().nowMs() < m_expiresMs + kGraceMs)
        return lastUntil(m_expiresMs);
    m_sessions.ended(*this);
    m_socket->close(kNormal, "The token has expired.");
}

void Session::answerUnread()
{
    State& state = m_sessions.state();
    const Transaction reading(state.database);
    send(msync::Command::Unread, msync::encode(msync::Unread{.queues = state.messages.waiting(m_username),
                                                             .timestampMs = m_sessions.clock().nowMs()}));
}

/// A message is kept before its sender hears of it.
void Session::take(const msync::Meta& meta)
{
    Transaction transaction(m_sessions.state().database);
    const bool toRoom = meta.ns == msync::NameSpace::Muc;
    const auto broken = m_sessions.surroundings().behaviour.failure(toRoom ? Part::Rooms : Part::Messages);
    Delivery delivery = broken   ? Delivery{{StatusCode::Fail, broken->description}, 0}
                        : toRoom ? RoomDoor(m_sessions).take(m_username, meta)
                                 : Post(m_sessions).take(m_username, m_device.resource, meta);
    if (const auto kept = transaction.commit(); !kept)
        delivery = {{StatusCode::Fail, notKept(kept.error()).description}, 0};
    msync::SyncAnswer answer{
        .status = delivery.status, .metaId = meta.id, .timestampMs = m_sessions.clock().nowMs()};
    if (delivery.id != 0)
        answer.serverId = delivery.id;
    send(msync::Command::Sync, msync::encode(answer));
}

/// The SDK pulls a queue twice where a notice meets the pull that follows its sign-in; what it has been
/// handed in this session it gets once.
void Session::pull(const msync::Jid& queue, std::optional<std::uint64_t> arrived)
{
    Messages& messages = m_sessions.state().messages;
    Transaction transaction(m_sessions.state().database);
    if (arrived)
        messages.arrived(m_username, queue.name, *arrived);
    std::uint64_t& handedOut = m_handedOut[queue.name];
    msync::SyncAnswer answer{.metas = messages.piece(m_username, queue.name, handedOut),
                             .queue = queue,
                             .timestampMs = m_sessions.clock().nowMs()};
    answer.isLast = answer.metas.empty();
    if (!answer.isLast)
        answer.nextKey = handedOut = answer.metas.back().id;
    else
        m_handedOut.erase(queue.name); // as unbounded as the names that a client thinks of
    (void)transaction.commit(); // what could not be taken away is handed out once more in the next session
    send(msync::Command::Sync, msync::encode(answer));
}

void Session::notice(const msync::Jid& queue)
{
    send(msync::Command::Notice, msync::encodeNotice(queue));
}

void Session::evict(msync::Eviction reason)
{
    const std::int64_t now = m_sessions.clock().nowMs();
    const msync::Jid self = m_sessions.jid(m_username);
    msync::Meta meta{.id = m_sessions.state().messages.nextId(now),
                     .from = self,
                     .to = self,
                     .timestampMs = now,
                     .ns = msync::NameSpace::Statistic,
                     .payload = msync::encode(reason)};
    send(msync::Command::Sync,
         msync::encode(msync::SyncAnswer{
             .metas = {std::move(meta)}, .queue = self, .isLast = true, .timestampMs = now}));
    m_socket->close(kNormal, "");
}

void Session::send(msync::Command command, std::string payload)
{
    std::string bytes = msync::encode(msync::Frame{.command = command, .payload = std::move(payload)});
    log(m_username, bytes, bytes.size(), false);
    m_socket->send(std::move(bytes));
}

void Session::log(std::string_view user, std::string_view bytes, std::size_t size, bool fromClient)
{
    const Surroundings& surroundings = m_sessions.surroundings();
    if (surroundings.frames)
        surroundings.frames({m_sessions.clock().nowMs(), std::string(user), fromClient,
                             std::make_shared<const std::string>(bytes.substr(0, FrameRecord::kMostBytes)),
                             size});
}

} // namespace sandbox

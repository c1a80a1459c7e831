// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Bodies.h"
#include "tests/support/SocketClient.h"
#include "tests/unit/sandbox/SandboxTrial.h"

#include <QObject>

#include <memory>

using namespace msync;
using namespace std::chrono_literals;
using support::SocketClient;

inline const std::string kAppKey = "41434878#504205";

inline Jid user(std::string_view name)
{
    return {kAppKey, std::string(name), std::string(kUserDomain), ""};
}

/// A client that speaks MSync.
class Peer final
{
public:
    explicit Peer(const SandboxTrial& trial)
        : m_client(trial.address.port)
    {
    }
    Peer(const SandboxTrial& trial, std::string_view name, const std::string& token)
        : Peer(trial)
    {
        m_signIn = signIn(name, token);
    }

    Provision signIn(std::string_view name, const std::string& token, std::string_view appKey = kAppKey)
    {
        Jid guid = user(name);
        guid.appKey = appKey;
        say({Command::Provision, guid, "$t$" + token, encode(Provision{.resource = "device"})});
        return decodeProvision(hear().payload).value_or(Provision{});
    }
    void say(const Frame& frame) { m_client.send(encode(frame)); }
    void say(const SyncRequest& request) { say(Frame{.payload = encode(request)}); }
    Frame hear(std::chrono::milliseconds deadline = 5s)
    {
        return decodeFrame(m_client.receive(deadline).payload).value_or(Frame{});
    }
    SyncAnswer hearSync() { return decodeSyncAnswer(hear().payload).value_or(SyncAnswer{}); }
    SyncAnswer sendBody(std::string_view to, const Body& body, std::string_view domain = kUserDomain)
    {
        Jid target = user(to);
        target.domain = domain;
        say(SyncRequest{.meta = Meta{.id = ++m_lastId, .to = target, .payload = encode(body)}});
        return hearSync();
    }
    SyncAnswer sendText(std::string_view to, std::string text)
    {
        return sendBody(to, Body{.from = "liar", .to = std::string(to), .contents = {Content{.text = text}}});
    }
    SyncAnswer pull(std::string_view queue, std::optional<std::uint64_t> key = std::nullopt)
    {
        say(SyncRequest{.queue = user(queue), .key = key});
        return hearSync();
    }
    std::vector<QueueCount> unread()
    {
        say(Frame{.command = Command::Unread});
        return decodeUnread(hear().payload).value_or(Unread{}).queues;
    }
    [[nodiscard]] const Provision& answer() const { return m_signIn; }
    [[nodiscard]] SocketClient& socket() { return m_client; }

private:
    SocketClient m_client;
    Provision m_signIn;
    std::uint64_t m_lastId = 0;
};

/// What the tests with a sandbox of their own and people in it have in common.
class SandboxTest : public QObject
{
protected:
    [[nodiscard]] Peer signedIn(std::string_view name) const
    {
        return Peer(*m_trial, name, m_trial->userToken(name));
    }
    /// A call with the token of that user.
    [[nodiscard]] Answer as(std::string_view user, std::string_view method, std::string_view target,
                            std::string_view body = {}) const
    {
        return m_trial->call(method, target, body, m_trial->userToken(user));
    }
    /// The answer's `data`.
    [[nodiscard]] static std::string json(const Answer& answer)
    {
        const base::JsonValue* data = answer.json.find("data");
        return data ? data->toJson() : "(no data)";
    }

    std::unique_ptr<SandboxTrial> m_trial;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Roster.h"
#include "tests/unit/sandbox/Peer.h"

#include <QtGlobal>

/// What waits for that user in the queue of `from`, taken from it.
inline std::vector<RosterBody> eventsOf(Peer& peer, std::string_view from)
{
    std::vector<RosterBody> events;
    const SyncAnswer piece = peer.pull(from);
    for (const Meta& meta : piece.metas) {
        if (meta.ns == NameSpace::Roster)
            events.push_back(decodeRosterBody(meta.payload).value_or(RosterBody{}));
    }
    if (piece.nextKey)
        (void)peer.pull(from, piece.nextKey);
    return events;
}

inline std::vector<RosterBody> one(RosterOperation operation, std::string from, std::string to,
                                   std::string reason = {})
{
    return {RosterBody{operation, std::move(from), {std::move(to)}, std::move(reason)}};
}

/// By the app.
inline void befriend(const SandboxTrial& trial, std::string_view one, std::string_view other)
{
    const std::string target = "/users/" + std::string(one) + "/contacts/users/" + std::string(other);
    if (trial.call("POST", target).status != 200)
        qFatal("they do not become contacts");
}

/// The JSON list.
inline std::string contactsOf(const SandboxTrial& trial, std::string_view user)
{
    const Answer answer = trial.call("GET", "/users/" + std::string(user) + "/contacts/users");
    const base::JsonValue* data = answer.json.find("data");
    return data ? data->toJson() : "";
}

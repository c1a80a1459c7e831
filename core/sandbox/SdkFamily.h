// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Message.h"
#include "core/sandbox/Auth.h"
#include "core/sandbox/Call.h"
#include "core/sandbox/Sessions.h"

namespace sandbox {

/// What only an SDK calls around its sign-in: the renewal of its token, and the list of servers.
class SdkFamily final
{
public:
    SdkFamily(State& state, Authenticator& authenticator, Sessions& sessions)
        : m_state(state)
        , m_authenticator(authenticator)
        , m_sessions(sessions)
    {
    }

    void addTo(Operations& operations);

    /// GET /easemob/server.json, asked with `app_key` or `app_id` where the SDK finds its servers by DNS.
    /// Stands outside every application.
    [[nodiscard]] Outcome serverList(const local::Request& request, std::string_view appId) const;

private:
    [[nodiscard]] Outcome tokenExpires(const Call& call);

    State& m_state;
    Authenticator& m_authenticator;
    Sessions& m_sessions;
};

} // namespace sandbox

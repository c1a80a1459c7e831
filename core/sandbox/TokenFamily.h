// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Auth.h"
#include "core/sandbox/Call.h"

namespace sandbox {

/// The group "Authentication": the four grants of POST /token.
class TokenFamily final
{
public:
    TokenFamily(State& state, Authenticator& authenticator)
        : m_state(state)
        , m_authenticator(authenticator)
    {
    }

    void addTo(Operations& operations);

private:
    [[nodiscard]] Outcome exchangeAgora(const Call& call);
    [[nodiscard]] Outcome clientCredentials(const Call& call);
    [[nodiscard]] Outcome password(const Call& call);
    [[nodiscard]] Outcome inherit(const Call& call);
    [[nodiscard]] Outcome issueForUser(const Call& call, const User& user);

    State& m_state;
    Authenticator& m_authenticator;
};

} // namespace sandbox

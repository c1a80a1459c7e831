// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/SecretBytes.h"
#include "core/sandbox/Behaviour.h"
#include "core/sandbox/Fault.h"
#include "core/sandbox/IssuedTokens.h"
#include "core/token/Decoder.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace sandbox {

/// Checks Bearer tokens as the service would: AccessToken2 (007...) against the App Certificate, and those
/// that the sandbox issued (YWMt...) against what it remembers.
class Authenticator final
{
public:
    Authenticator(std::string appId, base::SecretBytes certificate, const Behaviour& behaviour,
                  const IssuedTokens& issued);

    /// The token of `Authorization: Bearer <token>`; nothing when the header is missing or of another scheme.
    [[nodiscard]] static std::optional<std::string_view> bearerToken(std::string_view authorization);

    /// Of either kind.
    [[nodiscard]] tl::expected<Caller, Fault> verify(std::string_view token);

    /// Signature, App ID, the Chat service with one of its privileges, and that now lies between the issue
    /// time and the earlier of the token's and the privilege's end. Structure and signature come first: what
    /// nobody signed is corrupt, whatever times it names.
    [[nodiscard]] tl::expected<Caller, Fault> verifyAccessToken2(std::string_view token);

    /// The end of a token as the knob `lifetime` has it. Both in milliseconds; 0 is for ever.
    [[nodiscard]] std::int64_t endOf(std::int64_t issuedMs, std::int64_t expiresMs) const
    {
        return m_behaviour.endOf(issuedMs, expiresMs);
    }

private:
    std::string m_appId;
    base::SecretBytes m_certificate;
    const Behaviour& m_behaviour;
    const IssuedTokens& m_issued;
    token::Decoder m_decoder;
};

} // namespace sandbox

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/project/Minter.h"
#include "core/tokenserver/Knobs.h"
#include "core/tokenserver/Record.h"
#include "core/vault/GuardedBytes.h"

#include <mutex>
#include <string>
#include <string_view>

namespace tokenserver {

/// Mints for one App ID with a certificate that can be taken away at any moment. Every function may be called
/// from any thread.
class TokenPress final
{
public:
    struct Minted
    {
        std::string text;
        Issued issued;
    };

    /// No token lasts longer than `maxExpire` seconds. `clock` outlives it. Begins without a certificate.
    TokenPress(std::string appId, std::uint32_t maxExpire, const base::Clock& clock);

    /// An empty one takes it away: when this returns, no token is signed any more.
    void setCertificate(const base::SecretBytes& certificate);

    /// With the faults of `knobs`. Errors: no-certificate without one, those of project::Minter::mint.
    [[nodiscard]] base::Result<Minted> mint(const Wanted& wanted, const Knobs& knobs);

private:
    [[nodiscard]] project::ChatTokenRequest requestFor(const Wanted& wanted, const Knobs& knobs);

    const std::string m_appId;
    const std::uint32_t m_maxExpire;
    const base::Clock& m_clock;
    std::mutex m_mutex; // guards what follows
    vault::GuardedBytes m_certificate;
    project::Minter m_minter;
    project::SaltSource m_salts;
};

} // namespace tokenserver

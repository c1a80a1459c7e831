// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"

#include "core/project/Certificates.h"
#include "core/token/Inspector.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cli {

/// The certificates that a token may be signed with: that of the environment, and all that are stored.
class Certificates final
{
public:
    /// Fails where what the user named is not there; stored projects that cannot be read do not matter beside
    /// the environment.
    [[nodiscard]] tl::expected<void, Failure> load(const Context& context);

    [[nodiscard]] std::span<const token::Candidate> candidates() const { return m_candidates; }

    /// The one that --project or the environment names; empty when there is none.
    [[nodiscard]] base::SecretBytes chosen() const;
    [[nodiscard]] std::string chosenAppId() const;
    /// Stored certificates were not tried, because the vault is locked.
    [[nodiscard]] bool someLocked() const { return m_someLocked; }
    /// That of a stored project; empty when it is not known.
    [[nodiscard]] base::SecretBytes of(std::string_view project, token::CertificateRole role) const;

private:
    [[nodiscard]] tl::expected<void, Failure> addEnvironment();

    std::vector<project::NamedCertificate> m_certificates; // the candidates are views of them
    std::vector<token::Candidate> m_candidates;
    bool m_someLocked = false;
};

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/SecretBytes.h"
#include "core/project/ProjectStore.h"
#include "core/project/Secrets.h"
#include "core/token/Inspector.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace project {

/// A certificate under the name of its project.
struct NamedCertificate
{
    std::string project;
    std::string appId;
    base::SecretBytes certificate;
    token::CertificateRole role = token::CertificateRole::Primary;
};

/// The certificates that can be had now, in the order of the projects; a project without a primary one is
/// there with an empty one, so that its App ID can be named.
[[nodiscard]] std::vector<NamedCertificate> storedCertificates(const ProjectStore& store,
                                                               const Secrets& secrets);

/// The same as views for token::inspect, which live as long as `certificates`. `chosen` names the project
/// that the token is meant for; "" for none.
[[nodiscard]] std::vector<token::Candidate> candidates(std::span<const NamedCertificate> certificates,
                                                       std::string_view chosen = {});

/// Secrets of one project by role (vault::kCertificate, vault::kPreviousCertificate).
using SecretList = std::vector<std::pair<std::string, base::SecretBytes>>;

/// What is to be kept when `given` is entered for a project: where a new primary certificate comes alone, the
/// one before it becomes the previous one, for its tokens are still about.
[[nodiscard]] SecretList withPrevious(const Project& project, const Secrets& secrets, SecretList given);

/// What is known of who signed a token.
struct SignerFound
{
    enum class Kind {
        Stored,    ///< with the certificate named
        NotStored, ///< with none of those given
        Unknown,   ///< no certificate was given, or the token has no signature that can be checked
    };

    Kind kind = Kind::Unknown;
    std::string project;
    token::CertificateRole role = token::CertificateRole::Primary;
    bool appIdDiffers = false; ///< the token's App ID is not that of this project
};

/// Tries every certificate on a token in any form that can be pasted, those of its App ID first.
[[nodiscard]] SignerFound findSigner(std::string_view token, std::span<const NamedCertificate> certificates);

} // namespace project

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

} // namespace project

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/project/Project.h"
#include "core/project/ProjectStore.h"
#include "core/project/Secrets.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace project {

/// A project together with what signs for it.
struct Credentials
{
    Project project;
    base::SecretBytes certificate; ///< empty when none is at hand
    bool chosen = false;           ///< named by --project or by the environment, not the default
    bool locked = false;           ///< it is in the vault, which is locked
};

/// The sandbox project with its published certificate.
[[nodiscard]] Credentials sandboxCredentials();

/// A project with its certificate, if that can be had.
[[nodiscard]] Credentials credentialsOf(Project project, const Secrets& secrets, bool chosen);

/// The store's active project with its certificate, as the choice of the user.
[[nodiscard]] Credentials activeCredentials(const ProjectStore& store, const Secrets& secrets);

/// Looks up a variable of the environment; nothing when it is not set.
using EnvironmentLookup = std::function<std::optional<std::string>(std::string_view name)>;

/// The first that is set: `projectName`; AGORA_APP_ID with AGORA_APP_CERTIFICATE (and AGORA_ORG_NAME,
/// AGORA_APP_NAME, AGORA_CHAT_HOST); the store's active project. Errors: no-such-project, bad-app-id,
/// bad-host, plain-http, bad-app-key-part.
[[nodiscard]] base::Result<Credentials> findCredentials(const std::optional<std::string>& projectName,
                                                        const EnvironmentLookup& environment,
                                                        const ProjectStore& store, const Secrets& secrets);

/// Fails with no-app-id, vault-locked or no-certificate where nothing can be signed with them, or with
/// bad-certificate.
[[nodiscard]] base::Result<> checkCanSign(const Credentials& credentials);

} // namespace project

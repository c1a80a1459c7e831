// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"
#include "app/cli/VaultAccess.h"

#include "core/project/Certificates.h"
#include "core/project/ProjectStore.h"
#include "core/project/Secrets.h"

#include <string>
#include <vector>

namespace cli {

/// The options that set a project's fields.
[[nodiscard]] std::vector<OptionSpec> projectFieldOptions();
/// Those that give its certificates.
[[nodiscard]] std::vector<OptionSpec> certificateOptions();

/// `project` with the fields that options give. Errors: option-conflict, bad-app-key-part.
[[nodiscard]] tl::expected<project::Project, Failure> withOptions(const Context& context,
                                                                  project::Project project);

/// The certificates that options give. Errors: those of certificateFrom.
[[nodiscard]] tl::expected<project::SecretList, Failure> givenCertificates(const Context& context);

/// The store and the secrets of --home, for a command that may change both.
struct Stores
{
    project::ProjectStore projects;
    project::Secrets secrets;
};
[[nodiscard]] tl::expected<Stores, Failure> openStores(const Context& context);

/// A vault that secrets can be put into, opened. Errors: no-vault, those of openVault.
[[nodiscard]] tl::expected<void, Failure> needVault(const Context& context, Stores& stores, Access access);

/// Saves the edits of the open vault; what another program has saved meanwhile is taken over before.
[[nodiscard]] base::Result<> saveVault(Stores& stores);

/// Puts the secrets of a project into the open vault, saves it and notes it in the project: the step of a
/// change that comes before the project is written.
[[nodiscard]] base::Result<> keep(Stores& stores, project::Project& project,
                                  const project::SecretList& secrets);

/// One line a field, or the object of the contract with further members.
void printProject(Context& context, const Stores& stores, const project::Project& project);
/// The object of “projects list”.
[[nodiscard]] base::JsonObject projectJson(const Stores& stores, const project::Project& project);
/// "stored", "session" or "none".
[[nodiscard]] std::string_view certificateWord(const Stores& stores, const project::Project& project);

} // namespace cli

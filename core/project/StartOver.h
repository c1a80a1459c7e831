// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <string>

namespace project {

class ProjectStore;
class Secrets;

/// For a vault that nobody can open any more: it and its backup are renamed to `.old-n`, nothing is deleted,
/// and the projects say that they have no certificate. Gives the new name of the vault; what is held for the
/// session stays. Errors: those of vault::Vault::setAside, then of ProjectStore::put, with the vault set
/// aside.
[[nodiscard]] base::Result<std::string> startOver(Secrets& secrets, ProjectStore& projects);

} // namespace project

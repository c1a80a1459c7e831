// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"

namespace cli {

Outcome runUser(Context& context);
Outcome runApp(Context& context);
Outcome runBuild(Context& context);
Outcome runInspect(Context& context);
Outcome runCompare(Context& context);
Outcome runWhy(Context& context);
Outcome runDemo(Context& context);
Outcome runSandbox(Context& context);
Outcome runServe(Context& context);
Outcome runRestList(Context& context);
Outcome runRestShow(Context& context);
Outcome runRestCall(Context& context);
Outcome runProjectsList(Context& context);
Outcome runProjectsAdd(Context& context);
Outcome runProjectsShow(Context& context);
Outcome runProjectsEdit(Context& context);
Outcome runProjectsRemove(Context& context);
Outcome runProjectsExport(Context& context);
Outcome runProjectsImport(Context& context);
Outcome runVaultInit(Context& context);
Outcome runVaultStatus(Context& context);
Outcome runVaultLock(Context& context);
Outcome runVaultPassphrase(Context& context);
Outcome runVaultKeychain(Context& context);
Outcome runVaultKeyFile(Context& context);
Outcome runVaultRestore(Context& context);
Outcome runCompletion(Context& context);
Outcome runHelp(Context& context);
Outcome runVersion(Context& context);
Outcome runComplete(Context& context);

/// The commands of what is stored: projects and the vault.
[[nodiscard]] std::vector<CommandSpec> storeCommands();

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"

namespace cli {

/// A vault that stands in its place is renamed, never deleted.
Outcome runVaultRestore(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    vault::Vault& vault = stores->secrets.vault();
    if (vault.state() == vault::State::Locked && !context.args.has("--force"))
        return failed(Failure::usage("vault-sound", "vault", "is not damaged",
                                     "Give --force to take the backup all the same; the vault is renamed."));
    context.tellTrouble(stores->secrets);
    if (const auto restored = vault.restoreBackup(); !restored)
        return failed(restored.error());
    return printVaultStatus(context, vault);
}

} // namespace cli

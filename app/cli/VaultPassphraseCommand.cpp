// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/SecretInput.h"
#include "app/cli/VaultChange.h"

namespace cli {

Outcome runVaultPassphrase(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    vault::Vault& vault = stores->secrets.vault();
    if (auto opened = needVault(context, *stores, Access::Guard); !opened)
        return failed(opened.error());
    const auto passphrase = newPassphrase(context, "--new-passphrase-fd");
    if (!passphrase)
        return failed(passphrase.error());
    const NewKey wanted{&*passphrase, vault.info().header.keychain, context.args.value("--write-key-file")};
    if (auto changed = changeKey(context, vault, wanted); !changed)
        return failed(changed.error());
    context.io.note("the passphrase was changed. Older passphrases and key files open only older copies.");
    return printVaultStatus(context, vault);
}

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"
#include "app/cli/SecretInput.h"

#include "core/project/StartOver.h"
#include "core/vault/Errors.h"
#include "core/vault/KeyFile.h"

namespace cli {
namespace {

/// The key of the new vault: from a passphrase, unless only a key file or the keychain shall have it.
tl::expected<vault::VaultKey, Failure> newKey(const Context& context, const vault::KeyTerms& terms)
{
    if (terms.kdf == vault::PassphraseKdf::None)
        return vault::VaultKey::random();
    const auto passphrase = newPassphrase(context, "--passphrase-fd");
    return passphrase ? derived(*passphrase, terms.salt, terms.kdf) : failed(passphrase.error());
}

} // namespace

/// The other places of the key come first: a vault is never written before they have it.
Outcome runVaultInit(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    vault::Vault& vault = stores->secrets.vault();
    const bool setAside = vault.state() != vault::State::Absent;
    if (setAside && !context.args.has("--set-old-aside"))
        return failed(base::makeError(vault::errors::kExists, "", {vault.info().path}));
    const std::string* keyFile = context.args.value("--write-key-file");
    const bool keychain = context.args.has("--keychain");
    const bool passphrase = context.args.has("--passphrase-fd") || (!keyFile && !keychain);
    const vault::KeyTerms terms{vault::Salt::random(),
                                passphrase ? vault::chooseKdf() : vault::PassphraseKdf::None, keychain};
    if (terms.kdf == vault::PassphraseKdf::Argon64)
        context.io.note("little memory is free: the passphrase is guarded by 64 MiB in place of 256 MiB.");
    auto key = newKey(context, terms);
    if (!key)
        return failed(key.error());
    if (setAside) {
        const auto aside = project::startOver(stores->secrets, stores->projects);
        if (!aside)
            return failed(aside.error());
        context.io.note("the old vault was set aside: " + *aside +
                        ". Enter the certificates of your projects again.");
    }
    const vault::VaultId id = vault::VaultId::random();
    if (keychain) {
        if (auto stored = storeInKeychain(id, terms.salt, *key); !stored)
            return failed(stored.error());
    }
    if (const auto written =
            keyFile ? vault::writeKeyFile(context.output(*keyFile), id, terms.salt, *key) : base::Result<>();
        !written)
        return failed(written.error());
    if (const auto made = vault.create(std::move(*key), terms, id); !made)
        return failed(made.error());
    if (const auto saved = vault.save(); !saved)
        return failed(saved.error());
    return printVaultStatus(context, vault);
}

} // namespace cli

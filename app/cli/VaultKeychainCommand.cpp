// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/SecretInput.h"
#include "app/cli/VaultChange.h"

#include <optional>

namespace cli {
namespace {

tl::expected<void, Failure> add(const Context& context, Stores& stores)
{
    vault::Vault& vault = stores.secrets.vault();
    if (auto opened = needVault(context, stores, Access::Guard); !opened)
        return opened;
    const vault::Header header = vault.info().header;
    const auto key = vault.copyKey();
    if (!key)
        return failed(key.error());
    if (auto stored = storeInKeychain(header.id, header.salt, *key); !stored)
        return stored;
    const auto noted = header.keychain ? base::Result<>() : vault.run(vault.startKeychainNote());
    return noted ? tl::expected<void, Failure>() : failed(noted.error());
}

/// Taking a way in away makes a new key: from the same passphrase where there is one, else in a key file.
tl::expected<void, Failure> remove(const Context& context, Stores& stores)
{
    vault::Vault& vault = stores.secrets.vault();
    const bool hasPassphrase = vault.info().header.kdf != vault::PassphraseKdf::None;
    const std::string* keyFile = context.args.value("--write-key-file");
    if (!hasPassphrase && !keyFile)
        return failed(Failure::usage("no-way-in", "--write-key-file",
                                     "is needed: without the keychain nothing would open the vault",
                                     "Name a file for the new key, or give it a passphrase: chat-token vault "
                                     "passphrase."));
    if (!hasPassphrase) {
        if (auto opened = needVault(context, stores, Access::Guard); !opened)
            return opened;
        return changeKey(context, vault, {nullptr, false, keyFile});
    }
    auto passphrase = context.args.has("--passphrase-fd") ? passphraseFrom(context, "--passphrase-fd")
                                                          : typedPassphrase("Passphrase of the vault: ");
    if (!passphrase)
        return failed(passphrase.error());
    const vault::Header header = vault.info().header;
    auto key = derived(*passphrase, header.salt, header.kdf);
    if (!key)
        return failed(key.error());
    if (const auto opened = vault.unlock(std::move(*key), vault::KeySource::Passphrase); !opened)
        return failed(opened.error());
    return changeKey(context, vault, {&*passphrase, false, keyFile});
}

} // namespace

Outcome runVaultKeychain(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    if (stores->secrets.vault().state() != vault::State::Locked) {
        if (auto usable = needVault(context, *stores, Access::Guard); !usable)
            return failed(usable.error());
    }
    const bool removing = context.args.has("--remove");
    if (auto done = removing ? remove(context, *stores) : add(context, *stores); !done)
        return failed(done.error());
    return printVaultStatus(context, stores->secrets.vault());
}

} // namespace cli

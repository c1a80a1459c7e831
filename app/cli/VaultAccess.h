// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"

#include "core/vault/Passphrase.h"
#include "core/vault/Vault.h"

namespace cli {

/// Why the vault is opened.
enum class Access {
    IfGiven, ///< a key that was given is used, nobody is asked: the command can do without
    Use,     ///< a certificate of it is needed: the keychain and the person at the terminal may be asked
    Guard,   ///< secrets leave it or its key changes: the passphrase is asked for although the keychain knows
};

/// Opens a locked vault by the first of: --key-file; --passphrase-fd; the keychain, where the vault says that
/// it has a copy (it has 5 s to answer); the terminal. Any other vault is left as it is. A vault without a
/// passphrase whose key only the keychain has is opened for Access::Guard after a “yes” at the terminal,
/// which stops slips, not thieves. Errors: vault-locked where no way is left, those of the way taken.
[[nodiscard]] tl::expected<void, Failure> openVault(const Context& context, vault::Vault& vault,
                                                    Access access);

/// The key of `passphrase`. Takes about a second.
[[nodiscard]] tl::expected<vault::VaultKey, Failure>
derived(const vault::Passphrase& passphrase, const vault::Salt& salt, vault::PassphraseKdf kdf);

/// Writes the key to the keychain and reads it back. Errors: keychain-....
[[nodiscard]] tl::expected<void, Failure> storeInKeychain(const vault::VaultId& id, const vault::Salt& salt,
                                                          const vault::VaultKey& key);
/// One that cannot be erased opens nothing any more; it is let stand.
void eraseFromKeychain(const vault::VaultId& id, const vault::Salt& salt);

/// What “vault status” says.
Outcome printVaultStatus(Context& context, const vault::Vault& vault);

} // namespace cli

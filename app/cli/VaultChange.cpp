// SPDX-License-Identifier: Apache-2.0
#include "app/cli/VaultChange.h"

#include "core/vault/KeyFile.h"

namespace cli {

tl::expected<void, Failure> changeKey(const Context& context, vault::Vault& vault, const NewKey& wanted)
{
    const vault::Header old = vault.info().header;
    const vault::KeyTerms terms{vault::Salt::random(),
                                wanted.passphrase ? vault::chooseKdf() : vault::PassphraseKdf::None,
                                wanted.keychain};
    auto key = wanted.passphrase ? derived(*wanted.passphrase, terms.salt, terms.kdf)
                                 : tl::expected<vault::VaultKey, Failure>(vault::VaultKey::random());
    if (!key)
        return failed(key.error());
    if (wanted.keychain) {
        if (auto stored = storeInKeychain(old.id, terms.salt, *key); !stored)
            return stored;
    }
    if (const auto written =
            wanted.keyFile ? vault::writeKeyFile(context.output(*wanted.keyFile), old.id, terms.salt, *key)
                           : base::Result<>();
        !written)
        return failed(written.error());
    if (const auto changed = vault.changeKey(std::move(*key), terms); !changed)
        return failed(changed.error());
    if (old.keychain)
        eraseFromKeychain(old.id, old.salt);
    for (const std::string& file : vault.filesOfKey(old.salt))
        context.io.note(file + ": the key before this one still opens it. Remove it if that key leaked.");
    return {};
}

} // namespace cli

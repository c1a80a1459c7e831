// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/vault/VaultKey.h"

#include <chrono>
#include <functional>

namespace vault {

/// Where the operating system keeps a copy of the key, under the vault's id and the salt. Everything answers
/// later, in the thread that asked, once, and never after this object is gone. Errors:
/// keychain-unavailable, keychain-refused, keychain-silent (not within `wait`; the command line needs that, a
/// window waits longer, because the keyring may be asking for its own password), and for read
/// keychain-locked-or-missing: which of the two cannot be told, so it never means "make a new key".
class Keychain
{
public:
    using Read = std::function<void(base::Result<VaultKey>)>;
    using Done = std::function<void(base::Result<>)>;

    static constexpr std::chrono::milliseconds kWait{5000};
    static constexpr std::chrono::milliseconds kNoLimit{0};

    Keychain() = default;
    Keychain(const Keychain&) = delete;
    Keychain& operator=(const Keychain&) = delete;
    virtual ~Keychain() = default;

    virtual void read(const VaultId& id, const Salt& salt, Read done,
                      std::chrono::milliseconds wait = kWait) = 0;
    virtual void write(const VaultId& id, const Salt& salt, const VaultKey& key, Done done,
                       std::chrono::milliseconds wait = kWait) = 0;
    /// An entry that is not there, or that a locked keyring hides, is no error: one that stays behind opens
    /// nothing.
    virtual void erase(const VaultId& id, const Salt& salt, Done done,
                       std::chrono::milliseconds wait = kWait) = 0;

    /// Whether it can be offered: the way to it is there, though a write may still be refused. Asks for no
    /// password. Errors: keychain-unavailable, keychain-silent.
    virtual void isAnswering(Done done, std::chrono::milliseconds wait = kWait) = 0;

    /// Writes the key, reads it back and compares: only then may a vault say that the keychain has a copy.
    void store(const VaultId& id, const Salt& salt, const VaultKey& key, Done done,
               std::chrono::milliseconds wait = kWait);
};

} // namespace vault

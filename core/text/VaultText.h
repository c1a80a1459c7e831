// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/Vault.h"

#include <QString>

namespace text {

/// "Locked", "Open", ... for a vault that is or is not there.
[[nodiscard]] QString vaultStateText(const vault::Vault& vault);

/// Where the key of a vault comes from: "a passphrase, by Argon2id (3 passes over 256 MiB)", with the
/// keychain behind it where that has a copy.
[[nodiscard]] QString keySourceText(const vault::Header& header);

/// The cipher of format 1.
[[nodiscard]] QString cipherText();

} // namespace text

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Output.h"
#include "core/base/Result.h"
#include "core/vault/VaultKey.h"

#include <string>

namespace vault {

/// A copy of a vault's key in a file: for a machine without a person, and for recovery. 156 bytes, exactly:
///
///     chat-token-console key 1\n
///     <vault id, hex> <salt, hex>\n
///     <key, hex>\n
///
/// It opens the vault by itself, so it never stands beside it unasked.
struct KeyFile
{
    VaultId id;
    Salt salt;
    VaultKey key;
    std::string path; ///< where it was read from
};

/// Makes the file (0600, synced); never over another, whatever `output.replace` says. Errors:
/// key-file-exists, those of base::writeOutput.
[[nodiscard]] base::Result<> writeKeyFile(const base::Output& output, const VaultId& id, const Salt& salt,
                                          const VaultKey& key);

/// Reads a file or a pipe, as base::readFile does. Errors: key-file-broken, pipe-silent, file-read.
[[nodiscard]] base::Result<KeyFile> readKeyFile(const std::string& path);

} // namespace vault

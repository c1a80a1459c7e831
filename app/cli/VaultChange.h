// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/ProjectOptions.h"

#include "core/vault/Passphrase.h"

#include <string>

namespace cli {

/// How the key of a vault shall be had from now on.
struct NewKey
{
    const vault::Passphrase* passphrase = nullptr; ///< nullptr: a random key
    bool keychain = false;
    const std::string* keyFile =
        nullptr; ///< where a copy of it is to be written, which must not be there yet
};

/// Gives the open vault a new key. The new places have it before the vault needs it, the old keychain entry
/// goes last, and files that the old key still opens are named on stderr. Errors: those of the keychain, of
/// vault::writeKeyFile and Vault::changeKey.
[[nodiscard]] tl::expected<void, Failure> changeKey(const Context& context, vault::Vault& vault,
                                                    const NewKey& wanted);

} // namespace cli

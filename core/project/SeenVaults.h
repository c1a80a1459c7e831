// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/project/Home.h"
#include "core/vault/Vault.h"

#include <optional>

namespace project {

/// The number of the last save of each vault that window and command line have seen in this home, in
/// seen.json: how an older copy that was put in the vault's place is noticed.
class SeenVaults final
{
public:
    explicit SeenVaults(Home home);

    /// vault-older-copy where the open vault has a lower number than the last one seen.
    [[nodiscard]] std::optional<base::Error> older(const vault::VaultInfo& vault) const;
    /// Takes its number for the last one seen. A home that cannot be written forgets it.
    void note(const vault::VaultInfo& vault) const;

private:
    [[nodiscard]] base::JsonObject read() const;

    Home m_home;
};

} // namespace project

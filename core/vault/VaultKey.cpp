// SPDX-License-Identifier: Apache-2.0
#include "core/vault/VaultKey.h"

#include "core/base/Hex.h"

#include <sodium.h>

namespace vault {

template<class What>
RandomName<What> RandomName<What>::random()
{
    startSodium();
    RandomName name;
    randombytes_buf(name.bytes.data(), name.bytes.size());
    return name;
}

template<class What>
std::string RandomName<What>::hex() const
{
    return base::toHex(bytes);
}

template struct RandomName<VaultIdTag>;
template struct RandomName<SaltTag>;

VaultKey VaultKey::random()
{
    GuardedBytes bytes(kSize);
    randombytes_buf(bytes.data(), bytes.size());
    return VaultKey(std::move(bytes));
}

std::optional<VaultKey> VaultKey::fromBytes(std::span<const std::uint8_t> bytes)
{
    return bytes.size() == kSize ? std::optional(VaultKey(GuardedBytes(bytes))) : std::nullopt;
}

std::optional<VaultKey> VaultKey::fromBytes(GuardedBytes bytes)
{
    return bytes.size() == kSize ? std::optional(VaultKey(std::move(bytes))) : std::nullopt;
}

bool VaultKey::operator==(const VaultKey& other) const
{
    return m_bytes.size() == kSize && other.m_bytes.size() == kSize &&
           sodium_memcmp(m_bytes.data(), other.m_bytes.data(), kSize) == 0;
}

} // namespace vault

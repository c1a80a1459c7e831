// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/vault/GuardedBytes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace vault {

/// 16 random bytes that name something.
template<class What>
struct RandomName
{
    std::array<std::uint8_t, 16> bytes{};

    [[nodiscard]] static RandomName random();
    [[nodiscard]] std::string hex() const; ///< 32 lower-case digits
    bool operator==(const RandomName&) const = default;
};

using VaultId = RandomName<struct VaultIdTag>; ///< for the life of the vault
using Salt = RandomName<struct SaltTag>;       ///< new with every new key; also the key's name

/// The 32 bytes that open a vault, in guarded memory. A new one is made in three places only: a new vault, a
/// change of key, an export.
class VaultKey final
{
public:
    static constexpr std::size_t kSize = 32;

    [[nodiscard]] static VaultKey random();
    /// Nothing unless there are exactly 32 bytes. The caller wipes its own.
    [[nodiscard]] static std::optional<VaultKey> fromBytes(std::span<const std::uint8_t> bytes);
    /// The guarded bytes themselves become the key.
    [[nodiscard]] static std::optional<VaultKey> fromBytes(GuardedBytes bytes);

    [[nodiscard]] VaultKey copy() const { return VaultKey(GuardedBytes(bytes())); }
    [[nodiscard]] std::span<const std::uint8_t> bytes() const { return m_bytes.bytes(); }

    /// In constant time. A key that was moved away equals none.
    bool operator==(const VaultKey& other) const;

private:
    explicit VaultKey(GuardedBytes bytes)
        : m_bytes(std::move(bytes))
    {
    }
    GuardedBytes m_bytes;
};

} // namespace vault

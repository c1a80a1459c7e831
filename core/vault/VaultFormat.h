// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/vault/GuardedBytes.h"
#include "core/vault/Passphrase.h"
#include "core/vault/VaultKey.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The vault's format, version 1, without files. Integers are little-endian and read byte by byte.
///
///     off len
///       0   8  magic 89 'C' 'T' 'V' 0D 0A 1A 0A
///       8   1  version = 1
///       9   1  kdf, see PassphraseKdf
///      10   1  flags: bit 0 = the keychain holds a copy of the key; other bits 0
///      11   5  zero
///      16  16  vault id
///      32  16  salt
///      48   8  generation, +1 at each save
///      56   8  time of the save, Unix ms, shown only
///      64  24  nonce, random, new at each save
///      88 N+16 ciphertext and tag (XChaCha20-Poly1305, bytes 0..88 authenticated); N = 8192 x 1..512
///  end-32  32  unkeyed BLAKE2b-256 of everything before it; in this place in every future version
///
/// The plaintext, padded by sodium_pad to a multiple of 8192:
/// u32 length | JSON without any secret | u32 count | count x { u32 id | u16 length | secret }.
/// The checksum names accidents without the key and costs no KDF; the tag catches intent.
namespace vault {

using Bytes = std::vector<std::uint8_t>;

inline constexpr std::size_t kBlock = 8192;
inline constexpr std::size_t kMaxPlaintext = 512 * kBlock; ///< 4 MiB
inline constexpr std::size_t kOverhead = 136;              ///< header, tag and checksum
inline constexpr std::size_t kMaxFile = kMaxPlaintext + kOverhead;
inline constexpr std::size_t kMaxSecret = 65535; ///< bytes
using Nonce = std::array<std::uint8_t, 24>;

struct Header
{
    PassphraseKdf kdf = PassphraseKdf::None;
    bool keychain = false; ///< the keychain holds a copy of the key
    VaultId id;
    Salt salt;
    std::uint64_t generation = 0;
    std::int64_t savedAt = 0; ///< Unix milliseconds
    bool operator==(const Header&) const = default;
};

/// Whether the bytes begin as a vault does, of any format.
[[nodiscard]] bool looksLikeVault(std::string_view bytes);

/// The bytes of a vault that passed every check which needs no key. Holds no plaintext.
class VaultImage final
{
public:
    /// Checks in this order: magic, size, checksum; version, kdf, flags, zeros; then the length of the
    /// ciphertext. Errors: vault-damaged; vault-newer for what a later version may mean. `path` names the
    /// file in them.
    [[nodiscard]] static base::Result<VaultImage> check(Bytes bytes, std::string path = {});

    [[nodiscard]] const Header& header() const { return m_header; }
    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    VaultImage() = default;
    Bytes m_bytes;
    Header m_header;
    std::string m_path;
};

/// A secret by the number that the JSON calls it by. Does not own the bytes.
struct SecretView
{
    std::uint32_t id = 0;
    std::span<const std::uint8_t> bytes;
};

/// An opened vault: the plaintext in guarded memory, gone with the object, and views into it.
class OpenedVault final
{
public:
    [[nodiscard]] std::string_view json() const { return m_json; }
    [[nodiscard]] const std::vector<SecretView>& secrets() const { return m_secrets; }
    /// nullptr when there is none of that id.
    [[nodiscard]] const SecretView* find(std::uint32_t id) const;

private:
    friend base::Result<OpenedVault> open(const VaultImage&, const VaultKey&);
    explicit OpenedVault(GuardedBytes plaintext)
        : m_plaintext(std::move(plaintext))
    {
    }
    [[nodiscard]] bool parse(std::size_t size);

    GuardedBytes m_plaintext;
    std::string_view m_json;
    std::vector<SecretView> m_secrets;
};

/// Encrypts with a new random nonce, then opens the result again and compares. `json` must hold no secret;
/// the ids are unique. Errors: vault-full, secret-too-long, vault-self-check.
[[nodiscard]] base::Result<VaultImage> seal(const Header& header, std::string_view json,
                                            std::span<const SecretView> secrets, const VaultKey& key);

/// The same with a given nonce: for known answers only.
[[nodiscard]] base::Result<VaultImage> sealWithNonce(const Header& header, std::string_view json,
                                                     std::span<const SecretView> secrets, const VaultKey& key,
                                                     const Nonce& nonce);

/// Errors: vault-or-key-changed where the key does not open it (the caller knows where the key came from and
/// may say it better), vault-contents-broken where the key is right and the contents are none.
[[nodiscard]] base::Result<OpenedVault> open(const VaultImage& image, const VaultKey& key);

} // namespace vault

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/vault/GuardedBytes.h"
#include "core/vault/VaultKey.h"

#include <cstdint>
#include <string_view>

namespace vault {

/// How the key comes from the passphrase. The numbers stand in the file; there are no others, so no file can
/// ask for more memory.
enum class PassphraseKdf : std::uint8_t {
    None = 0,     ///< no passphrase, the key is random
    Argon256 = 1, ///< Argon2id, 3 passes, 256 MiB
    Argon64 = 2,  ///< Argon2id, 3 passes, 64 MiB, where memory is short
};

/// The text of a passphrase as it goes into the KDF: well-formed UTF-8 in NFC, 1 to 1,024 bytes.
class Passphrase final
{
public:
    static constexpr std::size_t kMaxBytes = 1024;

    /// Errors: passphrase-not-utf8 (a lenient decoder would map different bytes to one passphrase),
    /// passphrase-empty, passphrase-too-long. The caller wipes its own text. Copies inside Qt's normalisation
    /// of text that is not ASCII may stay in freed memory.
    [[nodiscard]] static base::Result<Passphrase> fromText(std::string_view utf8);

    /// The same from stdin, a file or a descriptor: exactly one LF or CRLF at the end is dropped.
    [[nodiscard]] static base::Result<Passphrase> fromInput(std::string_view bytes);

    [[nodiscard]] std::string_view text() const { return m_text.text(); }

private:
    explicit Passphrase(GuardedBytes text)
        : m_text(std::move(text))
    {
    }
    GuardedBytes m_text;
};

/// The key of `passphrase` with that salt. Takes 0.3 s to some seconds and 256 or 64 MiB: call it in a worker
/// thread; it touches nothing but its arguments. Errors: passphrase-no-memory, vault-no-passphrase (None).
[[nodiscard]] base::Result<VaultKey> deriveKey(const Passphrase& passphrase, const Salt& salt,
                                               PassphraseKdf kdf);

/// Bytes of memory that a new program may take without swapping, as far as the system tells; else the largest
/// number there is.
[[nodiscard]] std::uint64_t availableMemory();

/// For a new key: Argon256, or Argon64 with less than 1 GiB available (say so then).
[[nodiscard]] PassphraseKdf chooseKdf(std::uint64_t available = availableMemory());

} // namespace vault

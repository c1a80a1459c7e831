// SPDX-License-Identifier: Apache-2.0
#include "core/vault/Passphrase.h"

#include "core/base/SafeFile.h"
#include "core/base/SecretBytes.h"
#include "core/base/Utf8.h"
#include "core/vault/Errors.h"

#include <QString>

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace vault {
namespace {

using base::fail;
using base::Result;

constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMiB = std::size_t{1} << 20;
/// NFC makes UTF-8 at most three times shorter, so nothing longer can fit.
constexpr std::size_t kMaxInput = 3 * Passphrase::kMaxBytes;

template<class Text>
void wipeQt(Text& text)
{
    base::wipe(text.data(), static_cast<std::size_t>(text.size()) * sizeof *text.data());
}

GuardedBytes toNfc(std::string_view utf8)
{
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(utf8.begin(), utf8.end(), isAscii))
        return GuardedBytes(bytesOf(utf8));
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    QString normal = text.normalized(QString::NormalizationForm_C);
    QByteArray encoded = normal.toUtf8();
    GuardedBytes result(bytesOf({encoded.constData(), static_cast<std::size_t>(encoded.size())}));
    wipeQt(text);
    wipeQt(normal);
    wipeQt(encoded);
    return result;
}

} // namespace

Result<Passphrase> Passphrase::fromText(std::string_view utf8)
{
    const auto tooLong = fail(errors::kPassphraseTooLong, "", std::vector{std::to_string(kMaxBytes)});
    if (utf8.empty())
        return fail(errors::kPassphraseEmpty);
    if (utf8.size() > kMaxInput)
        return tooLong;
    if (base::firstInvalidUtf8(utf8) != std::string_view::npos)
        return fail(errors::kPassphraseNotUtf8);
    GuardedBytes text = toNfc(utf8);
    if (text.size() > kMaxBytes)
        return tooLong;
    return Passphrase(std::move(text));
}

Result<Passphrase> Passphrase::fromInput(std::string_view bytes)
{
    if (bytes.ends_with('\n')) {
        bytes.remove_suffix(1);
        if (bytes.ends_with('\r'))
            bytes.remove_suffix(1);
    }
    return fromText(bytes);
}

Result<VaultKey> deriveKey(const Passphrase& passphrase, const Salt& salt, PassphraseKdf kdf)
{
    static_assert(sizeof salt.bytes == crypto_pwhash_SALTBYTES);
    const StackWipe wipe;
    if (kdf != PassphraseKdf::Argon256 && kdf != PassphraseKdf::Argon64)
        return fail(errors::kNoPassphrase);
    const std::size_t memory = (kdf == PassphraseKdf::Argon256 ? 256 : 64) * kMiB;
    GuardedBytes key(VaultKey::kSize);
    const std::string_view text = passphrase.text();
    if (crypto_pwhash(key.data(), key.size(), text.data(), text.size(), salt.bytes.data(), kPasses, memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(errors::kNoMemory, "", std::vector{std::to_string(memory / kMiB)});
    return *VaultKey::fromBytes(std::move(key));
}

std::uint64_t availableMemory()
{
    constexpr auto kUnknown = std::numeric_limits<std::uint64_t>::max();
    constexpr std::string_view kName = "MemAvailable:";
    const auto text = base::readFile("/proc/meminfo", 65536);
    const std::size_t at = text ? text->find(kName) : std::string::npos;
    if (at == std::string::npos)
        return kUnknown;
    const std::size_t digit = text->find_first_of("0123456789", at + kName.size());
    std::uint64_t kib = 0;
    if (digit == std::string::npos ||
        std::from_chars(text->data() + digit, text->data() + text->size(), kib).ec != std::errc{})
        return kUnknown;
    return kib * 1024;
}

PassphraseKdf chooseKdf(std::uint64_t available)
{
    return available < 1024 * std::uint64_t{kMiB} ? PassphraseKdf::Argon64 : PassphraseKdf::Argon256;
}

} // namespace vault

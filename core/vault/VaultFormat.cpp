// SPDX-License-Identifier: Apache-2.0
#include "core/vault/VaultFormat.h"

#include "core/vault/Errors.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace vault {
namespace {

using base::fail;
using base::Result;

constexpr std::array<std::uint8_t, 8> kMagic{0x89, 'C', 'T', 'V', 0x0D, 0x0A, 0x1A, 0x0A};
constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kKeychainFlag = 1;
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kKdfAt = 9;
constexpr std::size_t kFlagsAt = 10;
constexpr std::size_t kZeroAt = 11;
constexpr std::size_t kIdAt = 16;
constexpr std::size_t kSaltAt = 32;
constexpr std::size_t kGenerationAt = 48;
constexpr std::size_t kSavedAt = 56;
constexpr std::size_t kNonceAt = 64;
constexpr std::size_t kHeaderSize = 88;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kChecksumSize = 32;
/// Enough to hold what every future version has in its place.
constexpr std::size_t kLeastFile = 16 + kChecksumSize;
/// Bytes of the stack that are cleared behind a cipher call, whatever it left there: several times its need.
constexpr std::size_t kStack = 4096;
static_assert(kHeaderSize + kTagSize + kChecksumSize == kOverhead);

void put(std::uint8_t* at, std::uint64_t value, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i)
        at[i] = static_cast<std::uint8_t>(value >> (8 * i));
}

std::uint64_t get(const std::uint8_t* at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= std::uint64_t{at[i]} << (8 * i);
    return value;
}

std::array<std::uint8_t, kChecksumSize> checksum(std::span<const std::uint8_t> bytes)
{
    startSodium();
    std::array<std::uint8_t, kChecksumSize> sum{};
    crypto_generichash(sum.data(), sum.size(), bytes.data(), bytes.size(), nullptr, 0);
    return sum;
}

/// A bounds-checked cursor. A method that cannot read returns nothing.
class Cursor final
{
public:
    explicit Cursor(std::span<const std::uint8_t> bytes)
        : m_left(bytes)
    {
    }
    [[nodiscard]] std::optional<std::uint64_t> number(std::size_t size)
    {
        const auto bytes = take(size);
        return bytes ? std::optional(get(bytes->data(), size)) : std::nullopt;
    }
    [[nodiscard]] std::optional<std::span<const std::uint8_t>> take(std::uint64_t size)
    {
        if (size > m_left.size())
            return std::nullopt;
        const auto taken = m_left.first(size);
        m_left = m_left.subspan(size);
        return taken;
    }
    [[nodiscard]] bool atEnd() const { return m_left.empty(); }

private:
    std::span<const std::uint8_t> m_left;
};

/// The plaintext with its padding, or why it cannot be.
Result<GuardedBytes> makePlaintext(std::string_view json, std::span<const SecretView> secrets)
{
    const auto full = fail(errors::kFull, "", std::vector{std::to_string(kMaxPlaintext)});
    std::size_t size = 4 + json.size() + 4;
    if (size >= kMaxPlaintext)
        return full;
    for (const SecretView& secret : secrets) {
        if (secret.bytes.size() > kMaxSecret)
            return fail(errors::kSecretTooLong, "",
                        std::vector{std::to_string(secret.bytes.size()), std::to_string(kMaxSecret)});
        size += 6 + secret.bytes.size();
        if (size >= kMaxPlaintext)
            return full;
    }
    GuardedBytes plaintext((size / kBlock + 1) * kBlock);
    std::uint8_t* at = plaintext.data();
    const auto append = [&at](std::span<const std::uint8_t> bytes) {
        if (!bytes.empty())
            std::memcpy(at, bytes.data(), bytes.size());
        at += bytes.size();
    };
    const auto number = [&at](std::uint64_t value, std::size_t width) {
        put(at, value, width);
        at += width;
    };
    number(json.size(), 4);
    append(bytesOf(json));
    number(secrets.size(), 4);
    for (const SecretView& secret : secrets) {
        number(secret.id, 4);
        number(secret.bytes.size(), 2);
        append(secret.bytes);
    }
    std::size_t padded = 0;
    if (sodium_pad(&padded, plaintext.data(), size, kBlock, plaintext.size()) != 0 ||
        padded != plaintext.size())
        return fail(errors::kSelfCheck, "", std::vector{std::string()});
    return plaintext;
}

/// Checks the tag and, where `plaintext` is given, decrypts into it.
bool decrypt(std::span<const std::uint8_t> file, const VaultKey& key, std::uint8_t* plaintext)
{
    const bool opened =
        crypto_aead_xchacha20poly1305_ietf_decrypt(
            plaintext, nullptr, nullptr, file.data() + kHeaderSize, file.size() - kHeaderSize - kChecksumSize,
            file.data(), kHeaderSize, file.data() + kNonceAt, key.bytes().data()) == 0;
    sodium_stackzero(kStack);
    return opened;
}

} // namespace

bool looksLikeVault(std::string_view bytes)
{
    return bytes.size() >= kMagic.size() &&
           std::equal(kMagic.begin(), kMagic.end(), bytes.begin(),
                      [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
}

Result<VaultImage> VaultImage::check(Bytes bytes, std::string path)
{
    const auto damaged = fail(errors::kDamaged, "", std::vector{path});
    if (bytes.size() < kMagic.size() || !std::equal(kMagic.begin(), kMagic.end(), bytes.begin()))
        return damaged;
    if (bytes.size() < kLeastFile || bytes.size() > kMaxFile)
        return damaged;
    const auto sum = checksum({bytes.data(), bytes.size() - kChecksumSize});
    if (sodium_memcmp(sum.data(), bytes.data() + bytes.size() - kChecksumSize, kChecksumSize) != 0)
        return damaged;

    const std::uint8_t version = bytes[kVersionAt];
    if (version != kVersion)
        return fail(errors::kNewer, "", std::vector{path, std::to_string(version)});
    const bool known = bytes[kKdfAt] <= static_cast<std::uint8_t>(PassphraseKdf::Argon64) &&
                       (bytes[kFlagsAt] & ~kKeychainFlag) == 0 &&
                       std::all_of(bytes.begin() + kZeroAt, bytes.begin() + kIdAt,
                                   [](std::uint8_t byte) { return byte == 0; });
    if (!known)
        return fail(errors::kNewer, "", std::vector{path, std::string("1+")});
    if (bytes.size() < kOverhead + kBlock || (bytes.size() - kOverhead) % kBlock != 0)
        return damaged;

    VaultImage image;
    image.m_header.kdf = static_cast<PassphraseKdf>(bytes[kKdfAt]);
    image.m_header.keychain = (bytes[kFlagsAt] & kKeychainFlag) != 0;
    std::copy_n(bytes.begin() + kIdAt, 16, image.m_header.id.bytes.begin());
    std::copy_n(bytes.begin() + kSaltAt, 16, image.m_header.salt.bytes.begin());
    image.m_header.generation = get(bytes.data() + kGenerationAt, 8);
    image.m_header.savedAt = static_cast<std::int64_t>(get(bytes.data() + kSavedAt, 8));
    image.m_bytes = std::move(bytes);
    image.m_path = std::move(path);
    return image;
}

Result<VaultImage> seal(const Header& header, std::string_view json, std::span<const SecretView> secrets,
                        const VaultKey& key)
{
    startSodium();
    Nonce nonce;
    randombytes_buf(nonce.data(), nonce.size());
    return sealWithNonce(header, json, secrets, key, nonce);
}

Result<VaultImage> sealWithNonce(const Header& header, std::string_view json,
                                 std::span<const SecretView> secrets, const VaultKey& key, const Nonce& nonce)
{
    const auto plaintext = makePlaintext(json, secrets);
    if (!plaintext)
        return fail(plaintext.error());

    Bytes file(plaintext->size() + kOverhead);
    std::copy(kMagic.begin(), kMagic.end(), file.begin());
    file[kVersionAt] = kVersion;
    file[kKdfAt] = static_cast<std::uint8_t>(header.kdf);
    file[kFlagsAt] = header.keychain ? kKeychainFlag : 0;
    std::copy(header.id.bytes.begin(), header.id.bytes.end(), file.begin() + kIdAt);
    std::copy(header.salt.bytes.begin(), header.salt.bytes.end(), file.begin() + kSaltAt);
    put(file.data() + kGenerationAt, header.generation, 8);
    put(file.data() + kSavedAt, static_cast<std::uint64_t>(header.savedAt), 8);
    std::copy(nonce.begin(), nonce.end(), file.begin() + kNonceAt);
    crypto_aead_xchacha20poly1305_ietf_encrypt(file.data() + kHeaderSize, nullptr, plaintext->data(),
                                               plaintext->size(), file.data(), kHeaderSize, nullptr,
                                               nonce.data(), key.bytes().data());
    sodium_stackzero(kStack);
    const auto sum = checksum({file.data(), file.size() - kChecksumSize});
    std::copy(sum.begin(), sum.end(), file.end() - kChecksumSize);

    // What cannot be opened again is never handed out.
    GuardedBytes again(plaintext->size());
    auto image = VaultImage::check(std::move(file));
    if (!image || image->header() != header || !decrypt(image->bytes(), key, again.data()) ||
        sodium_memcmp(again.data(), plaintext->data(), again.size()) != 0)
        return fail(errors::kSelfCheck, "", std::vector{std::string()});
    return image;
}

Result<OpenedVault> open(const VaultImage& image, const VaultKey& key)
{
    const Bytes& file = image.bytes();
    const auto misfit = fail(errors::kVaultOrKeyChanged, "", std::vector{image.path()});
    if (!decrypt(file, key, nullptr)) // no memory for what is not genuine
        return misfit;
    GuardedBytes plaintext(file.size() - kOverhead);
    if (!decrypt(file, key, plaintext.data()))
        return misfit;
    std::size_t size = 0;
    const bool padded = sodium_unpad(&size, plaintext.data(), plaintext.size(), kBlock) == 0;
    OpenedVault opened(std::move(plaintext));
    if (!padded || !opened.parse(size))
        return fail(errors::kContentsBroken, "", std::vector{image.path()});
    return opened;
}

bool OpenedVault::parse(std::size_t size)
{
    Cursor cursor(m_plaintext.bytes().first(size));
    const auto jsonSize = cursor.number(4);
    const auto json = jsonSize ? cursor.take(*jsonSize) : std::nullopt;
    const auto count = json ? cursor.number(4) : std::nullopt;
    if (!count)
        return false;
    m_json = {reinterpret_cast<const char*>(json->data()), json->size()};
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto id = cursor.number(4);
        const auto length = id ? cursor.number(2) : std::nullopt;
        const auto bytes = length ? cursor.take(*length) : std::nullopt;
        if (!bytes)
            return false;
        m_secrets.push_back({static_cast<std::uint32_t>(*id), *bytes});
    }
    std::vector<std::uint32_t> ids;
    for (const SecretView& secret : m_secrets)
        ids.push_back(secret.id);
    std::sort(ids.begin(), ids.end());
    return cursor.atEnd() && std::adjacent_find(ids.begin(), ids.end()) == ids.end();
}

const SecretView* OpenedVault::find(std::uint32_t id) const
{
    const auto found = std::find_if(m_secrets.begin(), m_secrets.end(),
                                    [id](const SecretView& secret) { return secret.id == id; });
    return found == m_secrets.end() ? nullptr : &*found;
}

} // namespace vault

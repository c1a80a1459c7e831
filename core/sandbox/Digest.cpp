// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Digest.h"

#include "core/base/Hex.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <cstdint>
#include <span>
#include <stdexcept>
#include <vector>

namespace sandbox {
namespace {

constexpr int kIterations = 2000;
constexpr std::size_t kHashSize = 32;
constexpr std::size_t kSaltSize = 16;

unsigned char* bytesOf(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// The server answers 500 to an exception. It takes a broken OpenSSL to see one.
void require(bool done, const char* what)
{
    if (!done)
        throw std::runtime_error(what);
}

std::string derive(std::string_view password, std::string_view salt)
{
    std::string hash(kHashSize, '\0');
    require(PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), bytesOf(salt),
                              static_cast<int>(salt.size()), kIterations, EVP_sha256(),
                              static_cast<int>(hash.size()), bytesOf(hash)) == 1,
            "PBKDF2");
    return hash;
}

std::string uuidText(std::string bytes, char version)
{
    bytes.resize(16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0F) | (version << 4));
    bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
    std::string text =
        base::toHex(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        text.insert(at, 1, '-');
    return text;
}

} // namespace

std::string sha256(std::string_view text)
{
    std::string digest(kHashSize, '\0');
    unsigned int size = 0;
    require(EVP_Digest(text.data(), text.size(), bytesOf(digest), &size, EVP_sha256(), nullptr) == 1,
            "SHA-256");
    return digest;
}

std::string randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    require(RAND_bytes(bytesOf(bytes), static_cast<int>(count)) == 1, "random bytes");
    return bytes;
}

std::string randomUuid()
{
    return uuidText(randomBytes(16), 4);
}

std::string uuidOf(std::string_view text)
{
    return uuidText(sha256(text), 5); // by name, as near as SHA-256 comes
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !base::isHexDigit(text[i]))
            return false;
    }
    return true;
}

std::string base64Url(std::string_view bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int size = EVP_EncodeBlock(bytesOf(text), bytesOf(bytes), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    while (text.ends_with('='))
        text.pop_back();
    for (char& c : text)
        c = c == '+' ? '-' : c == '/' ? '_' : c;
    return text;
}

PasswordHash::PasswordHash(std::string_view password)
    : m_salt(randomBytes(kSaltSize))
    , m_hash(derive(password, m_salt))
{
}

bool PasswordHash::matches(std::string_view password) const
{
    if (m_hash.empty())
        return false;
    const std::string hash = derive(password, m_salt);
    return CRYPTO_memcmp(hash.data(), m_hash.data(), hash.size()) == 0;
}

} // namespace sandbox

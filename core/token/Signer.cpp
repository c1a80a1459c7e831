// SPDX-License-Identifier: Apache-2.0
#include "core/token/Signer.h"

#include "core/base/SecretBytes.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

namespace token {
namespace {

std::array<std::uint8_t, 4> littleEndian(std::uint32_t value)
{
    return {static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 24)};
}

} // namespace

Signer::Signer()
{
    EVP_MAC* hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    m_context = hmac ? EVP_MAC_CTX_new(hmac) : nullptr;
    EVP_MAC_free(hmac); // the context holds a reference of its own
    char digest[] = "SHA256";
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                 OSSL_PARAM_construct_end()};
    if (m_context && EVP_MAC_CTX_set_params(m_context, params) != 1) {
        EVP_MAC_CTX_free(m_context);
        m_context = nullptr;
    }
}

Signer::~Signer()
{
    EVP_MAC_CTX_free(m_context);
}

bool Signer::mac(const void* key, std::size_t keySize, const void* message, std::size_t size,
                 std::uint8_t* out)
{
    std::size_t written = 0;
    return m_context &&
           EVP_MAC_init(m_context, static_cast<const unsigned char*>(key), keySize, nullptr) == 1 &&
           EVP_MAC_update(m_context, static_cast<const unsigned char*>(message), size) == 1 &&
           EVP_MAC_final(m_context, out, &written, kSignatureSize) == 1;
}

bool Signer::sign(std::string_view certificate, std::uint32_t issueTs, std::uint32_t salt,
                  std::string_view signingInfo, Signature& out)
{
    const auto issueKey = littleEndian(issueTs);
    const auto saltKey = littleEndian(salt);
    Signature k1;
    Signature k2;
    const bool done =
        mac(issueKey.data(), issueKey.size(), certificate.data(), certificate.size(), k1.data()) &&
        mac(saltKey.data(), saltKey.size(), k1.data(), k1.size(), k2.data()) &&
        mac(k2.data(), k2.size(), signingInfo.data(), signingInfo.size(), out.data());
    base::wipe(k1.data(), k1.size());
    base::wipe(k2.data(), k2.size());
    return done;
}

bool Signer::hmac(std::string_view key, std::string_view message, Signature& out)
{
    return mac(key.data(), key.size(), message.data(), message.size(), out.data());
}

bool equalInConstantTime(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace token

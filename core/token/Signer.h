// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

struct evp_mac_ctx_st;

namespace token {

inline constexpr std::size_t kSignatureSize = 32; ///< bytes of HMAC-SHA256
using Signature = std::array<std::uint8_t, kSignatureSize>;

/// The signature of an AccessToken2:
///
///     k1  = HMAC-SHA256(key = u32le(issue_ts), message = App Certificate as text)
///     k2  = HMAC-SHA256(key = u32le(salt),     message = k1)
///     sig = HMAC-SHA256(key = k2,              message = signing info)
///
/// The number is the key and the certificate the message; letter case of the certificate counts. One object
/// keeps its OpenSSL context for any number of signatures; it is not for use from two threads at once.
class Signer final
{
public:
    Signer();
    ~Signer();
    Signer(const Signer&) = delete;
    Signer& operator=(const Signer&) = delete;

    /// false when OpenSSL cannot do HMAC-SHA256 here (a provider is missing).
    [[nodiscard]] bool sign(std::string_view certificate, std::uint32_t issueTs, std::uint32_t salt,
                            std::string_view signingInfo, Signature& out);

    /// HMAC-SHA256 of `message` (006 tokens sign in one step).
    [[nodiscard]] bool hmac(std::string_view key, std::string_view message, Signature& out);

private:
    [[nodiscard]] bool mac(const void* key, std::size_t keySize, const void* message, std::size_t size,
                           std::uint8_t* out);
    evp_mac_ctx_st* m_context = nullptr;
};

/// Compares in a time that does not depend on the content.
[[nodiscard]] bool equalInConstantTime(std::string_view a, std::string_view b);

} // namespace token

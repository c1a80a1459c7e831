// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/token/Service.h"
#include "core/token/Signer.h"
#include "core/token/Zlib.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace token {

inline constexpr std::string_view kVersion007 = "007";
inline constexpr std::size_t kIdSize = 32;             ///< hexadecimal digits of an App ID and a certificate
inline constexpr std::size_t kMaxString = 65535;       ///< bytes of a string on the wire (u16 length)
inline constexpr std::size_t kMaxCount = 65535;        ///< entries of a list on the wire (u16 count)
inline constexpr std::uint32_t kDefaultExpire = 3600;  ///< seconds
inline constexpr std::uint32_t kChatMaxExpire = 86400; ///< seconds; the longest that Agora Chat documents

/// What goes into an AccessToken2. Salt and issue time are inputs, so the same input gives the same text.
struct TokenInput
{
    std::string appId;         ///< 32 hexadecimal digits, case kept
    std::uint32_t issueTs = 0; ///< Unix seconds
    std::uint32_t expire = 0;  ///< seconds after issueTs
    std::uint32_t salt = 0;    ///< any value
    std::vector<Service> services;
};

/// 32 hexadecimal digits of either case. Errors: bad-app-id, bad-certificate with the length and the offset
/// of the first byte that is no digit (empty when only the length is wrong).
[[nodiscard]] base::Result<> checkAppId(std::string_view appId);
[[nodiscard]] base::Result<> checkCertificate(std::string_view certificate);

/// Builds AccessToken2 texts:
///
///     "007" + Base64( zlib( signature | app_id | issue_ts | expire | salt | count | service x count ) )
///
/// Integers are little-endian, strings have a u16 length in front, services are sorted by type (stable) and
/// the privileges of each by id. The text equals that of the vendor's C++ and Python builders byte for byte.
/// One object keeps its buffers and contexts: use it for many tokens, from one thread at a time.
class Builder final
{
public:
    /// The text lives until the next call. Errors (token/Errors.h): bad-app-id, bad-certificate, no-services,
    /// too-many-services, too-many-items, string-too-long, bad-utf8, unknown-service-type,
    /// duplicate-privilege.
    [[nodiscard]] base::Result<std::string_view> build(const TokenInput& input, std::string_view certificate);

    /// Bytes of the payload of the last token built, for tests and the byte map.
    [[nodiscard]] std::string_view payload() const { return m_payload; }

private:
    Signer m_signer;
    Deflater m_deflater;
    std::string m_payload;
    std::string m_compressed;
    std::string m_text;
    std::vector<const Service*> m_order;
};

/// One token with a Builder of its own.
[[nodiscard]] base::Result<std::string> build(const TokenInput& input, std::string_view certificate);

} // namespace token

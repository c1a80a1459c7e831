// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Field.h"
#include "core/token/Problem.h"
#include "core/token/Service.h"
#include "core/token/Signer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace token {

/// A token of the years before AccessToken2, taken apart as far as it can be read.
///
///     006   "006" app_id(32) Base64( signature string | channel_crc u32 | uid_crc u32 | message string )
///           message: salt u32 | ts u32 | map<u16,u32> privileges (absolute Unix seconds, 0 = no limit)
///     005   "005" Base64( service u16 | signature string | app_id string(16) | unix_ts | salt | expired_ts
///     u32 | map ) 004   "004" signature(40) app_id(32) ts(10) salt(8) expired(10) 003   "003" signature(40)
///     app_id(32) ts(10) salt(8) uid(10) expired(10);  002 the same without "003" 001   signature(40)
///     app_id(32) ts(10) salt(8)
struct Legacy
{
    std::string version; ///< "001" ... "006"
    std::string payload; ///< the bytes that the fields point into; for 001-004 the text itself
    std::vector<Field> fields;
    std::vector<Problem> problems;

    std::string appId;
    std::string signature;
    std::optional<std::uint32_t> channelCrc; // 006
    std::optional<std::uint32_t> uidCrc;     // 006
    std::optional<std::uint32_t> salt;
    std::optional<std::uint32_t> ts;        ///< 006: the token's own end, Unix seconds; older: the issue time
    std::optional<std::uint32_t> expiredTs; ///< 003-005: end, Unix seconds, 0 = none
    std::vector<Privilege> privileges;      ///< 006: `seconds` is an absolute Unix time
    std::string message;                    ///< 006: the signed part

    /// Unix second of the token's end, of the earliest privilege's; nothing when unknown or unlimited.
    [[nodiscard]] std::optional<std::int64_t> expiresAt() const;
    [[nodiscard]] std::optional<std::int64_t> effectiveExpiresAt() const;
};

/// The version that a cleaned text has the form of ("001" ... "006"); "" when it is none of them.
[[nodiscard]] std::string_view legacyVersion(std::string_view text);

/// `version` as legacyVersion gave it.
[[nodiscard]] Legacy decodeLegacy(std::string_view version, std::string_view text);

/// 006: HMAC-SHA256(certificate, app_id | channel | uid | message), compared in constant time.
[[nodiscard]] bool verify006(const Legacy& legacy, std::string_view certificate, std::string_view channel,
                             std::string_view uid);

/// zlib's CRC-32, by which a 006 token refers to its channel and uid.
[[nodiscard]] std::uint32_t crc32(std::string_view text);

} // namespace token

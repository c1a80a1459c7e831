// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// Why a token could not be built. Error::field names the input; args are noted behind each.
namespace token::errors {

inline constexpr std::string_view kBadAppId = "bad-app-id"; // length, offset of the first bad byte or ""
inline constexpr std::string_view kBadCertificate = "bad-certificate"; // the same; never the value
inline constexpr std::string_view kNoServices = "no-services";
inline constexpr std::string_view kTooManyServices = "too-many-services";      // count, limit
inline constexpr std::string_view kTooManyItems = "too-many-items";            // count, limit
inline constexpr std::string_view kStringTooLong = "string-too-long";          // bytes, limit
inline constexpr std::string_view kBadUtf8 = "bad-utf8";                       // offset of the first bad byte
inline constexpr std::string_view kUnknownService = "unknown-service-type";    // type
inline constexpr std::string_view kDuplicatePrivilege = "duplicate-privilege"; // privilege id
inline constexpr std::string_view kOutOfRange = "out-of-range";                // value, lowest, highest
inline constexpr std::string_view kBadIssueTime = "bad-issue-time";            // the moment, ISO 8601
inline constexpr std::string_view kEmptyUser = "empty-user-id";
inline constexpr std::string_view kWrongType = "wrong-json-type"; // what is expected
inline constexpr std::string_view kMissingField = "missing-field";
inline constexpr std::string_view kUnknownField = "unknown-field"; // the nearest known name or ""
inline constexpr std::string_view kCannotRemint =
    "cannot-remint"; // format, whole, issue_ts, services or size
inline constexpr std::string_view kCryptoFailed = "crypto-failed"; // which call

inline constexpr std::array kAll{
    kBadAppId,     kBadCertificate, kNoServices,         kTooManyServices, kTooManyItems, kStringTooLong,
    kBadUtf8,      kUnknownService, kDuplicatePrivilege, kOutOfRange,      kEmptyUser,    kWrongType,
    kMissingField, kUnknownField,   kCannotRemint,       kCryptoFailed,    kBadIssueTime};

} // namespace token::errors

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The failures that core/rest reports. `field` is the name as the catalogue has it; no arg holds a value,
/// which may be secret. args are noted behind each.
namespace rest::errors {

inline constexpr std::string_view kNoSuchEndpoint = "no-such-endpoint"; // id, the nearest id or ""
inline constexpr std::string_view kNoHost = "no-host";                  // -
inline constexpr std::string_view kNoApp = "no-app"; // - ; neither OrgName and AppName nor an App ID
inline constexpr std::string_view kUnknownField = "unknown-parameter"; // name, the nearest name or ""
inline constexpr std::string_view kFieldMissing = "field-missing";     // -
inline constexpr std::string_view kUnfilledPlaceholder = "unfilled-placeholder"; // - ; braces or blanks left
inline constexpr std::string_view kBadPathValue = "bad-path-value";              // - ; "." or ".."
inline constexpr std::string_view kBadFieldType = "bad-field-type";              // the type wanted
inline constexpr std::string_view kNotAChoice = "not-a-choice";        // the choices, joined by ", "
inline constexpr std::string_view kValueTooShort = "value-too-short";  // least, "characters" or "bytes"
inline constexpr std::string_view kValueTooLong = "value-too-long";    // most, "characters" or "bytes"
inline constexpr std::string_view kTooFewItems = "list-too-short";     // least
inline constexpr std::string_view kTooManyItems = "list-too-long";     // most
inline constexpr std::string_view kOutOfRange = "number-out-of-range"; // least or "", most or ""
inline constexpr std::string_view kBadCharacters = "bad-characters";   // the constraint's words
inline constexpr std::string_view kBadForm = "bad-form";              // the constraint's words or its pattern
inline constexpr std::string_view kBadFormat = "bad-format";          // the format: date, url ...
inline constexpr std::string_view kKeyTooLong = "key-too-long";       // most, "characters" or "bytes"
inline constexpr std::string_view kBadKey = "bad-key";                // the constraint's words
inline constexpr std::string_view kMemberTooLong = "member-too-long"; // most, "characters" or "bytes"
inline constexpr std::string_view kBadHeaderValue = "bad-header-value"; // - ; a line break
inline constexpr std::string_view kBodyNotJson = "body-not-json";       // byte offset, reason

inline constexpr std::string_view kUnknownVariable = "unknown-variable"; // name, the nearest name or ""

inline constexpr std::array kAll{
    kUnknownVariable,     kNoSuchEndpoint, kNoHost,        kNoApp,          kUnknownField,  kFieldMissing,
    kUnfilledPlaceholder, kBadPathValue,   kBadFieldType,  kNotAChoice,     kValueTooShort, kValueTooLong,
    kTooFewItems,         kTooManyItems,   kOutOfRange,    kBadCharacters,  kBadForm,       kBadFormat,
    kKeyTooLong,          kBadKey,         kMemberTooLong, kBadHeaderValue, kBodyNotJson};

} // namespace rest::errors

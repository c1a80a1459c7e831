// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The failures that core/project reports. args are noted behind each.
namespace project::errors {

inline constexpr std::string_view kNoSuchProject = "no-such-project"; // name, the nearest known name or ""
inline constexpr std::string_view kProjectGone = "project-gone";      // name
inline constexpr std::string_view kNameTaken = "name-taken";          // name
inline constexpr std::string_view kNameMissing = "name-missing";
inline constexpr std::string_view kReadOnlyProject = "read-only-project";     // name
inline constexpr std::string_view kBadHost = "bad-host";                      // the text
inline constexpr std::string_view kPlainHttp = "plain-http";                  // the text
inline constexpr std::string_view kBadAppKeyPart = "bad-app-key-part";        // the text
inline constexpr std::string_view kProjectFileBroken = "project-file-broken"; // path, reason
inline constexpr std::string_view kProjectFileNewer = "project-file-newer";   // path, version
inline constexpr std::string_view kNoHome = "no-home";                        // variable or option, its value
inline constexpr std::string_view kNoCertificate = "no-certificate";          // project name
inline constexpr std::string_view kNoAppId = "no-app-id";
inline constexpr std::string_view kBadEnvironment = "bad-environment"; // name
inline constexpr std::string_view kBadColour = "bad-colour";           // the text
inline constexpr std::string_view kBadVariable = "bad-variable";       // name
inline constexpr std::string_view kSecretVariable = "secret-variable"; // name

// Things to tell that are no failure.
inline constexpr std::string_view kHomeTightened = "home-tightened"; // folder, the old mode in octal
inline constexpr std::string_view kHomeOpen = "home-open";           // folder, the mode in octal
// Doubts about a user ID (userIdDoubt): nothing fails for them.
inline constexpr std::string_view kUserIdCharacters = "user-id-characters";
inline constexpr std::string_view kUserIdTooLong = "user-id-too-long";
inline constexpr std::string_view kUserIdUpperCase = "user-id-upper-case";

inline constexpr std::array kAll{
    kHomeTightened,     kHomeOpen,         kNoSuchProject,  kProjectGone, kNameTaken,
    kNameMissing,       kReadOnlyProject,  kBadHost,        kPlainHttp,   kBadAppKeyPart,
    kProjectFileBroken, kProjectFileNewer, kNoCertificate,  kNoAppId,     kBadEnvironment,
    kBadColour,         kBadVariable,      kSecretVariable, kNoHome,      kUserIdCharacters,
    kUserIdTooLong,     kUserIdUpperCase};

} // namespace project::errors

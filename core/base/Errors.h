// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The failures that core/base reports. args are noted behind each.
namespace base::errors {

inline constexpr std::string_view kBadDuration = "bad-duration";          // the text
inline constexpr std::string_view kDurationTooLong = "duration-too-long"; // the text
inline constexpr std::string_view kBadTime = "bad-time";                  // the text
inline constexpr std::string_view kBadJson = "bad-json";                  // byte offset, the parser's reason
inline constexpr std::string_view kJsonTooDeep = "json-too-deep";         // the limit
inline constexpr std::string_view kFileRead = "file-read";                // path, the system's reason
inline constexpr std::string_view kFileWrite = "file-write";              // path, the system's reason
inline constexpr std::string_view kFileTooLarge = "file-too-large";       // path, the limit in bytes
inline constexpr std::string_view kPipeSilent = "pipe-silent";            // path
inline constexpr std::string_view kLockBusy = "lock-busy";                // path
inline constexpr std::string_view kNotRegular = "not-a-regular-file";     // path, fileKind's word
inline constexpr std::string_view kOutputExists = "output-exists";        // path
inline constexpr std::string_view kOutputProtected = "output-protected";  // path
inline constexpr std::string_view kTooFewDescriptors = "too-few-descriptors"; // how many it may have open
inline constexpr std::string_view kUnknownKnob = "unknown-knob";              // the nearest name, all names
inline constexpr std::string_view kBadKnobValue = "bad-knob-value";           // the value, what it takes

inline constexpr std::array kAll{kBadDuration,     kDurationTooLong,   kBadTime,     kBadJson,
                                 kJsonTooDeep,     kFileRead,          kFileWrite,   kFileTooLarge,
                                 kPipeSilent,      kLockBusy,          kNotRegular,  kOutputExists,
                                 kOutputProtected, kTooFewDescriptors, kUnknownKnob, kBadKnobValue};

} // namespace base::errors

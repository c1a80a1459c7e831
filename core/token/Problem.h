// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace token {

enum class Severity { Note, Warning, Error };

/// What can be wrong with a token. The order is the rank: of several, the one that stands first here is the
/// cause to look at first. Structure comes before signature, signature before fitness, fitness before time.
enum class ProblemCode {
    Empty,
    SecretPasted,
    ForeignToken,
    NotAToken,
    TooLarge,
    UnknownVersion,
    BadLegacy,
    BadBase64,
    Bomb,
    BadZlib,
    Truncated,
    BadSignatureLength,
    StringOverrun,
    BadAppId,
    ServiceCount,
    NoServices,
    BadUtf8,
    EmptyUser,
    BadCertificate,
    WrongProject,
    BadSignature,
    WrongKind,
    WrongUser,
    NotYetValid,
    Expired,
    // warnings
    Legacy,
    BadCrc,
    ExpireIsTimestamp,
    TrailingGarbage,
    TrailingPayload,
    UnknownService,
    NoChatService,
    DuplicatePrivilege,
    UnsortedServices,
    UnsortedPrivileges,
    Over24h,
    // notes
    DuplicateService,
    Wrapped,
    Quoted,
    BearerPrefix,
    UrlEncoded,
    Escaped,
    Base64Url,
    Whitespace,
    MissingPadding,
};

inline constexpr int kProblemCount = static_cast<int>(ProblemCode::MissingPadding) + 1;

/// The word that scripts branch on, such as "bad-signature".
[[nodiscard]] std::string_view problemWord(ProblemCode code);
[[nodiscard]] Severity problemSeverity(ProblemCode code);
[[nodiscard]] std::string_view severityWord(Severity severity);

struct Problem
{
    ProblemCode code;
    std::optional<std::size_t>
        offset;                    ///< byte in the payload, or character of the text for faults of the text
    std::vector<std::string> args; ///< figures and names for the sentence

    [[nodiscard]] Severity severity() const { return problemSeverity(code); }
};

} // namespace token

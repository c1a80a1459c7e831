// SPDX-License-Identifier: Apache-2.0
#include "core/token/Problem.h"

#include <array>

namespace token {
namespace {

constexpr std::array<std::string_view, kProblemCount> kWords{
    "empty",
    "secret-pasted",
    "foreign-token",
    "not-a-token",
    "too-large",
    "unknown-version",
    "bad-legacy",
    "bad-base64",
    "bomb",
    "bad-zlib",
    "truncated",
    "bad-signature-length",
    "string-overrun",
    "bad-appid",
    "service-count",
    "no-services",
    "bad-utf8",
    "empty-user",
    "bad-certificate",
    "wrong-project",
    "bad-signature",
    "wrong-kind",
    "wrong-user",
    "not-yet-valid",
    "expired",
    "legacy",
    "bad-crc",
    "expire-is-timestamp",
    "trailing-garbage",
    "trailing-payload",
    "unknown-service",
    "no-chat-service",
    "duplicate-privilege",
    "unsorted-services",
    "unsorted-privileges",
    "over-24h",
    "duplicate-service",
    "wrapped",
    "quoted",
    "bearer-prefix",
    "url-encoded",
    "escaped",
    "base64url",
    "whitespace",
    "missing-padding",
};

} // namespace

std::string_view problemWord(ProblemCode code)
{
    return kWords[static_cast<std::size_t>(code)];
}

Severity problemSeverity(ProblemCode code)
{
    if (code < ProblemCode::Legacy)
        return Severity::Error;
    return code < ProblemCode::DuplicateService ? Severity::Warning : Severity::Note;
}

std::string_view severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return "note";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        break;
    }
    return "error";
}

} // namespace token

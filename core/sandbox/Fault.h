// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/local/Message.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sandbox {

/// An error answer of the Chat service. The texts are those that rest/semantics.md section 4 quotes; where
/// nothing is documented the sandbox has its own.
struct Fault
{
    int status = 400;
    std::string error;
    std::string exception;
    std::string description;
    std::vector<local::Headers::Field> headers{};
};

/// `return refuse(fault)` from whatever gives a value or a Fault.
[[nodiscard]] inline tl::unexpected<Fault> refuse(Fault fault)
{
    return tl::unexpected<Fault>(std::move(fault));
}

[[nodiscard]] Fault illegalArgument(std::string_view text);
[[nodiscard]] Fault invalidGrant(int status, std::string_view text);
[[nodiscard]] Fault jsonParse();
[[nodiscard]] Fault unsupportedMediaType();
[[nodiscard]] Fault registrationNotOpen();
[[nodiscard]] Fault expiredToken();
[[nodiscard]] Fault corruptToken();
/// Easemob's wording, which the SDK compares.
[[nodiscard]] Fault oauthFailed();
/// True for expiredToken.
[[nodiscard]] bool isExpiry(const Fault& fault);
[[nodiscard]] Fault unableToAuthenticate();
/// `action` is the lower-case method, `path` what follows the application.
[[nodiscard]] Fault noPermission(std::string_view action, std::string_view application,
                                 std::string_view path);
[[nodiscard]] Fault noSuchResource();
[[nodiscard]] Fault noSuchUserEntity();
/// `application` is org/app or app-id/id, `uri` the path without its first slash.
[[nodiscard]] Fault noSuchApplication(std::string_view application, std::string_view uri);
[[nodiscard]] Fault duplicateUser(std::string_view application, std::string_view username);
[[nodiscard]] Fault methodNotAllowed(const std::vector<std::string>& allowed);
/// Too many calls in a second.
[[nodiscard]] Fault reachLimit();
/// A knob has the call fail; the sandbox's own.
[[nodiscard]] Fault failedOnPurpose(std::string_view knob);
/// The data file could not be written; the sandbox's own.
[[nodiscard]] Fault notKept(const base::Error& error);
[[nodiscard]] Fault notBuilt(std::string_view endpointId);
/// What the server below refuses: header too large, foreign Host, and the like.
[[nodiscard]] Fault transportFault(int status, std::string_view text);

/// The five-key envelope.
[[nodiscard]] local::Response toResponse(const Fault& fault, std::int64_t timestampMs,
                                         std::int64_t durationMs);

} // namespace sandbox

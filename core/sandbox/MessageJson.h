// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/msync/Bodies.h"
#include "core/sandbox/Fault.h"

#include <tl/expected.hpp>

namespace sandbox {

/// `type`, `body` and `ext` of a message as the RESTful API takes it, as what travels to the SDK; from and to
/// are left to the caller. At most 5 KB of body and ext together. Faults: message_send_error,
/// invalid_request_body.
[[nodiscard]] tl::expected<msync::Body, Fault> readMessage(const base::JsonValue& request);

[[nodiscard]] Fault messageFault(std::string_view error, std::string_view text, int status = 400);
[[nodiscard]] Fault invalidBody();

} // namespace sandbox

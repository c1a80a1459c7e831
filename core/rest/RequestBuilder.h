// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/rest/Draft.h"
#include "core/rest/PreparedRequest.h"

namespace rest {

enum class Strictness {
    Strict, ///< what the documents forbid is refused
    Lenient ///< only what cannot be put into a request is refused: people test failures on purpose
};

/// Builds the request. Values become JSON by the field's type: a Number keeps the digits given, a Boolean is
/// true or false, a String is quoted, an Array of String takes JSON or a list parted by commas or lines, an
/// Object takes JSON. In lenient mode a text that is no such value is sent as a string, and an unknown name
/// becomes a member of the body (of the query when there is no body).
/// Errors: all of rest::errors but no-such-endpoint, with the field's name.
[[nodiscard]] base::Result<PreparedRequest> buildRequest(const catalogue::Endpoint& endpoint,
                                                         const Draft& draft, const Target& target,
                                                         Strictness strictness = Strictness::Strict);

} // namespace rest

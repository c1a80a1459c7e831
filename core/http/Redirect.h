// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/http/Message.h"

namespace http {

inline constexpr int kMostRedirects = 5;

[[nodiscard]] bool isRedirect(int status);

/// The request that follows `request` after an answer of `status` with that Location. Only the same scheme,
/// host and port may follow; everything else is refused, so no header, cookie or body ever reaches another
/// origin. 303, and 301 or 302 after POST, become GET without a body (RFC 9110, 15.4); 307 and 308 repeat.
/// Errors: redirect-refused with the target's origin; bad-redirect with a word: no-location, invalid,
/// user-info, scheme.
[[nodiscard]] base::Result<Request> nextHop(const Request& request, int status, const QByteArray& location);

} // namespace http

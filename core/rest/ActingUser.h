// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/Draft.h"

#include <string>

namespace rest {

/// The user who acts in the call, whose token it would carry: for calls that users make for themselves
/// (`self` among the callers) the value of the first user ID in the path, else in the query, else in the
/// body; empty where the call names none, or the draft leaves it out.
[[nodiscard]] std::string actingUser(const catalogue::Endpoint& endpoint, const Draft& draft);

} // namespace rest

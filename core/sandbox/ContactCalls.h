// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Call.h"

#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

/// The user whom the path names so. Fault: service_resource_not_found.
[[nodiscard]] tl::expected<User, Fault> userInPath(const State& state, const Call& call,
                                                   std::string_view name);

/// The texts of a list, folded, once each. `wrong` where it is none, empty, or longer than `most`.
[[nodiscard]] tl::expected<std::vector<std::string>, Fault> namesIn(const base::JsonValue* list,
                                                                    std::size_t most, std::string_view wrong);

[[nodiscard]] Fault exceedsLimit(std::string_view text);

/// /users/{uuid}/what, as answers about contacts and blocks have it.
[[nodiscard]] std::string pathOf(const User& owner, std::string_view what);

[[nodiscard]] base::JsonArray namesOf(const std::vector<Contact>& contacts);

} // namespace sandbox

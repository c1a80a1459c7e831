// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace base {

/// Everything but the unreserved characters of RFC 3986 as %XX: right for a path segment, a query and a form.
[[nodiscard]] std::string percentEncoded(std::string_view text);

} // namespace base

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace local {

/// `now`, in Unix seconds, for a Date header (RFC 9110 section 5.6.7). Written anew once a second; the view
/// lives until the next call in the same thread.
[[nodiscard]] std::string_view httpDate(std::int64_t now);

} // namespace local

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <cstdint>

namespace token {

/// The Unix second as a token holds it, which has room for 1970 to 2106: a clock that is set wrong would
/// come out as another moment. Error: bad-issue-time, on the field issue_ts.
[[nodiscard]] base::Result<std::uint32_t> issueTime(std::int64_t unixSeconds);

} // namespace token

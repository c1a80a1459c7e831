// SPDX-License-Identifier: Apache-2.0
#include "core/token/IssueTime.h"

#include "core/base/Time.h"
#include "core/token/Errors.h"

#include <limits>

namespace token {

base::Result<std::uint32_t> issueTime(std::int64_t unixSeconds)
{
    if (unixSeconds < 0 || unixSeconds > std::numeric_limits<std::uint32_t>::max())
        return base::fail(errors::kBadIssueTime, "issue_ts", std::vector{base::formatTimeUtc(unixSeconds)});
    return static_cast<std::uint32_t>(unixSeconds);
}

} // namespace token

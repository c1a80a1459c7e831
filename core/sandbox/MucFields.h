// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/MucCalls.h"

namespace sandbox {

/// Makes a group or room of what the body says, with its owner and first members, and tells those. A user
/// makes one of their own only.
[[nodiscard]] tl::expected<Muc, Fault> makeMuc(const Call& call, const MucCalls& calls);

/// Changes what the body names, and answers with the names; one that cannot be changed refuses all.
[[nodiscard]] Outcome changeMuc(const Call& call, const MucCalls& calls, Muc muc);

} // namespace sandbox

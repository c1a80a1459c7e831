// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Descriptor.h"

#include <chrono>

namespace base {

/// How long a program waits for another one's lock: with all else, the command line ends within 5 s.
inline constexpr std::chrono::milliseconds kLockWait{4000};

/// Takes the lock `path` (0600, made where missing, never deleted, a link not followed), trying for at most
/// `wait`. It is held while the descriptor lives. Errors: lock-busy, not-a-regular-file, file-write.
[[nodiscard]] Result<Descriptor> lockFile(const std::string& path,
                                          std::chrono::milliseconds wait = kLockWait);

} // namespace base

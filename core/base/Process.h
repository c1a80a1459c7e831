// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace base {

/// At the start of a program that holds secrets: no core dump is written, and no other program of the same
/// user may read its memory or attach to it (RLIMIT_CORE 0, PR_SET_DUMPABLE 0; root still may). Where the
/// system refuses one of them, the program goes on without it.
void closeToOtherProcesses() noexcept;

} // namespace base

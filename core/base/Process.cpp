// SPDX-License-Identifier: Apache-2.0
#include "core/base/Process.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace base {

void closeToOtherProcesses() noexcept
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace base

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <time.h>

namespace support {

/// What this thread has worked. Not the time on the wall: clients and server fill the processors meanwhile.
inline double threadTimeMs()
{
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

} // namespace support

// SPDX-License-Identifier: Apache-2.0
// A clock that stands still, for a program that is started with this library preloaded: the wall clock says
// the second in CHATTOKEN_TEST_CLOCK, every other clock runs.
#include <cstdlib>
#include <ctime>

#include <sys/syscall.h>
#include <unistd.h>

extern "C" int clock_gettime(clockid_t id, timespec* time)
{
    const char* fixed = id == CLOCK_REALTIME ? std::getenv("CHATTOKEN_TEST_CLOCK") : nullptr;
    if (!fixed)
        return static_cast<int>(::syscall(SYS_clock_gettime, id, time));
    time->tv_sec = std::atoll(fixed);
    time->tv_nsec = 0;
    return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include "core/base/FileLock.h"

#include "core/base/Errors.h"
#include "core/base/SafeFile.h"

#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>

namespace base {

Result<Descriptor> lockFile(const std::string& path, std::chrono::milliseconds wait)
{
    using Clock = std::chrono::steady_clock;
    Descriptor fd(
        ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600));
    const int error = errno;
    if (auto regular = checkRegular(fd.get(), path); !regular) // says more than ELOOP or ENXIO
        return fail(regular.error());
    if (!fd.isOpen())
        return systemFailure(errors::kFileWrite, path, error);
    const auto end = Clock::now() + wait;
    while (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return systemFailure(errors::kFileWrite, path, errno);
        if (Clock::now() >= end)
            return fail(errors::kLockBusy, "", std::vector{path});
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return fd;
}

} // namespace base

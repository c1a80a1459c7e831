// SPDX-License-Identifier: Apache-2.0
#include "core/vault/SystemFile.h"

#include "core/base/Errors.h"
#include "core/base/FileLock.h"
#include "core/vault/Errors.h"

#include <cerrno>

#include <unistd.h>

namespace vault {

using base::fail;
using base::Result;

std::ptrdiff_t readUpTo(int fd, std::span<std::uint8_t> bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::read(fd, bytes.data() + done, bytes.size() - done);
        if (count == 0)
            break;
        if (count > 0)
            done += static_cast<std::size_t>(count);
        else if (errno != EINTR)
            return -1;
    }
    return static_cast<std::ptrdiff_t>(done);
}

Result<Descriptor> lockFile(const std::string& path, std::chrono::milliseconds wait)
{
    auto lock = base::lockFile(path, wait);
    if (!lock && lock.error().code == base::errors::kLockBusy)
        return fail(errors::kLockBusy, "", std::vector{path});
    return lock;
}

} // namespace vault

// SPDX-License-Identifier: Apache-2.0
#include "core/base/Descriptors.h"

#include "core/base/Errors.h"

#include <algorithm>
#include <cerrno>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace base {
namespace {

/// Opens that many and closes them again. What fails for another reason than the limit is no answer.
bool canOpen(std::size_t count)
{
    std::vector<int> opened;
    bool full = false;
    while (opened.size() < count && !full) {
        const int fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        full = fd < 0 && (errno == EMFILE || errno == ENFILE);
        if (fd < 0)
            break;
        opened.push_back(fd);
    }
    for (const int fd : opened)
        ::close(fd);
    return !full;
}

} // namespace

std::size_t descriptorLimit() noexcept
{
    rlimit files{};
    return ::getrlimit(RLIMIT_NOFILE, &files) == 0 ? static_cast<std::size_t>(files.rlim_cur) : 1024;
}

Result<> claimDescriptors(std::size_t wanted, std::size_t least)
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < wanted) {
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, wanted);
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
    if (!canOpen(least))
        return fail(errors::kTooFewDescriptors, "", std::vector{std::to_string(descriptorLimit())});
    return {};
}

} // namespace base

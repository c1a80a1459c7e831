// SPDX-License-Identifier: Apache-2.0
#include "core/vault/SystemFile.h"

#include "core/base/Errors.h"
#include "core/vault/Errors.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vault {

using base::fail;
using base::Result;

Descriptor::~Descriptor()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

bool Descriptor::close()
{
    return ::close(std::exchange(m_fd, -1)) == 0;
}

tl::unexpected<base::Error> systemFailure(std::string_view code, const std::string& path, int error)
{
    return fail(code, "", std::vector{path, std::string(std::strerror(error))});
}

bool writeAll(int fd, std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(fd, bytes.data(), bytes.size());
        if (count > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        } else if (count == 0) {
            errno = EIO; // no file answers so; without this the loop would not end
            return false;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

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

std::string folderOf(const std::string& path)
{
    const auto parent = std::filesystem::path(path).parent_path().string();
    return parent.empty() ? "." : parent;
}

Result<> syncFolder(const std::string& folder)
{
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.isOpen() || (::fsync(fd.get()) != 0 && errno != EINVAL))
        return systemFailure(base::errors::kFileWrite, folder, errno);
    return {};
}

Result<Descriptor> lockFile(const std::string& path, std::chrono::milliseconds wait)
{
    using Clock = std::chrono::steady_clock;
    Descriptor fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd.isOpen())
        return systemFailure(base::errors::kFileWrite, path, errno);
    const auto end = Clock::now() + wait;
    while (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return systemFailure(base::errors::kFileWrite, path, errno);
        if (Clock::now() >= end)
            return fail(errors::kLockBusy, "", std::vector{path});
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return fd;
}

} // namespace vault

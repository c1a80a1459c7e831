// SPDX-License-Identifier: Apache-2.0
#include "core/base/Descriptor.h"

#include "core/base/Errors.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace base {

Descriptor::~Descriptor()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

bool Descriptor::close()
{
    return ::close(std::exchange(m_fd, -1)) == 0;
}

tl::unexpected<Error> systemFailure(std::string_view code, const std::string& path, int error)
{
    return fail(code, "", std::vector{path, std::string(std::strerror(error))});
}

bool writeAll(int fd, const void* bytes, std::size_t size)
{
    const char* at = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t count = ::write(fd, at, size);
        if (count > 0) {
            at += count;
            size -= static_cast<std::size_t>(count);
        } else if (count == 0) {
            errno = EIO; // no file answers so; without this the loop would not end
            return false;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
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
        return systemFailure(errors::kFileWrite, folder, errno);
    return {};
}

} // namespace base

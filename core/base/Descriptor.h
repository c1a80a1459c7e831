// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace base {

/// Owns a file descriptor; close errors matter only for writers, which call `close` themselves.
class Descriptor final
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    Descriptor(Descriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor();

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    /// False with errno set where the system reports a late write error.
    [[nodiscard]] bool close();

private:
    int m_fd;
};

/// `code` with the path and the system's reason.
[[nodiscard]] tl::unexpected<Error> systemFailure(std::string_view code, const std::string& path, int error);

/// All bytes, through short writes and signals. False with errno set.
[[nodiscard]] bool writeAll(int fd, const void* bytes, std::size_t size);

/// "." for a bare name.
[[nodiscard]] std::string folderOf(const std::string& path);

/// Makes renames in that folder last. Filesystems that cannot (EINVAL) are let pass. Error: file-write.
[[nodiscard]] Result<> syncFolder(const std::string& folder);

} // namespace base

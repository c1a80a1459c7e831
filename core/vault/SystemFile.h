// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

/// Thin, checked wrappers of the system calls that the vault's files need.
namespace vault {

/// Owns a file descriptor.
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
    ~Descriptor();

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    /// False with errno set where the system reports a late write error.
    [[nodiscard]] bool close();

private:
    int m_fd;
};

/// `code` with the path and the system's reason.
[[nodiscard]] tl::unexpected<base::Error> systemFailure(std::string_view code, const std::string& path,
                                                        int error);

/// All bytes, through short writes and signals. False with errno set.
[[nodiscard]] bool writeAll(int fd, std::span<const std::uint8_t> bytes);

/// Fills `bytes` as far as the file goes, through short reads and signals: the count, or -1 with errno set.
[[nodiscard]] std::ptrdiff_t readUpTo(int fd, std::span<std::uint8_t> bytes);

/// "." for a bare name.
[[nodiscard]] std::string folderOf(const std::string& path);

/// Makes renames in that folder last. Filesystems that cannot (EINVAL) are let pass. Error: file-write.
[[nodiscard]] base::Result<> syncFolder(const std::string& folder);

/// Takes the lock `path` (0600, made where missing, never deleted), trying for at most `wait`. Errors:
/// vault-lock-busy, file-write.
[[nodiscard]] base::Result<Descriptor> lockFile(const std::string& path, std::chrono::milliseconds wait);

} // namespace vault

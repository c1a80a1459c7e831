// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Descriptor.h"
#include "core/base/Result.h"

#include <chrono>
#include <cstdint>
#include <span>
#include <string>

/// Thin, checked wrappers of the system calls that the vault's files need.
namespace vault {

using base::Descriptor;
using base::folderOf;
using base::syncFolder;
using base::systemFailure;

/// All bytes, through short writes and signals. False with errno set.
[[nodiscard]] inline bool writeAll(int fd, std::span<const std::uint8_t> bytes)
{
    return base::writeAll(fd, bytes.data(), bytes.size());
}

/// Fills `bytes` as far as the file goes, through short reads and signals: the count, or -1 with errno set.
[[nodiscard]] std::ptrdiff_t readUpTo(int fd, std::span<std::uint8_t> bytes);

/// Takes the lock `path` (0600, made where missing, never deleted), trying for at most `wait`. Errors:
/// vault-lock-busy, not-a-regular-file, file-write.
[[nodiscard]] base::Result<Descriptor> lockFile(const std::string& path, std::chrono::milliseconds wait);

} // namespace vault

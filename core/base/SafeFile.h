// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Descriptor.h"
#include "core/base/Result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// Replaces `path`, a file of the program's own, by `content`, or leaves it as it was: a temporary file
/// beside it (0600 from the first byte), every write checked, file synced, renamed over, folder synced. Bare
/// QSaveFile does neither check the last write nor sync. What a killed writer left beside it is removed; a
/// live one holds a lock on its own. What a user names is written by writeOutput. Error: file-write with the
/// path and the system's reason.
[[nodiscard]] Result<> writeFileAtomically(const std::string& path, std::string_view content);

/// The whole of a file or pipe that the user named, at most `limit` bytes. A pipe without a writer is given
/// 5 s for one to come; a writer that is there has all the time it takes. Errors: file-read, file-too-large,
/// pipe-silent.
[[nodiscard]] Result<std::string> readFile(const std::string& path, std::size_t limit);

/// The whole of a file of the program's own, at most `limit` bytes: a regular file, a link is not followed.
/// Errors: not-a-regular-file, file-read, file-too-large.
[[nodiscard]] Result<std::string> readOwnFile(const std::string& path, std::size_t limit);

/// Opens what readFile reads. Error: file-read.
[[nodiscard]] Result<Descriptor> openInput(const std::string& path);
/// Fills `size` bytes as far as the input goes: the count, less than `size` only at its end; -1 with errno
/// set (ETIMEDOUT: a pipe to which no writer came).
[[nodiscard]] std::ptrdiff_t readInput(const Descriptor& input, void* bytes, std::size_t size);
/// What that errno means: pipe-silent or file-read.
[[nodiscard]] tl::unexpected<Error> inputFailure(const std::string& path, int error);

/// That `path` is a regular file: by its descriptor, or where that is none, by what stands at `path`, a link
/// not followed. Nothing there is right, too. Error: not-a-regular-file.
[[nodiscard]] Result<> checkRegular(int fd, const std::string& path);

/// The word for such a file, from its `st_mode`: "file", "link", "folder", "pipe", "socket" or "device".
[[nodiscard]] std::string_view fileKind(unsigned mode);

/// The path with a leading `~/` put in the folder of HOME, as a shell does; any other as it is. For paths
/// that no shell has read: in a window, behind `=` or `@`.
[[nodiscard]] std::string expandHome(std::string path);

/// Makes the folder and its missing parents with mode 0700. Error: file-write.
[[nodiscard]] Result<> makePrivateFolder(const std::string& path);

} // namespace base

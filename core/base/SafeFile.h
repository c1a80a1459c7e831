// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// Replaces `path` by `content`, or leaves it as it was: a temporary file beside it (0600 from the first
/// byte), every write checked, file synced, renamed over, folder synced. Bare QSaveFile does neither check
/// the last write nor sync. Error: file-write with the path and the system's reason.
[[nodiscard]] Result<> writeFileAtomically(const std::string& path, std::string_view content);

/// The whole file, at most `limit` bytes. Errors: file-read, file-too-large.
[[nodiscard]] Result<std::string> readFile(const std::string& path, std::size_t limit);

/// The path with a leading `~/` put in the folder of HOME, as a shell does; any other as it is. For paths
/// that no shell has read: in a window, behind `=` or `@`.
[[nodiscard]] std::string expandHome(std::string path);

/// Makes the folder and its missing parents with mode 0700. Error: file-write.
[[nodiscard]] Result<> makePrivateFolder(const std::string& path);

} // namespace base

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace base {

/// Replaces `path` by `content`, or leaves it as it was: a temporary file beside it (0600 from the first
/// byte), every write checked, file synced, renamed over, folder synced. Bare QSaveFile does neither check
/// the last write nor sync. Error: file-write with the path and the system's reason.
[[nodiscard]] Result<> writeFileAtomically(const std::string& path, std::string_view content);

/// The same for content that comes in pieces, of which `next` gives one after the other and an empty one at
/// the end. Its own error is handed on.
[[nodiscard]] Result<> writePiecesAtomically(const std::string& path,
                                             const std::function<Result<std::string>()>& next);

/// The whole file, at most `limit` bytes. Errors: file-read, file-too-large.
[[nodiscard]] Result<std::string> readFile(const std::string& path, std::size_t limit);

/// Makes the folder and its missing parents with mode 0700. Error: file-write.
[[nodiscard]] Result<> makePrivateFolder(const std::string& path);

} // namespace base

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace base {

/// What no output may touch, because the program needs it. Compared by file and by path, through links.
struct OutputGuard
{
    std::vector<std::string> files;   ///< neither replaced nor made
    std::vector<std::string> folders; ///< nothing that stands below is replaced
};

/// A file that the user names for something to be written into.
struct Output
{
    std::string path;
    bool replace = false; ///< the user has said that a file there may go
    OutputGuard guard{};
};

/// Whether `output` can be written, as far as can be seen before: so that nothing is asked or computed in
/// vain. Gives the path of the file itself, links resolved. Errors: output-exists, output-protected,
/// not-a-regular-file (a device, pipe, socket, folder, or a link that leads nowhere), file-write.
[[nodiscard]] Result<std::string> checkOutput(const Output& output);

/// The one way by which a file that the user named is written: a new regular file (0600), or one that
/// `output.replace` gives up, whole or not at all. Errors: as checkOutput, with nothing changed.
[[nodiscard]] Result<> writeOutput(const Output& output, std::string_view content);

} // namespace base

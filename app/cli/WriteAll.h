// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cerrno>
#include <cstddef>
#include <string_view>

#include <unistd.h>

namespace cli {

struct Written
{
    int error = 0;         ///< what ended it early: an errno, or 0
    std::size_t bytes = 0; ///< that got out
};

[[nodiscard]] inline Written writeAll(int fd, std::string_view bytes)
{
    Written done;
    while (done.bytes < bytes.size() && done.error == 0) {
        const ssize_t written = ::write(fd, bytes.data() + done.bytes, bytes.size() - done.bytes);
        if (written >= 0)
            done.bytes += static_cast<std::size_t>(written);
        else if (errno != EINTR)
            done.error = errno;
    }
    return done;
}

} // namespace cli

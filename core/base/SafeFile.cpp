// SPDX-License-Identifier: Apache-2.0
#include "core/base/SafeFile.h"

#include "core/base/Errors.h"
#include "core/base/TemporaryFile.h"

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {
namespace {

constexpr std::chrono::milliseconds kWriterWait{4500}; // for a pipe to which nobody has come yet

bool isPipe(int fd)
{
    struct stat status = {};
    return ::fstat(fd, &status) == 0 && S_ISFIFO(status.st_mode);
}

Result<std::string> readAll(const Descriptor& file, const std::string& path, std::size_t limit)
{
    std::string content;
    char buffer[16384];
    for (;;) {
        const std::ptrdiff_t count = readInput(file, buffer, sizeof buffer);
        if (count < 0)
            return inputFailure(path, errno);
        content.append(buffer, static_cast<std::size_t>(count));
        if (content.size() > limit)
            return fail(errors::kFileTooLarge, "", std::vector{path, std::to_string(limit)});
        if (count < static_cast<std::ptrdiff_t>(sizeof buffer))
            return content;
    }
}

} // namespace

Result<> writeFileAtomically(const std::string& path, std::string_view content)
{
    sweepTemporaryFiles(path, NamedBy::Program);
    auto file = TemporaryFile::write(path, content);
    return file ? file->publish(TemporaryFile::Existing::Replace) : fail(file.error());
}

Result<std::string> readFile(const std::string& path, std::size_t limit)
{
    const auto file = openInput(path);
    return file ? readAll(*file, path, limit) : fail(file.error());
}

Result<std::string> readOwnFile(const std::string& path, std::size_t limit)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
    const int error = errno;
    if (auto regular = checkRegular(file.get(), path); !regular) // says more than ELOOP
        return fail(regular.error());
    if (!file.isOpen())
        return systemFailure(errors::kFileRead, path, error);
    return readAll(file, path, limit);
}

/// Not blocking, or a pipe without a writer would hold the open itself.
Result<Descriptor> openInput(const std::string& path)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen())
        return systemFailure(errors::kFileRead, path, errno);
    if (!isPipe(file.get()))
        ::fcntl(file.get(), F_SETFL, ::fcntl(file.get(), F_GETFL) & ~O_NONBLOCK);
    return file;
}

tl::unexpected<Error> inputFailure(const std::string& path, int error)
{
    if (error == ETIMEDOUT)
        return fail(errors::kPipeSilent, "", std::vector{path});
    return systemFailure(errors::kFileRead, path, error);
}

std::ptrdiff_t readInput(const Descriptor& input, void* bytes, std::size_t size)
{
    const bool pipe = isPipe(input.get());
    bool waited = false;
    std::size_t done = 0;
    while (done < size) {
        const ssize_t count = ::read(input.get(), static_cast<char*>(bytes) + done, size - done);
        pollfd ready{input.get(), POLLIN, 0};
        if (count > 0) {
            done += static_cast<std::size_t>(count);
        } else if (count == 0 && pipe && done == 0 && !std::exchange(waited, true)) {
            // Nobody writes: nobody yet, or nobody any more, which is a hang-up.
            if (::poll(&ready, 1, static_cast<int>(kWriterWait.count())) == 0) {
                errno = ETIMEDOUT;
                return -1;
            }
        } else if (count == 0) {
            break;
        } else if (errno == EAGAIN) {
            ::poll(&ready, 1, -1); // a writer is there and thinks
        } else if (errno != EINTR) {
            return -1;
        }
    }
    return static_cast<std::ptrdiff_t>(done);
}

std::string_view fileKind(unsigned mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG:
        return "file";
    case S_IFLNK:
        return "link";
    case S_IFDIR:
        return "folder";
    case S_IFIFO:
        return "pipe";
    case S_IFSOCK:
        return "socket";
    default:
        return "device";
    }
}

Result<> checkRegular(int fd, const std::string& path)
{
    struct stat status = {};
    const bool known = fd >= 0 ? ::fstat(fd, &status) == 0 : ::lstat(path.c_str(), &status) == 0;
    if (known && !S_ISREG(status.st_mode))
        return fail(errors::kNotRegular, "", std::vector{path, std::string(fileKind(status.st_mode))});
    return {};
}

std::string expandHome(std::string path)
{
    const char* home = std::getenv("HOME");
    return path.starts_with("~/") && home && *home == '/' ? home + path.substr(1) : path;
}

Result<> makePrivateFolder(const std::string& path)
{
    std::error_code error;
    const std::filesystem::path folder(path);
    if (std::filesystem::is_directory(folder, error))
        return {};
    if (const auto parent = folder.parent_path(); !parent.empty() && parent != folder) {
        if (auto made = makePrivateFolder(parent.string()); !made)
            return made;
    }
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        return systemFailure(errors::kFileWrite, path, errno);
    return {};
}

} // namespace base

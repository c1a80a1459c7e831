// SPDX-License-Identifier: Apache-2.0
#include "core/base/SafeFile.h"

#include "core/base/Errors.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {
namespace {

/// Owns a file descriptor; close errors matter only for writers, which call `close` themselves.
class Descriptor final
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool close()
    {
        const int fd = m_fd;
        m_fd = -1;
        return ::close(fd) == 0;
    }

private:
    int m_fd;
};

tl::unexpected<Error> systemFailure(std::string_view code, const std::string& path, int error)
{
    return fail(code, "", std::vector{path, std::string(std::strerror(error))});
}

bool writeAll(int fd, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(fd, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return false;
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string folderOf(const std::string& path)
{
    const auto parent = std::filesystem::path(path).parent_path().string();
    return parent.empty() ? "." : parent;
}

} // namespace

Result<> writeFileAtomically(const std::string& path, std::string_view content)
{
    return writePiecesAtomically(path, [rest = std::string(content)]() mutable -> Result<std::string> {
        return std::exchange(rest, std::string());
    });
}

Result<> writePiecesAtomically(const std::string& path, const std::function<Result<std::string>()>& next)
{
    std::string temporary = path + ".XXXXXX.tmp";
    Descriptor file(::mkostemps(temporary.data(), 4, O_CLOEXEC)); // 0600 by definition
    if (file.get() < 0)
        return systemFailure(errors::kFileWrite, path, errno);

    const auto giveUp = [&](int error) {
        ::unlink(temporary.c_str());
        return systemFailure(errors::kFileWrite, path, error);
    };
    for (;;) {
        const auto piece = next();
        if (!piece) {
            ::unlink(temporary.c_str());
            return fail(piece.error());
        }
        if (piece->empty())
            break;
        if (!writeAll(file.get(), *piece))
            return giveUp(errno);
    }
    if (::fsync(file.get()) != 0 || !file.close())
        return giveUp(errno);
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return giveUp(errno);

    const Descriptor folder(::open(folderOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::fsync(folder.get()) != 0)
        return systemFailure(errors::kFileWrite, path, errno);
    return {};
}

Result<std::string> readFile(const std::string& path, std::size_t limit)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return systemFailure(errors::kFileRead, path, errno);
    std::string content;
    char buffer[16384];
    for (;;) {
        const ssize_t count = ::read(file.get(), buffer, sizeof buffer);
        if (count < 0) {
            if (errno == EINTR)
                continue;
            return systemFailure(errors::kFileRead, path, errno);
        }
        if (count == 0)
            return content;
        content.append(buffer, static_cast<std::size_t>(count));
        if (content.size() > limit)
            return fail(errors::kFileTooLarge, "", std::vector{path, std::to_string(limit)});
    }
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

// SPDX-License-Identifier: Apache-2.0
#include "core/base/TemporaryFile.h"

#include "core/base/Errors.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {
namespace {

// The name of a temporary file: that of the file it is to be, then this; the X are random.
constexpr std::string_view kEnding = ".XXXXXX.chat-token.tmp";
constexpr std::string_view kOldEnding = ".XXXXXX.tmp";
constexpr std::size_t kRandom = 7; // the dot and the X

bool isTemporaryOf(std::string_view name, std::string_view file, std::string_view ending)
{
    return name.size() == file.size() + ending.size() && name.starts_with(file) && name[file.size()] == '.' &&
           name.ends_with(ending.substr(kRandom));
}

bool isStill(const Descriptor& file, const std::string& name)
{
    struct stat mine = {};
    struct stat there = {};
    return ::fstat(file.get(), &mine) == 0 && ::lstat(name.c_str(), &there) == 0 &&
           mine.st_dev == there.st_dev && mine.st_ino == there.st_ino;
}

/// A name beside `path` and its file, locked: a lock says that the writer lives.
Descriptor make(const std::string& path, std::string& name)
{
    for (;;) {
        name = path + std::string(kEnding);
        Descriptor file(::mkostemps(name.data(), static_cast<int>(kEnding.size() - kRandom),
                                    O_CLOEXEC)); // 0600 by definition
        if (!file.isOpen())
            return file;
        // A sweeper may have seen it before it was locked, and may be taking it away.
        if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0 ? isStill(file, name) : errno != EWOULDBLOCK)
            return file;
        ::unlink(name.c_str());
    }
}

/// Moves a file to a name that nothing has.
bool moveToFree(const std::string& from, const std::string& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // The filesystem does not know the flag; a link never replaces either.
    return ::link(from.c_str(), to.c_str()) == 0 && ::unlink(from.c_str()) == 0;
}

} // namespace

TemporaryFile::TemporaryFile(std::string path, std::string name, Descriptor file)
    : m_path(std::move(path))
    , m_name(std::move(name))
    , m_file(std::move(file))
{
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_name(std::exchange(other.m_name, {}))
    , m_file(std::move(other.m_file))
{
}

TemporaryFile::~TemporaryFile()
{
    if (!m_name.empty())
        ::unlink(m_name.c_str());
}

Result<TemporaryFile> TemporaryFile::write(const std::string& path, std::string_view content)
{
    return write(path, [rest = std::string(content)]() mutable -> Result<std::string> {
        return std::exchange(rest, std::string());
    });
}

Result<TemporaryFile> TemporaryFile::write(const std::string& path, const Pieces& next)
{
    std::string name;
    Descriptor file = make(path, name);
    if (!file.isOpen())
        return systemFailure(errors::kFileWrite, path, errno);
    TemporaryFile made(path, std::move(name), std::move(file));
    for (;;) {
        const auto piece = next();
        if (!piece)
            return fail(piece.error());
        if (piece->empty())
            break;
        if (!writeAll(made.m_file.get(), piece->data(), piece->size()))
            return systemFailure(errors::kFileWrite, path, errno);
    }
    // A copy is closed here, for errors that come late; the lock goes with the last one.
    Descriptor copy(::fcntl(made.m_file.get(), F_DUPFD_CLOEXEC, 0));
    if (!copy.isOpen() || ::fsync(made.m_file.get()) != 0 || !copy.close())
        return systemFailure(errors::kFileWrite, path, errno);
    return made;
}

Result<> TemporaryFile::publish(Existing existing)
{
    const bool moved = existing == Existing::Replace ? ::rename(m_name.c_str(), m_path.c_str()) == 0
                                                     : moveToFree(m_name, m_path);
    if (!moved && existing == Existing::Keep && errno == EEXIST)
        return fail(errors::kOutputExists, "", std::vector{m_path});
    if (!moved)
        return systemFailure(errors::kFileWrite, m_path, errno);
    m_name.clear();
    return syncFolder(folderOf(m_path));
}

void sweepTemporaryFiles(const std::string& path, NamedBy whom)
{
    namespace fs = std::filesystem;
    const std::string file = fs::path(path).filename().string();
    std::error_code error;
    for (fs::directory_iterator at(folderOf(path), error), end; !error && at != end; at.increment(error)) {
        const std::string found = at->path().filename().string();
        if (!isTemporaryOf(found, file, kEnding) &&
            (whom == NamedBy::User || !isTemporaryOf(found, file, kOldEnding)))
            continue;
        const std::string name = at->path().string();
        const Descriptor left(
            ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
        struct stat status = {};
        if (left.isOpen() && ::fstat(left.get(), &status) == 0 && S_ISREG(status.st_mode) &&
            ::flock(left.get(), LOCK_EX | LOCK_NB) == 0 && isStill(left, name))
            ::unlink(name.c_str());
    }
}

} // namespace base

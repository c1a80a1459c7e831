// SPDX-License-Identifier: Apache-2.0
#include "core/vault/VaultFile.h"

#include "core/base/Errors.h"
#include "core/base/SafeFile.h"
#include "core/vault/Errors.h"
#include "core/vault/SystemFile.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vault {
namespace {

using base::fail;
using base::Result;
using namespace std::string_literals;

std::string backupOf(const std::string& vault)
{
    return vault + ".bak";
}

std::string temporaryOf(const std::string& vault)
{
    return vault + ".tmp";
}

std::string lockOf(const std::string& vault)
{
    return vault + ".lock";
}

bool exists(const std::string& path)
{
    struct stat status
    {
    };
    return ::lstat(path.c_str(), &status) == 0;
}

/// Where `path` leads; `path` itself where nothing stands there.
Result<std::string> resolve(const std::string& path)
{
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    if (real)
        return std::string(real.get());
    const int error = errno;
    struct stat status
    {
    };
    if (::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode))
        return fail(errors::kLinkBroken, "", std::vector{path});
    if (error == ENOENT)
        return path;
    return systemFailure(base::errors::kFileRead, path, error);
}

/// The bytes of a regular file, at most one more than a vault has; nothing where there is no file.
Result<std::optional<Bytes>> readBytes(const std::string& path)
{
    // Without O_NONBLOCK the open of a FIFO would wait for a writer.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen() && errno == ENOENT)
        return std::nullopt;
    if (!file.isOpen())
        return systemFailure(base::errors::kFileRead, path, errno);
    struct stat status
    {
    };
    if (::fstat(file.get(), &status) != 0)
        return systemFailure(base::errors::kFileRead, path, errno);
    if (!S_ISREG(status.st_mode))
        return fail(errors::kNotAFile, "", std::vector{path});
    Bytes bytes(kMaxFile + 1);
    const auto size = readUpTo(file.get(), bytes);
    if (size < 0)
        return systemFailure(base::errors::kFileRead, path, errno);
    bytes.resize(static_cast<std::size_t>(size));
    bytes.shrink_to_fit();
    return bytes;
}

Result<VaultImage> readSound(const std::string& backup)
{
    auto bytes = readBytes(backup);
    if (!bytes)
        return fail(bytes.error());
    if (!*bytes)
        return fail(errors::kNoBackup, "", std::vector{backup});
    return VaultImage::check(std::move(**bytes), backup);
}

/// The resolved vault with its lock, found to be as expected: what every change begins with.
struct Hold
{
    std::string vault;
    Descriptor lock;
};

Result<Hold> holdUnchanged(const VaultFile& file, const std::optional<Bytes>& expected)
{
    auto vault = resolve(file.path());
    if (!vault)
        return fail(vault.error());
    if (auto made = base::makePrivateFolder(folderOf(*vault)); !made)
        return fail(made.error());
    auto lock = lockFile(lockOf(*vault), file.lockWait());
    if (!lock)
        return fail(lock.error());
    const auto current = readBytes(*vault);
    if (!current)
        return fail(current.error());
    if (*current != expected)
        return fail(errors::kChangedElsewhere, "", std::vector{file.path()});
    return Hold{std::move(*vault), std::move(*lock)};
}

/// The first name of that beginning which is free.
std::string freeName(const std::string& beginning)
{
    int n = 1;
    while (exists(beginning + std::to_string(n)) || exists(beginning + std::to_string(n) + ".bak"s))
        ++n;
    return beginning + std::to_string(n);
}

bool holds(int fd, const Bytes& content)
{
    Bytes back(content.size() + 1);
    return ::lseek(fd, 0, SEEK_SET) == 0 &&
           readUpTo(fd, back) == static_cast<std::ptrdiff_t>(content.size()) &&
           std::equal(content.begin(), content.end(), back.begin());
}

} // namespace

Result<> replaceFile(const std::string& path, const std::string& temporary, const Bytes& content)
{
    if (::unlink(temporary.c_str()) != 0 && errno != ENOENT)
        return systemFailure(base::errors::kFileWrite, temporary, errno);
    Descriptor file(::open(temporary.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return systemFailure(base::errors::kFileWrite, path, errno);
    const auto giveUp = [&](int error) {
        ::unlink(temporary.c_str());
        return systemFailure(base::errors::kFileWrite, path, error);
    };
    if (!writeAll(file.get(), content) || ::fsync(file.get()) != 0)
        return giveUp(errno);
    errno = EIO; // what other bytes than the written ones amount to
    if (!holds(file.get(), content))
        return giveUp(errno);
    if (!file.close() || ::rename(temporary.c_str(), path.c_str()) != 0)
        return giveUp(errno);
    return {};
}

VaultFile::VaultFile(std::string path, std::chrono::milliseconds lockWait)
    : m_path(std::move(path))
    , m_lockWait(lockWait)
{
}

std::string VaultFile::backupPath() const
{
    return backupOf(resolve(m_path).value_or(m_path));
}

Result<std::optional<Bytes>> VaultFile::read() const
{
    const auto vault = resolve(m_path);
    return vault ? readBytes(*vault) : fail(vault.error());
}

Result<VaultImage> VaultFile::readBackup() const
{
    return readSound(backupPath());
}

bool VaultFile::hasBackup() const
{
    return exists(backupPath());
}

bool VaultFile::looksWritable() const
{
    std::string folder = folderOf(resolve(m_path).value_or(m_path));
    while (!exists(folder) && folder != folderOf(folder))
        folder = folderOf(folder); // the first save makes the missing ones
    return ::access(folder.c_str(), W_OK | X_OK) == 0;
}

SaveOutcome VaultFile::save(const std::optional<Bytes>& expected, const VaultImage& next,
                            SaveOrder order) const
{
    SaveOutcome outcome;
    const auto done = [&outcome](Result<> result) {
        if (!result)
            outcome.error = std::move(result.error());
        return result.has_value();
    };
    const auto hold = holdUnchanged(*this, expected);
    if (!hold) {
        outcome.error = hold.error();
        return outcome;
    }
    const std::string& vault = hold->vault;
    const std::string backup = backupOf(vault);
    const std::string temporary = temporaryOf(vault);
    if (expected && order == SaveOrder::BackupFirst && !done(replaceFile(backup, temporary, *expected)))
        return outcome;
    if (!done(replaceFile(vault, temporary, next.bytes())))
        return outcome;
    outcome.written = true;
    if (expected && order == SaveOrder::VaultFirst && !done(replaceFile(backup, temporary, next.bytes())))
        return outcome;
    done(syncFolder(folderOf(vault)));
    return outcome;
}

Result<bool> VaultFile::finishKeyChange(const VaultImage& image) const
{
    const auto isLeftOver = [&image](const Result<VaultImage>& backup) {
        return backup && backup->header().id == image.header().id &&
               backup->header().salt != image.header().salt &&
               backup->header().generation < image.header().generation;
    };
    if (!isLeftOver(readBackup()))
        return false;
    const auto hold = holdUnchanged(*this, image.bytes());
    if (!hold)
        return fail(hold.error());
    const std::string backup = backupOf(hold->vault);
    if (!isLeftOver(readSound(backup)))
        return false;
    if (auto replaced = replaceFile(backup, temporaryOf(hold->vault), image.bytes()); !replaced)
        return fail(replaced.error());
    if (auto synced = syncFolder(folderOf(hold->vault)); !synced)
        return fail(synced.error());
    return true;
}

Result<> VaultFile::restoreBackup(const std::optional<Bytes>& expected) const
{
    const auto hold = holdUnchanged(*this, expected);
    if (!hold)
        return fail(hold.error());
    const std::string& vault = hold->vault;
    const auto backup = readSound(backupOf(vault));
    if (!backup)
        return fail(backup.error());
    if (expected && ::rename(vault.c_str(), freeName(vault + ".damaged-").c_str()) != 0)
        return systemFailure(base::errors::kFileWrite, vault, errno);
    if (auto written = replaceFile(vault, temporaryOf(vault), backup->bytes()); !written)
        return written;
    return syncFolder(folderOf(vault));
}

Result<std::string> VaultFile::setAside(const std::optional<Bytes>& expected) const
{
    const auto hold = holdUnchanged(*this, expected);
    if (!hold)
        return fail(hold.error());
    const std::string& vault = hold->vault;
    const std::string aside = freeName(vault + ".old-");
    if (expected && ::rename(vault.c_str(), aside.c_str()) != 0)
        return systemFailure(base::errors::kFileWrite, vault, errno);
    if (::rename(backupOf(vault).c_str(), backupOf(aside).c_str()) != 0 && errno != ENOENT)
        return systemFailure(base::errors::kFileWrite, backupOf(vault), errno);
    if (auto synced = syncFolder(folderOf(vault)); !synced)
        return fail(synced.error());
    return aside;
}

std::vector<std::string> VaultFile::siblings() const
{
    namespace fs = std::filesystem;
    const std::string vault = resolve(m_path).value_or(m_path);
    const std::string name = fs::path(vault).filename().string();
    std::vector<std::string> files;
    std::error_code error;
    for (fs::directory_iterator at(folderOf(vault), error), end; !error && at != end; at.increment(error)) {
        if (at->path().filename().string().starts_with(name))
            files.push_back(at->path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void VaultFile::sweep() const
{
    const auto vault = resolve(m_path);
    if (!vault || !exists(temporaryOf(*vault)))
        return;
    if (const auto lock = lockFile(lockOf(*vault), std::chrono::milliseconds(0)))
        ::unlink(temporaryOf(*vault).c_str());
}

std::vector<base::Error> VaultFile::tighten() const
{
    std::vector<base::Error> told;
    const std::string vault = resolve(m_path).value_or(m_path);
    for (const std::string& path : {vault, backupOf(vault)}) {
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
        struct stat status
        {
        };
        if (!file.isOpen() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
            (status.st_mode & 077) == 0)
            continue;
        if (::fchmod(file.get(), status.st_mode & 0700) == 0) {
            char mode[8];
            std::snprintf(mode, sizeof mode, "%04o", status.st_mode & 07777);
            told.push_back(base::makeError(errors::kTightened, "", {path, mode}));
        }
    }
    return told;
}

} // namespace vault

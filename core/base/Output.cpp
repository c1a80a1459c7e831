// SPDX-License-Identifier: Apache-2.0
#include "core/base/Output.h"

#include "core/base/Errors.h"
#include "core/base/SafeFile.h"
#include "core/base/TemporaryFile.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <sys/stat.h>

namespace base {
namespace {

namespace fs = std::filesystem;

/// Where `path` leads. What is not there yet counts as its name in the folder that is.
fs::path resolved(const std::string& path)
{
    std::error_code error;
    fs::path whole = fs::weakly_canonical(fs::absolute(path, error), error);
    return error ? fs::absolute(path, error).lexically_normal() : whole;
}

bool isSameFile(const struct stat& one, const std::string& other)
{
    struct stat status = {};
    return ::stat(other.c_str(), &status) == 0 && status.st_dev == one.st_dev && status.st_ino == one.st_ino;
}

bool isBelow(const fs::path& file, const fs::path& folder)
{
    const auto [rest, ignored] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return rest == folder.end();
}

/// `status` is that of the file, if there is one.
bool isGuarded(const OutputGuard& guard, const fs::path& file, const struct stat* status)
{
    const auto isIt = [&](const std::string& kept) {
        return resolved(kept) == file || (status && isSameFile(*status, kept));
    };
    if (std::any_of(guard.files.begin(), guard.files.end(), isIt))
        return true;
    return status && std::any_of(guard.folders.begin(), guard.folders.end(),
                                 [&](const std::string& folder) { return isBelow(file, resolved(folder)); });
}

} // namespace

Result<std::string> checkOutput(const Output& output)
{
    struct stat status = {};
    const bool there = ::stat(output.path.c_str(), &status) == 0;
    if (!there && errno != ENOENT)
        return systemFailure(errors::kFileWrite, output.path, errno);
    if (!there) {
        if (auto free = checkRegular(-1, output.path); !free) // a link that leads nowhere
            return fail(free.error());
    } else if (!S_ISREG(status.st_mode)) {
        return fail(errors::kNotRegular, "", std::vector{output.path, std::string(fileKind(status.st_mode))});
    }
    const fs::path file = resolved(output.path);
    if (isGuarded(output.guard, file, there ? &status : nullptr))
        return fail(errors::kOutputProtected, "", std::vector{output.path});
    if (there && !output.replace)
        return fail(errors::kOutputExists, "", std::vector{output.path});
    if (::stat(file.parent_path().c_str(), &status) != 0)
        return systemFailure(errors::kFileWrite, output.path, errno);
    return file.string();
}

namespace {

template<class Content>
Result<> written(const Output& output, const Content& content)
{
    const auto file = checkOutput(output);
    if (!file)
        return fail(file.error());
    sweepTemporaryFiles(*file, NamedBy::User);
    auto temporary = TemporaryFile::write(*file, content);
    if (!temporary)
        return fail(temporary.error());
    return temporary->publish(output.replace ? TemporaryFile::Existing::Replace
                                             : TemporaryFile::Existing::Keep);
}

} // namespace

Result<> writeOutput(const Output& output, std::string_view content)
{
    return written(output, content);
}

Result<> writeOutput(const Output& output, const TemporaryFile::Pieces& next)
{
    return written(output, next);
}

} // namespace base

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Descriptor.h"

#include <functional>
#include <string>
#include <string_view>

namespace base {

/// A file that is on its way to `path`: made beside it under a name of its own (0600 from the first byte),
/// locked while its writer lives, gone with the object unless it was published.
class TemporaryFile final
{
public:
    /// Whether `publish` may take the place of a file.
    enum class Existing { Keep, Replace };

    /// Content that comes in pieces: one after the other, and an empty one at the end.
    using Pieces = std::function<Result<std::string>()>;

    /// Written and synced, not yet in its place. Error: file-write; that of `next` is handed on.
    [[nodiscard]] static Result<TemporaryFile> write(const std::string& path, const Pieces& next);
    [[nodiscard]] static Result<TemporaryFile> write(const std::string& path, std::string_view content);

    TemporaryFile(TemporaryFile&& other) noexcept;
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile();

    /// Gives it its name and syncs the folder. Errors: output-exists (with Existing::Keep), file-write.
    [[nodiscard]] Result<> publish(Existing existing);

private:
    TemporaryFile(std::string path, std::string name, Descriptor file);

    std::string m_path;
    std::string m_name; ///< empty when it is published
    Descriptor m_file;
};

/// Who has chosen the name of a file. Beside one of the program's own, names of earlier versions are known,
/// too; beside one of the user's they might be the user's.
enum class NamedBy { Program, User };

/// Removes what killed writers have left on the way to `path`: whatever has such a name and no lock.
void sweepTemporaryFiles(const std::string& path, NamedBy whom);

} // namespace base

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/project/ProjectStore.h"

#include <map>
#include <string>
#include <vector>

namespace project {

/// What an import did with the projects of a file.
struct Imported
{
    std::vector<Project> added;
    std::vector<Project> known;       ///< name and App ID are there already: left as they are
    std::vector<base::Error> skipped; ///< the reason for each that was not taken
    /// From the id in the file to the id here, of those added and known: for their secrets.
    std::map<std::string, std::string> ids;
};

/// Adds projects that were exported. Adds and never replaces: one whose name another App ID has is skipped
/// with name-taken. Each gets an id of its own.
[[nodiscard]] Imported importProjects(ProjectStore& store, const std::vector<Project>& projects);

} // namespace project

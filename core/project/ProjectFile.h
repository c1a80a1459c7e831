// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/project/Project.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace project {

/// A project as it stands in projects.json and in an exported file: its fields, and no secret.
[[nodiscard]] base::JsonValue projectToJson(const Project& project);
/// What is missing is empty, what is unknown is passed over.
[[nodiscard]] Project projectFromJson(const base::JsonValue& json);

/// The list of environments as it stands in a project.
[[nodiscard]] base::JsonValue environmentsToJson(const std::vector<Environment>& environments);
[[nodiscard]] std::vector<Environment> environmentsFromJson(const base::JsonValue& json);

/// The member "projects" of a file of that version or an older one. Errors: project-file-broken,
/// project-file-newer; `path` names the file in them.
[[nodiscard]] base::Result<std::vector<Project>>
projectsFromJson(const base::JsonValue& json, std::int64_t version, const std::string& path);

/// The text of an exported file: `{"chat_token_console":"projects","version":1,"projects":[...]}`.
[[nodiscard]] std::string exportProjects(const std::vector<Project>& projects);

/// The projects of an export, each checked. Errors: project-file-broken, project-file-newer; those of
/// checkProject. `path` names the file in them.
[[nodiscard]] base::Result<std::vector<Project>> readExportedProjects(std::string_view text,
                                                                      const std::string& path);
/// Whether the text means to be an export: anything else may be a pasted project.
[[nodiscard]] bool isExport(std::string_view text);

} // namespace project

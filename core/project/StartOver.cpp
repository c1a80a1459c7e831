// SPDX-License-Identifier: Apache-2.0
#include "core/project/StartOver.h"

#include "core/project/ProjectStore.h"
#include "core/project/Secrets.h"

namespace project {

base::Result<std::string> startOver(Secrets& secrets, ProjectStore& projects)
{
    auto aside = secrets.vault().setAside();
    if (!aside)
        return aside;
    secrets.unlockSession();
    const std::vector<Project> all = projects.projects();
    for (Project project : all) {
        if (!project.certificateKept)
            continue;
        project.certificateKept = false;
        if (const auto stored = projects.put(std::move(project)); !stored)
            return base::fail(stored.error());
    }
    return aside;
}

} // namespace project

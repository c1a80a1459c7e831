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
    for (const Project& project : all) {
        if (!project.certificateKept)
            continue;
        const auto stored = projects.edit(project.id, [](Project& one) -> base::Result<> {
            one.certificateKept = false;
            return {};
        });
        if (!stored)
            return base::fail(stored.error());
    }
    return aside;
}

} // namespace project

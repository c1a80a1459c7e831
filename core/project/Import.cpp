// SPDX-License-Identifier: Apache-2.0
#include "core/project/Import.h"

namespace project {

Imported importProjects(ProjectStore& store, const std::vector<Project>& projects)
{
    Imported imported;
    for (const Project& given : projects) {
        if (const auto known = store.find(given.name);
            known && !known->isSandbox() && known->appId == given.appId) {
            imported.known.push_back(*known);
            imported.ids.emplace(given.id, known->id);
            continue;
        }
        Project fresh = given;
        fresh.id.clear();
        fresh.certificateKept = false; // says something of another machine's vault
        const auto stored = store.add(std::move(fresh));
        if (!stored) {
            imported.skipped.push_back(stored.error());
            continue;
        }
        imported.added.push_back(*stored);
        imported.ids.emplace(given.id, stored->id);
    }
    return imported;
}

} // namespace project

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"

#include "core/project/Errors.h"

namespace cli {

/// The certificates first: while the project is there, the command can be given again.
Outcome runProjectsRemove(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    const auto project = stores->projects.find(context.args.operands[0]);
    if (!project)
        return failed(project.error());
    if (project->isSandbox())
        return failed(base::makeError(project::errors::kReadOnlyProject, "name", {project->name}));
    if (project->certificateKept && stores->secrets.hasVault()) {
        if (auto opened = needVault(context, *stores, Access::Use); !opened)
            return failed(opened.error());
        const auto staged = stores->secrets.vault().stageRemoveProject(project->id);
        if (const auto gone = staged ? saveVault(*stores) : staged; !gone)
            return failed(gone.error());
    }
    if (const auto gone = stores->projects.remove(project->id); !gone)
        return failed(gone.error());
    if (context.io.json)
        context.io.object(base::JsonObject{{"removed", project->name}});
    else
        context.io.line("Removed: " + project->name);
    return kDone;
}

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"

namespace cli {

Outcome runProjectsShow(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    const auto project = stores->projects.find(context.args.operands[0]);
    if (!project)
        return failed(project.error());
    context.tellTrouble(stores->secrets);
    printProject(context, *stores, *project);
    return kDone;
}

} // namespace cli

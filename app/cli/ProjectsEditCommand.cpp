// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/EnvironmentOptions.h"
#include "app/cli/ProjectOptions.h"

namespace cli {
namespace {

/// What happens to the certificates before the project is written.
base::Result<> changeCertificates(Stores& stores, project::Project& project, project::SecretList given,
                                  bool removing)
{
    if (removing) {
        if (auto gone = stores.secrets.vault().stageRemoveProject(project.id); !gone)
            return gone;
    }
    return keep(stores, project, project::withPrevious(project, stores.secrets, std::move(given)));
}

/// The sandbox is not edited, but may be made the default.
base::Result<project::Project> store(Stores& stores, const project::Project& before,
                                     const project::Project& after, const project::ProjectStore::With& with)
{
    if (!before.isSandbox() || after != before || with.secrets)
        return stores.projects.edit(before, after, with);
    const auto used = with.use ? stores.projects.setActive(before.id) : base::Result<>();
    return used ? base::Result<project::Project>(before) : base::fail(used.error());
}

} // namespace

Outcome runProjectsEdit(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    const auto found = stores->projects.find(context.args.operands[0]);
    if (!found)
        return failed(found.error());
    auto edited = withOptions(context, *found);
    if (!edited)
        return failed(edited.error());
    edited = withEnvironment(context, std::move(*edited));
    if (!edited)
        return failed(edited.error());
    if (const std::string* name = context.args.value("--name"))
        edited->name = *name;
    auto given = givenCertificates(context);
    if (!given)
        return failed(given.error());
    const bool removing = context.args.has("--no-certificate");
    if (removing && !given->empty())
        return failed(Failure::conflict("--no-certificate", "a certificate"));
    project::ProjectStore::With with;
    with.use = context.args.has("--use");
    if (!given->empty() || (removing && stores->secrets.hasVault())) {
        if (auto opened = needVault(context, *stores, Access::Use); !opened)
            return failed(opened.error());
        with.secrets = [&](project::Project& now, const std::vector<std::string>&) {
            return changeCertificates(*stores, now, std::move(*given), removing);
        };
    }
    const auto stored = store(*stores, *found, *edited, with);
    if (!stored)
        return failed(stored.error());
    printProject(context, *stores, *stored);
    return kDone;
}

} // namespace cli

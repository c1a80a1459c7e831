// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/EnvironmentOptions.h"
#include "app/cli/ProjectOptions.h"

namespace cli {
namespace {

tl::expected<void, Failure> removeCertificates(Stores& stores, const std::string& id)
{
    vault::Vault& vault = stores.secrets.vault();
    auto removed = vault.removeProject(id);
    return removed ? tl::expected<void, Failure>() : failed(removed.error());
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
    if (!given->empty() || (removing && edited->certificateKept)) {
        if (auto opened = needVault(context, *stores, Access::Use); !opened)
            return failed(opened.error());
    }
    // The sandbox is not edited, but may be made the default.
    auto stored = *edited == *found ? base::Result<project::Project>(*found) : stores->projects.put(*edited);
    if (!stored)
        return failed(stored.error());
    if (removing) {
        if (auto removed = removeCertificates(*stores, stored->id); !removed)
            return failed(removed.error());
    }
    const auto secrets = project::withPrevious(*stored, stores->secrets, std::move(*given));
    const auto kept = stored->isSandbox() ? tl::expected<project::Project, Failure>(*stored)
                                          : keep(*stores, *stored, secrets);
    if (!kept)
        return failed(kept.error());
    return finishStored(context, *stores, *kept);
}

} // namespace cli

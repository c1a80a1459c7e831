// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"
#include "app/cli/SecretInput.h"

#include "core/project/ProjectFile.h"

#include <set>

namespace cli {
namespace {

/// Those that --only names, else all but the sandbox.
tl::expected<std::vector<project::Project>, Failure> chosenProjects(const Context& context,
                                                                    const project::ProjectStore& store)
{
    std::vector<project::Project> chosen;
    for (const std::string& name : context.args.values("--only")) {
        auto found = store.find(name);
        if (!found)
            return failed(found.error());
        chosen.push_back(std::move(*found));
    }
    if (context.args.has("--only"))
        return chosen;
    chosen = store.projects();
    std::erase_if(chosen, [](const project::Project& project) { return project.isSandbox(); });
    return chosen;
}

tl::expected<void, Failure> exportWithCertificates(const Context& context, Stores& stores,
                                                   const std::vector<project::Project>& projects,
                                                   const std::string& path)
{
    if (path == "-")
        return failed(Failure::usage("needs-a-file", "FILE", "an export with certificates is a file",
                                     "Name a file in place of -."));
    const base::Output output = context.output(path);
    if (const auto ok = base::checkOutput(output); !ok)
        return failed(ok.error());
    if (auto opened = needVault(context, stores, Access::Guard); !opened)
        return opened;
    const auto passphrase = newPassphrase(context, "--export-passphrase-fd");
    if (!passphrase)
        return failed(passphrase.error());
    const vault::KeyTerms terms{vault::Salt::random(), vault::chooseKdf(), false};
    const auto key = derived(*passphrase, terms.salt, terms.kdf);
    if (!key)
        return failed(key.error());
    std::set<std::string, std::less<>> ids;
    for (const project::Project& project : projects)
        ids.insert(project.id);
    const auto written =
        stores.secrets.vault().exportTo(output, project::exportProjects(projects), ids, *key, terms);
    return written ? tl::expected<void, Failure>() : failed(written.error());
}

} // namespace

Outcome runProjectsExport(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    const auto projects = chosenProjects(context, stores->projects);
    if (!projects)
        return failed(projects.error());
    const std::string& path = context.args.operands[0];
    const bool withCertificates = context.args.has("--with-certificates");
    if (withCertificates) {
        if (auto done = exportWithCertificates(context, *stores, *projects, path); !done)
            return failed(done.error());
    } else if (path == "-") {
        context.io.write(project::exportProjects(*projects));
        return kDone;
    } else if (auto done = base::writeOutput(context.output(path), project::exportProjects(*projects));
               !done) {
        return failed(done.error());
    }
    const auto count = static_cast<std::int64_t>(projects->size());
    if (context.io.json)
        context.io.object(base::JsonObject{{"exported", count}, {"with_certificates", withCertificates}});
    else
        context.io.line(
            std::to_string(count) + (count == 1 ? " project" : " projects") +
            (withCertificates ? " exported, with certificates" : " exported; left out: certificates"));
    return kDone;
}

} // namespace cli

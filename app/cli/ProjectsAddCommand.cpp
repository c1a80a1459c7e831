// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"

#include "core/project/PastedProject.h"
#include "core/token/AccessToken2.h"

#include <algorithm>
#include <array>

#include <unistd.h>

namespace cli {
namespace {

constexpr std::array<std::string_view, 5> kPrefixes{"AGORA_", "EASEMOB_", "HYPHENATE_", "CHAT_", "REST_"};

/// What a new project begins with, before options.
struct Draft
{
    project::Project project;
    project::SecretList certificates;
};

/// The variables of the environment that speak of the service, as the text that a project can be pasted from.
std::string environmentBlock()
{
    std::string block;
    for (char** entry = ::environ; entry && *entry; ++entry) {
        const std::string_view line(*entry);
        const bool ours = std::any_of(kPrefixes.begin(), kPrefixes.end(),
                                      [line](std::string_view prefix) { return line.starts_with(prefix); });
        if (ours && line.find('\n') == std::string_view::npos)
            (block += line) += '\n';
    }
    return block;
}

/// What was not used is told by its name; its value may be a secret.
void tellUnused(const Context& context, const project::PastedProject& pasted)
{
    std::string names;
    for (const std::string& name : pasted.unused)
        (names += names.empty() ? "" : ", ") += name;
    if (!names.empty())
        context.io.note("not used: " + names +
                        ": no field of a project is called so. Give what is missing as an option.");
    if (pasted.hostUnclear)
        context.io.note("the REST host was not understood, and none is guessed. Give it with --host URL.");
}

tl::expected<Draft, Failure> fromBlock(const Context& context, std::string block)
{
    project::PastedProject pasted = project::parsePastedProject(block);
    base::wipe(block.data(), block.size());
    if (pasted.empty())
        return failed(Failure::usage("no-project", "--from", "nothing in it is known as a project's",
                                     "Give lines such as “App ID: ...”, NAME=value, or JSON."));
    for (const std::string& field : pasted.contradictions)
        return failed(Failure::usage("contradiction", field, "is given twice with different values",
                                     "Leave one of them out."));
    tellUnused(context, pasted);
    Draft draft;
    draft.project.appId = pasted.appId;
    draft.project.orgName = pasted.orgName;
    draft.project.appName = pasted.appName;
    draft.project.restHost = pasted.restHost;
    draft.project.webSocketHost = pasted.webSocketHost;
    if (!pasted.certificate.empty())
        draft.certificates.emplace_back(vault::kCertificate, std::move(pasted.certificate));
    if (!pasted.previousCertificate.empty())
        draft.certificates.emplace_back(vault::kPreviousCertificate, std::move(pasted.previousCertificate));
    for (const auto& [role, certificate] : draft.certificates)
        context.io.redactor.addSecret(certificate.view());
    return draft;
}

tl::expected<Draft, Failure> draftOf(const Context& context)
{
    const std::string* from = context.args.value("--from");
    const bool environmentWanted = context.args.has("--from-env");
    if (from && environmentWanted)
        return failed(Failure::conflict("--from-env", "--from"));
    if (environmentWanted)
        return fromBlock(context, environmentBlock());
    if (!from)
        return Draft{};
    auto block = Context::input(*from);
    return block ? fromBlock(context, std::move(*block)) : failed(block.error());
}

/// Options win over what was pasted.
void addCertificates(project::SecretList& to, project::SecretList given)
{
    for (auto& certificate : given) {
        std::erase_if(to, [&](const auto& one) { return one.first == certificate.first; });
        to.push_back(std::move(certificate));
    }
}

} // namespace

Outcome runProjectsAdd(Context& context)
{
    auto draft = draftOf(context);
    if (!draft)
        return failed(draft.error());
    draft->project.name = context.args.operands[0];
    const auto project = withOptions(context, draft->project);
    if (!project)
        return failed(project.error());
    auto given = givenCertificates(context);
    if (!given)
        return failed(given.error());
    addCertificates(draft->certificates, std::move(*given));
    if (const auto ok = project::checkProject(*project); !ok)
        return failed(ok.error());
    for (const auto& [role, certificate] : draft->certificates) {
        if (const auto ok = token::checkCertificate(certificate.view()); !ok)
            return failed(ok.error());
    }

    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    if (!draft->certificates.empty()) {
        if (auto opened = needVault(context, *stores, Access::Use); !opened)
            return failed(opened.error());
    }
    project::ProjectStore::With with;
    with.use = context.args.has("--use");
    if (!draft->certificates.empty())
        with.secrets = [&](project::Project& fresh,
                           const std::vector<std::string>& leftOver) -> base::Result<> {
            for (const std::string& id : leftOver) {
                if (auto gone = stores->secrets.vault().stageRemoveProject(id); !gone)
                    return gone;
            }
            return keep(*stores, fresh, draft->certificates);
        };
    const auto stored = stores->projects.add(*project, with);
    if (!stored)
        return failed(stored.error());
    printProject(context, *stores, *stored);
    return kDone;
}

} // namespace cli

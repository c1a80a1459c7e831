// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"
#include "app/cli/SecretInput.h"

#include "core/project/Import.h"
#include "core/project/ProjectFile.h"
#include "core/vault/VaultFormat.h"

namespace cli {
namespace {

/// The opened file of an export with certificates.
struct SecretExport
{
    vault::VaultImage image;
    vault::VaultKey key;
    std::vector<project::Project> projects;
};

tl::expected<SecretExport, Failure> openExport(const Context& context, const std::string& bytes,
                                               const std::string& path)
{
    auto image = vault::VaultImage::check(vault::Bytes(bytes.begin(), bytes.end()), path);
    if (!image)
        return failed(image.error());
    const auto passphrase = context.args.has("--export-passphrase-fd")
                                ? passphraseFrom(context, "--export-passphrase-fd")
                                : typedPassphrase("Passphrase of the export: ");
    if (!passphrase)
        return failed(passphrase.error());
    auto key = derived(*passphrase, image->header().salt, image->header().kdf);
    if (!key)
        return failed(key.error());
    const auto json = vault::Vault::exportedProjects(*image, *key);
    if (!json)
        return failed(json.error());
    auto projects = project::readExportedProjects(*json, path);
    if (!projects)
        return failed(projects.error());
    return SecretExport{std::move(*image), std::move(*key), std::move(*projects)};
}

tl::expected<vault::ImportedSecrets, Failure> importSecrets(const Context& context, Stores& stores,
                                                            const SecretExport& file,
                                                            const project::Imported& imported)
{
    vault::Vault& vault = stores.secrets.vault();
    auto secrets =
        vault.stageImport(file.image, file.key, imported.ids, context.args.has("--replace-certificates"));
    if (!secrets)
        return failed(secrets.error());
    if (const auto saved = vault.hasUnsaved() ? saveVault(stores) : base::Result<>(); !saved)
        return failed(saved.error());
    std::vector<project::Project> touched = imported.added;
    touched.insert(touched.end(), imported.known.begin(), imported.known.end());
    for (const project::Project& project : touched) {
        const auto noted =
            stores.projects.edit(project.id, [&](project::Project& now) { return keep(stores, now, {}); });
        if (!noted)
            return failed(noted.error());
    }
    return std::move(*secrets);
}

void tell(Context& context, const project::Imported& imported, const vault::ImportedSecrets& secrets)
{
    const auto certificates = static_cast<std::int64_t>(secrets.taken.size());
    for (const base::Error& error : imported.skipped)
        context.io.note(Failure::of(error).line());
    if (!secrets.conflicts.empty())
        context.io.note(std::to_string(secrets.conflicts.size()) +
                        " certificates differ from those kept here, which were left alone. Replace them with "
                        "--replace-certificates.");
    if (context.io.json)
        return context.io.object(
            base::JsonObject{{"added", static_cast<std::int64_t>(imported.added.size())},
                             {"known", static_cast<std::int64_t>(imported.known.size())},
                             {"skipped", static_cast<std::int64_t>(imported.skipped.size())},
                             {"certificates", certificates},
                             {"conflicts", static_cast<std::int64_t>(secrets.conflicts.size())}});
    context.io.line(std::to_string(imported.added.size()) + " added, " +
                    std::to_string(imported.known.size()) + " known already, " +
                    std::to_string(imported.skipped.size()) + " skipped; " + std::to_string(certificates) +
                    " certificates taken");
}

} // namespace

Outcome runProjectsImport(Context& context)
{
    const std::string& path = context.args.operands[0];
    auto text = Context::input(path);
    if (!text)
        return failed(text.error());
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    project::Imported imported;
    vault::ImportedSecrets secrets;
    if (vault::looksLikeVault(*text)) {
        const auto file = openExport(context, *text, path);
        if (!file)
            return failed(file.error());
        if (auto opened = needVault(context, *stores, Access::Use); !opened)
            return failed(opened.error());
        imported = project::importProjects(stores->projects, file->projects);
        auto taken = importSecrets(context, *stores, *file, imported);
        if (!taken)
            return failed(taken.error());
        secrets = std::move(*taken);
    } else if (!project::isExport(*text)) {
        return failed(
            Failure::usage("not-an-export", path, "is no export of projects",
                           "For text with labelled values: chat-token projects add NAME --from FILE."));
    } else {
        const auto projects = project::readExportedProjects(*text, path);
        if (!projects)
            return failed(projects.error());
        imported = project::importProjects(stores->projects, *projects);
    }
    tell(context, imported, secrets);
    return imported.skipped.empty() && secrets.conflicts.empty() ? kDone : kNo;
}

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
// Export and import: the part of Vault that deals with a second vault file.
#include "core/vault/Errors.h"
#include "core/vault/Vault.h"

#include <algorithm>
#include <utility>

namespace vault {

using base::fail;
using base::JsonValue;
using base::Result;

Result<> Vault::exportTo(const base::Output& output, std::string_view projectsJson,
                         const std::set<std::string, std::less<>>& projectIds, const VaultKey& key,
                         const KeyTerms& terms) const
{
    if (!isOpen())
        return fail(errors::kLocked);
    auto projects = JsonValue::parse(projectsJson);
    if (!projects)
        return fail(projects.error());
    const auto opened = open(*m_image, *m_key);
    if (!opened)
        return fail(opened.error());
    VaultModel model = VaultModel::empty();
    model.setProjects(std::move(*projects));
    std::vector<SecretView> secrets;
    for (const auto& [slot, id] : m_model.index) {
        if (projectIds.contains(slot.projectId)) {
            model.index.emplace(slot, id);
            secrets.push_back(*opened->find(id));
        }
    }
    const Header header{terms.kdf, false, VaultId::random(), terms.salt, 1, m_clock->nowMs()};
    const auto image = seal(header, model.toJson(), secrets, key);
    if (!image)
        return fail(image.error());
    return base::writeOutput(output,
                             {reinterpret_cast<const char*>(image->bytes().data()), image->bytes().size()});
}

Result<VaultImage> Vault::readExport(const std::string& path)
{
    auto bytes = VaultFile(path).read();
    if (!bytes)
        return fail(bytes.error());
    if (!*bytes)
        return fail(errors::kMissing, "", std::vector{path});
    return VaultImage::check(std::move(**bytes), path);
}

namespace {

/// What an export holds; `opened` keeps the bytes.
struct Export
{
    OpenedVault opened;
    VaultModel model;
};

Result<Export> openExport(const VaultImage& file, const VaultKey& key)
{
    auto opened = open(file, key);
    if (!opened)
        return fail(opened.error().code == errors::kVaultOrKeyChanged
                        ? base::makeError(errors::kWrongPassphrase, "", {"1", ""})
                        : opened.error());
    auto model = VaultModel::read(*opened, file.path());
    if (!model)
        return fail(model.error());
    if (!model->projects())
        return fail(errors::kNotAnExport, "", std::vector{file.path()});
    return Export{std::move(*opened), std::move(*model)};
}

} // namespace

Result<std::string> Vault::exportedProjects(const VaultImage& file, const VaultKey& key)
{
    const auto content = openExport(file, key);
    if (!content)
        return fail(content.error());
    return content->model.projects()->toJson();
}

Result<ImportedSecrets> Vault::stageImport(const VaultImage& file, const VaultKey& key,
                                           const std::map<std::string, std::string>& newIds, bool overwrite)
{
    if (auto editable = checkEditable(); !editable)
        return fail(editable.error());
    const auto content = openExport(file, key);
    if (!content)
        return fail(content.error());
    const auto own = open(*m_image, *m_key);
    if (!own)
        return fail(own.error());
    ImportedSecrets imported;
    std::vector<Edit> edits;
    for (const auto& [slot, id] : content->model.index) {
        const auto renamed = newIds.find(slot.projectId);
        if (renamed == newIds.end())
            continue;
        Slot target{renamed->second, slot.role};
        const std::span<const std::uint8_t> value = content->opened.find(id)->bytes;
        if (const auto kept = m_model.index.find(target); kept != m_model.index.end()) {
            const std::span<const std::uint8_t> old = own->find(kept->second)->bytes;
            const bool same = std::equal(old.begin(), old.end(), value.begin(), value.end());
            if (!same && !overwrite) {
                imported.conflicts.push_back(std::move(target));
                continue;
            }
        }
        edits.push_back({target, value});
        imported.taken.push_back(std::move(target));
    }
    if (auto applied = edits.empty() ? Result<>() : apply(edits); !applied)
        return fail(applied.error());
    return imported;
}

} // namespace vault

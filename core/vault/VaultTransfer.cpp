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

Result<> Vault::exportTo(const std::string& path, std::string_view projectsJson,
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
    return m_file.writeExport(path, *image);
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

Result<ImportedProjects> Vault::importFrom(const VaultImage& file, const VaultKey& key,
                                           const std::map<std::string, std::string>& newIds, bool overwrite)
{
    if (auto editable = checkEditable(); !editable)
        return fail(editable.error());
    const auto opened = open(file, key);
    if (!opened)
        return fail(opened.error().code == errors::kVaultOrKeyChanged
                        ? base::makeError(errors::kWrongPassphrase, "", {"1", ""})
                        : opened.error());
    const auto model = VaultModel::read(*opened, file.path());
    if (!model)
        return fail(model.error());
    const JsonValue* projects = model->projects();
    if (!projects)
        return fail(errors::kNotAnExport, "", std::vector{file.path()});

    const auto own = open(*m_image, *m_key);
    if (!own)
        return fail(own.error());
    ImportedProjects imported{projects->toJson(), {}, {}};
    std::vector<Edit> edits;
    for (const auto& [slot, id] : model->index) {
        const auto renamed = newIds.find(slot.projectId);
        Slot target{renamed == newIds.end() ? slot.projectId : renamed->second, slot.role};
        const std::span<const std::uint8_t> value = opened->find(id)->bytes;
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
    if (!edits.empty()) {
        if (auto saved = saveAfter(apply(edits)); !saved)
            return fail(saved.error());
    }
    return imported;
}

} // namespace vault

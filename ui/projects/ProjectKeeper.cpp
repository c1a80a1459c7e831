// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/ProjectKeeper.h"

#include "core/project/ProjectFile.h"
#include "core/project/ProjectMerge.h"
#include "ui/shell/VaultHost.h"

namespace ui {

using base::Result;
using project::Imported;
using project::Project;

ProjectKeeper::ProjectKeeper(Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
}

void ProjectKeeper::keep(const std::string& projectId, project::SecretList secrets, SecretsKept done)
{
    if (secrets.empty())
        return done({});
    const auto [role, value] = std::move(secrets.front());
    secrets.erase(secrets.begin());
    if (!m_context.secrets.hasVault()) {
        if (const auto held = m_context.vault.hold(projectId, role, value); !held)
            return done(held);
        return keep(projectId, std::move(secrets), std::move(done));
    }
    auto rest = std::make_shared<project::SecretList>(std::move(secrets));
    m_context.vault.keep(projectId, role, value, {this, [=, this](const Result<>& outcome) {
                                                      if (!outcome)
                                                          return done(outcome);
                                                      keep(projectId, std::move(*rest), done);
                                                  }});
}

bool ProjectKeeper::isKept(const std::string& id, bool otherwise) const
{
    const vault::Vault& vault = m_context.secrets.vault();
    return vault.isOpen() ? vault.has(id, vault::kCertificate) : otherwise;
}

void ProjectKeeper::store(const Project& before, const Project& after, project::SecretList secrets, Kept done)
{
    keep(after.id, std::move(secrets), [this, before, after, done = std::move(done)](const Result<>& kept) {
        if (!kept)
            return done(base::fail(kept.error()));
        if (before.id.empty()) {
            Project fresh = after;
            fresh.certificateKept = isKept(fresh.id, false);
            return done(m_context.projects.add(std::move(fresh)));
        }
        done(m_context.projects.edit(before.id, [&](Project& now) -> Result<> {
            now = project::merged(before, after, std::move(now));
            now.certificateKept = isKept(now.id, now.certificateKept);
            return {};
        }));
    });
}

Result<Project> ProjectKeeper::note(const std::string& id)
{
    return m_context.projects.edit(id, [&](Project& now) -> Result<> {
        now.certificateKept = isKept(id, now.certificateKept);
        return {};
    });
}

Result<Imported> ProjectKeeper::importPlain(const QString& path, const std::string& content)
{
    const auto projects = project::readExportedProjects(content, path.toStdString());
    if (!projects)
        return base::fail(projects.error());
    return project::importProjects(m_context.projects, *projects);
}

void ProjectKeeper::importSecrets(const QString& path, const QString& passphrase, Done done)
{
    auto imported = std::make_shared<Imported>();
    const auto place = [this, path,
                        imported](const std::string& json) -> Result<std::map<std::string, std::string>> {
        auto added = importPlain(path, json);
        if (!added)
            return base::fail(added.error());
        *imported = std::move(*added);
        return imported->ids;
    };
    m_context.vault.importSecrets(path, passphrase, place,
                                  {this, [this, imported, done = std::move(done)](const Result<>& outcome) {
                                       if (!outcome)
                                           return done(base::fail(outcome.error()));
                                       for (const auto* list : {&imported->added, &imported->known}) {
                                           for (const Project& project : *list)
                                               static_cast<void>(
                                                   note(project.id)); // one that is gone meanwhile needs none
                                       }
                                       done(*imported);
                                   }});
}

} // namespace ui

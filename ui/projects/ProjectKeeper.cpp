// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/ProjectKeeper.h"

#include "core/project/ProjectFile.h"
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

void ProjectKeeper::keep(const Project& stored, project::SecretList secrets, Kept done)
{
    if (secrets.empty()) {
        Project changed = stored;
        if (m_context.secrets.vault().isOpen())
            changed.certificateKept = m_context.secrets.vault().has(stored.id, vault::kCertificate);
        return done(changed == stored ? Result<Project>(stored) : m_context.projects.put(changed));
    }
    const auto [role, value] = std::move(secrets.front());
    secrets.erase(secrets.begin());
    if (!m_context.secrets.hasVault()) {
        if (const auto held = m_context.vault.hold(stored.id, role, value); !held)
            return done(base::fail(held.error()));
        return keep(stored, std::move(secrets), std::move(done));
    }
    auto rest = std::make_shared<project::SecretList>(std::move(secrets));
    m_context.vault.keep(stored.id, role, value, {this, [=, this](const Result<>& outcome) {
                                                      if (!outcome)
                                                          return done(base::fail(outcome.error()));
                                                      keep(stored, std::move(*rest), done);
                                                  }});
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
                                               keep(project, {}, [](const Result<Project>&) {});
                                       }
                                       done(*imported);
                                   }});
}

} // namespace ui

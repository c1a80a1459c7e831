// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/ProjectFiles.h"

#include "core/project/ProjectFile.h"
#include "core/project/ProjectStore.h"
#include "ui/shell/SaveDialog.h"
#include "ui/shell/VaultHost.h"

#include <QFileDialog>

namespace ui {

ProjectFiles::ProjectFiles(Context& context, QWidget* parent)
    : QObject(parent)
    , m_context(context)
    , m_parent(parent)
{
}

std::vector<project::Project> ProjectFiles::ownProjects(const Context& context)
{
    std::vector<project::Project> own = context.projects.projects();
    std::erase_if(own, [](const project::Project& project) { return project.isSandbox(); });
    return own;
}

void ProjectFiles::exportPlain()
{
    const auto write = [this](const base::Output& output) {
        const std::vector<project::Project> own = ownProjects(m_context);
        if (const auto written = base::writeOutput(output, project::exportProjects(own)); !written)
            Q_EMIT exportFailed(written.error());
        else
            Q_EMIT exported(
                tr("%n project(s) exported; left out: certificates.", nullptr, static_cast<int>(own.size())));
    };
    askForOutput(m_parent,
                 {tr("Export without secrets"), QStringLiteral("projects.json"), m_context.vault.guard(),
                  true, write, [this](const base::Error& error) { Q_EMIT exportFailed(error); }});
}

void ProjectFiles::pickImport()
{
    auto* dialog = new QFileDialog(m_parent, tr("Import projects"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::Hidden | QDir::AllDirs);
    connect(dialog, &QFileDialog::fileSelected, this, &ProjectFiles::importChosen);
    dialog->open();
}

} // namespace ui

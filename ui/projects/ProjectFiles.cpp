// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/ProjectFiles.h"

#include "core/base/SafeFile.h"
#include "core/project/ProjectFile.h"
#include "core/project/ProjectStore.h"

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

void ProjectFiles::pick(QWidget* parent, const QString& title, const QString& proposal,
                        std::function<void(const QString&)> use)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposal);
    connect(dialog, &QFileDialog::fileSelected, parent, std::move(use));
    dialog->open();
}

void ProjectFiles::exportPlain()
{
    pick(m_parent, tr("Export without secrets"), QStringLiteral("projects.json"),
         [this](const QString& path) {
             const std::vector<project::Project> own = ownProjects(m_context);
             const auto written = base::writeFileAtomically(path.toStdString(), project::exportProjects(own));
             if (!written)
                 Q_EMIT exportFailed(written.error());
             else
                 Q_EMIT exported(tr("%n project(s) exported; left out: certificates.", nullptr,
                                    static_cast<int>(own.size())));
         });
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

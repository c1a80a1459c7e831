// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/project/Project.h"
#include "ui/shell/Context.h"

#include <QObject>

#include <vector>

class QWidget;

namespace ui {

/// Asks for the files of an export or import. The export without secrets is written here, for the page and
/// for its panel Security alike.
class ProjectFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectFiles)

public:
    /// The dialogs belong to `parent`'s window.
    ProjectFiles(Context& context, QWidget* parent);

    /// The user's own projects: the sandbox goes into no file.
    [[nodiscard]] static std::vector<project::Project> ownProjects(const Context& context);
    void exportPlain();
    void pickImport();

Q_SIGNALS:
    /// The export was written, which `text` says.
    void exported(const QString& text);
    void exportFailed(const base::Error& error);
    void importChosen(const QString& path);

private:
    Context& m_context;
    QWidget* m_parent;
};

} // namespace ui

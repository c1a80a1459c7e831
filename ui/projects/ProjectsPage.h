// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Certificates.h"
#include "core/project/Import.h"
#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/project/Project.h"
#include "ui/projects/KeepChoice.h"
#include "ui/shell/Context.h"
#include "ui/shell/Page.h"

#include <functional>
#include <vector>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace ui {

class Banner;
class HostCheck;
class ImportBox;
class ProjectForm;
class ProjectKeeper;
class SecurityPanel;

/// The sandbox and the user's own projects. What is not secret is stored in the open; certificates are kept
/// where the user chose when there was the first one.
class ProjectsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectsPage)

public:
    explicit ProjectsPage(Context& context);

    /// Something that the window did to the projects, to be read before one goes on.
    void showNotice(const QString& text);
    /// Fills the form for a new project from a pasted block.
    void fillFrom(const QString& block);
    void showProject(const QString& id);
    void enter() override;
    void runPrimary() override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

private:
    [[nodiscard]] QWidget* buildList();
    [[nodiscard]] QWidget* buildDetail();
    void listProjects(const std::string& select);
    void fillList(const std::string& select);
    void refreshList();
    void showSelected();
    void showSecurity(bool shown);
    [[nodiscard]] std::string selectedId() const;

    void save();
    void askWhere(std::function<void()> then);
    void keepHere(KeepChoice::Where where, const QString& passphrase);
    void saved(const project::Project& stored);
    void test();
    void askHost(const std::string& id);
    void removeSelected();
    void undoRemove(const project::Project& project, bool wasActive, const project::SecretList& secrets);
    void importFile(const QString& path);
    void importSecrets(const QString& path, const QString& passphrase);
    void imported(const project::Imported& outcome, bool withCertificates);
    void fail(const base::Error& error);
    /// The same, with the focus in the field that the error names.
    void refuse(const base::Error& error);
    [[nodiscard]] bool nameIsTaken(const project::Project& edited) const;

    Context& m_context;
    ProjectKeeper* m_keeper;
    HostCheck* m_check;
    ImportBox* m_import = nullptr;
    std::string m_newId;              ///< of the project that is being added, from the first attempt on
    std::function<void()> m_whenKept; ///< what waits for the answer where secrets are kept
    QListWidget* m_list = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_security = nullptr;
    QStackedWidget* m_detail = nullptr;
    ProjectForm* m_form = nullptr;
    KeepChoice* m_keep = nullptr;
    Banner* m_banner = nullptr;
};

} // namespace ui

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
#include <map>
#include <set>
#include <string>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class Banner;
class HostCheck;
class ImportBox;
class ProjectFiles;
class ProjectForm;
class ProjectKeeper;
class ProjectList;
class SecurityPanel;

/// The sandbox and the user's own projects. What is not secret is stored in the open; certificates are kept
/// where the user chose when there was the first one. What was entered and is not saved stays, for each
/// project of its own, until it is saved or discarded.
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
    bool cancel() override;
    [[nodiscard]] QStringList unsaved() const override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

private:
    [[nodiscard]] QWidget* buildList();
    [[nodiscard]] QWidget* buildDetail();
    void buildFileButtons(QVBoxLayout* column);
    void connectForm();
    void fillList(const std::string& select);
    void refreshList();
    void showSelected();
    void showForm(const std::string& id);
    void beginNew();
    void showSecurity(bool shown);
    void hideQuestions();

    void keepDraft();
    [[nodiscard]] std::map<std::string, QVariantMap> drafts() const;
    [[nodiscard]] std::set<std::string> changed() const;
    void discard();

    void save();
    void askWhere(std::function<void()> then);
    void keepHere(KeepChoice::Where where, const QString& passphrase);
    void saved(const project::Project& stored, const std::string& shown);
    void test();
    void askHost(const std::string& id);
    void removeSelected();
    struct Removed;
    void undoRemove(const Removed& removed);
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
    std::map<std::string, QVariantMap> m_drafts; ///< of the projects that are not in the form
    ProjectFiles* m_files;
    ProjectList* m_list = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_security = nullptr;
    QStackedWidget* m_detail = nullptr;
    ProjectForm* m_form = nullptr;
    KeepChoice* m_keep = nullptr;
    Banner* m_banner = nullptr;
    Banner* m_securityBanner = nullptr;
};

} // namespace ui

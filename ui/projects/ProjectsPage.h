// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Project.h"
#include "ui/shell/Context.h"
#include "ui/shell/Page.h"
#include "ui/widgets/FieldRow.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace ui {

class Banner;

/// The sandbox and the user's own projects. What is not secret is stored; the certificate is held for the
/// session.
class ProjectsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectsPage)

public:
    explicit ProjectsPage(Context& context);

    /// Fills the form for a new project from a pasted block.
    void fillFrom(const QString& block);
    void enter() override;
    void runPrimary() override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

private:
    [[nodiscard]] QWidget* buildList();
    [[nodiscard]] QWidget* buildForm();
    FieldRow addRow(class QVBoxLayout* column, const QString& title, const char* objectName,
                    const QString& hint);
    void fillList(const std::string& select);
    void showSelected();
    void showProject(const project::Project& project);
    void beginNew();
    void check();
    void save();
    void removeSelected();
    [[nodiscard]] project::Project edited() const;
    [[nodiscard]] std::string selectedId() const;

    Context& m_context;
    QListWidget* m_list = nullptr;
    QPushButton* m_new = nullptr;
    QWidget* m_form = nullptr;
    Banner* m_banner = nullptr;
    QLabel* m_heading = nullptr;
    QPushButton* m_pasteBlock = nullptr;
    FieldRow m_name;
    FieldRow m_appId;
    FieldRow m_certificate;
    QToolButton* m_reveal = nullptr;
    FieldRow m_orgName;
    FieldRow m_appName;
    QComboBox* m_dataCentre = nullptr;
    FieldRow m_restHost;
    FieldRow m_webSocket;
    QCheckBox* m_production = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_remove = nullptr;
    std::string m_id; // of the project in the form; empty for a new one
};

} // namespace ui

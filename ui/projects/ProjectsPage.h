// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Project.h"
#include "ui/shell/Context.h"
#include "ui/shell/Page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
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
    struct Row
    {
        QLineEdit* edit = nullptr;
        QLabel* error = nullptr;
    };

    [[nodiscard]] QWidget* buildList();
    [[nodiscard]] QWidget* buildForm();
    Row addRow(class QVBoxLayout* column, const QString& title, const char* objectName, const QString& hint);
    void fillList(const std::string& select);
    void showSelected();
    void showProject(const project::Project& project);
    void beginNew();
    void check();
    void save();
    void removeSelected();
    void setRowError(const Row& row, const QString& text);
    [[nodiscard]] project::Project edited() const;
    [[nodiscard]] std::string selectedId() const;

    Context& m_context;
    QListWidget* m_list = nullptr;
    QPushButton* m_new = nullptr;
    QWidget* m_form = nullptr;
    Banner* m_banner = nullptr;
    QLabel* m_heading = nullptr;
    QPushButton* m_pasteBlock = nullptr;
    Row m_name;
    Row m_appId;
    Row m_certificate;
    QToolButton* m_reveal = nullptr;
    Row m_orgName;
    Row m_appName;
    QComboBox* m_dataCentre = nullptr;
    Row m_restHost;
    Row m_webSocket;
    QCheckBox* m_production = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_remove = nullptr;
    std::string m_id; // of the project in the form; empty for a new one
};

} // namespace ui

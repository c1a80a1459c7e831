// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Project.h"
#include "ui/shell/Context.h"
#include "ui/widgets/FieldRow.h"

#include <QVariantMap>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace project {
struct PastedProject;
}

namespace ui {

class SecretField;
class EnvironmentEditor;
enum class Tone;

/// The fields of one project, checked while one types.
class ProjectForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectForm)

public:
    explicit ProjectForm(Context& context, QWidget* parent = nullptr);

    /// An empty id is a new project; the sandbox cannot be changed.
    void showProject(const project::Project& project);
    void beginNew();
    /// What a pasted text gives; says by `told` what it found.
    void fillFrom(const QString& block);
    [[nodiscard]] project::Project edited() const;
    /// The project as it was when it was shown: what `edited` began with.
    [[nodiscard]] const project::Project& shown() const { return m_shown; }
    [[nodiscard]] const std::string& id() const { return m_id; }
    /// The project in the form is stored no more: what it holds is entered for a new one.
    void becomeNew();
    /// Something is entered that is not saved.
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool canSave() const;
    /// A new certificate that was typed, for the role; empty when there is none.
    [[nodiscard]] QString typedSecret(std::string_view role) const;
    /// What cannot be seen in the edited project. The first typed certificate that is none gets the focus.
    /// Errors: bad-certificate, bad-variable.
    [[nodiscard]] base::Result<> checkEntries();
    /// Puts the focus into the field of that name (of an error), if it is here.
    void focusField(std::string_view field);
    void focusName();

    /// What is changed, and nothing else: it is put on top of what is stored when it is restored.
    [[nodiscard]] QVariantMap changes() const;
    void restore(const QVariantMap& changes);

Q_SIGNALS:
    /// Something was entered, or changed back.
    void changed();
    void told(ui::Tone tone, const QString& text, const QString& hint);
    void saveRequested();
    void useRequested();
    void testRequested();
    void removeRequested();
    void discardRequested();

private:
    void tellFilled(const project::PastedProject& pasted, const std::vector<std::string>& missing);
    FieldRow addRow(QVBoxLayout* column, const QString& title, const char* objectName, const QString& hint);
    SecretField* addSecret(QVBoxLayout* column, const QString& title, const char* objectName,
                           const QString& hint);
    void buildHost(QVBoxLayout* column);
    void buildButtons(QVBoxLayout* column);
    void showKept(const project::Project& project);
    void check();
    void restoreEnvironments(const QVariantMap& changes);
    [[nodiscard]] static project::Project freshProject();

    Context& m_context;
    QLabel* m_heading = nullptr;
    QPushButton* m_pasteBlock = nullptr;
    FieldRow m_name;
    FieldRow m_appId;
    SecretField* m_certificate = nullptr;
    SecretField* m_previous = nullptr;
    QLabel* m_keeping = nullptr;
    FieldRow m_orgName;
    FieldRow m_appName;
    QComboBox* m_dataCentre = nullptr;
    FieldRow m_restHost;
    FieldRow m_webSocket;
    QCheckBox* m_production = nullptr;
    EnvironmentEditor* m_environments = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_remove = nullptr;
    project::Project m_shown; // as stored
    project::Project m_base;  // as the form gives it while nothing is changed
    bool m_filling = false;
    std::string m_id; // of the project in the form; empty for a new one
};

} // namespace ui

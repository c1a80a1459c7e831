// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;

namespace project {
class ProjectStore;
}

namespace ui {

/// Which project is in use, said in word and colour, and the way into the command palette.
class TopBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    explicit TopBar(const project::ProjectStore& projects, QWidget* parent = nullptr);

    /// Reads the list of projects and the active one anew.
    void refresh();
    void retranslate();
    /// Opens the list of projects, with the focus in it.
    void openProjects();
    /// The same of its environments; nothing where it has none.
    void openEnvironments();
    /// The focus to the first control, as a step with the keyboard.
    void enter();

    /// What the help button offers.
    void setHelp(const QList<QAction*>& actions);

    /// While locked the project's name is hidden and nothing but the way in is offered.
    void setLocked(bool locked);

Q_SIGNALS:
    void lockRequested();
    void projectChosen(const QString& id);
    /// Of the active project; empty for none.
    void environmentChosen(const QString& name);
    void searchRequested();

private:
    void showActive();

    const project::ProjectStore& m_store;
    QComboBox* m_projects;
    QComboBox* m_environments;
    QLabel* m_badge;
    QLabel* m_note;
    QPushButton* m_search;
    QPushButton* m_lock;
    QPushButton* m_help;
    bool m_locked = false;
};

} // namespace ui

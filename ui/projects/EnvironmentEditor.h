// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Environment.h"

#include <QVariantMap>
#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// The environments of one project: a name, a colour and variables each, one of them at a time.
class EnvironmentEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnvironmentEditor)

public:
    explicit EnvironmentEditor(QWidget* parent = nullptr);

    /// `inUse` names the one that calls use, which is shown first; empty for none.
    void setEnvironments(std::vector<project::Environment> environments, const std::string& inUse);
    /// The name that the one in use has now; empty for none, also when it was removed.
    [[nodiscard]] std::string inUse() const;
    [[nodiscard]] std::vector<project::Environment> environments() const { return m_environments; }
    /// Lines that are no variables, or what else is wrong with them; what is shown says so.
    [[nodiscard]] base::Result<> check() const;
    /// Whether lines are written that are no variables: they stay as typed, by the place of their
    /// environment.
    [[nodiscard]] bool isBroken() const { return !m_broken.empty(); }
    [[nodiscard]] QVariantMap brokenTexts() const;
    void setBrokenTexts(const QVariantMap& texts);

Q_SIGNALS:
    void changed();

private:
    void add();
    void remove();
    void showCurrent();
    void takeOver();
    void showFault();

    std::vector<project::Environment> m_environments;
    int m_inUse = -1;                ///< its place in the list
    std::map<int, QString> m_broken; ///< texts of variables, of which a line is none
    QComboBox* m_choice;
    QPushButton* m_add;
    QPushButton* m_remove;
    QWidget* m_fields;
    QLineEdit* m_name;
    QComboBox* m_colour;
    QPlainTextEdit* m_variables;
    QLabel* m_error;
};

} // namespace ui

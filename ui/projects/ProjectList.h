// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Context.h"

#include <QListWidget>

#include <optional>
#include <set>
#include <string>

namespace ui {

/// The projects by name: which one is in use, and which ones have changes that are not saved. A new project
/// has a row as soon as something was entered for it; its id is empty.
class ProjectList final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectList)

public:
    explicit ProjectList(const Context& context, QWidget* parent = nullptr);

    /// Reads the projects anew and selects one, without a signal.
    void fill(const std::string& select, const std::set<std::string>& changed);
    /// Says which ones are changed; a new project's row comes and goes with its changes.
    void mark(const std::set<std::string>& changed);
    /// The row of that project, or none, without a signal.
    void select(const std::string& id);
    [[nodiscard]] std::optional<std::string> selectedId() const;

private:
    void write(QListWidgetItem& item, const std::set<std::string>& changed) const;
    [[nodiscard]] int rowOf(const std::string& id) const;

    const Context& m_context;
};

} // namespace ui

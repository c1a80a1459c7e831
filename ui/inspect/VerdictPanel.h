// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/inspect/Panel.h"
#include "ui/widgets/FieldTable.h"

class QListWidget;
class QTableView;

namespace ui {

/// The fields in plain words, beside what is wrong with them. A problem that has a place leads to its field.
class VerdictPanel final : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictPanel)

public:
    /// `selected` is shared by all tables of these fields.
    VerdictPanel(Context& context, const Examined& examined, FieldModel& fields,
                 QItemSelectionModel& selected);
    void refresh() override;

private:
    [[nodiscard]] QWidget* buildProblems();
    void add(const token::Problem& problem);

    FieldModel& m_fields;
    QTableView* m_table = nullptr;
    QListWidget* m_problems = nullptr;
};

} // namespace ui

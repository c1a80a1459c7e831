// SPDX-License-Identifier: Apache-2.0
#include "ui/manual/ShortcutsDialog.h"

#include "ui/shell/Actions.h"
#include "ui/widgets/Helpers.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr QSize kSize(620, 620);

class Rows final
{
public:
    explicit Rows(QGridLayout* grid)
        : m_grid(grid)
    {
        grid->setColumnStretch(2, 1);
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(5);
    }
    void heading(const QString& text)
    {
        QLabel* title = label(text, "heading");
        title->setContentsMargins(0, m_row == 0 ? 0 : 12, 0, 2);
        m_grid->addWidget(title, m_row++, 0, 1, 3);
    }
    void key(const QString& keys, const QString& text, const QString& tip)
    {
        m_grid->addWidget(label(keys, "key"), m_row, 0, Qt::AlignLeft | Qt::AlignTop);
        m_grid->addWidget(label(text), m_row, 1, Qt::AlignTop);
        m_grid->addWidget(paragraph(tip, "muted"), m_row++, 2, Qt::AlignTop);
    }

private:
    QGridLayout* m_grid;
    int m_row = 0;
};

} // namespace

ShortcutsDialog::ShortcutsDialog(const Actions& actions, QWidget* parent)
    : QDialog(parent)
{
    named(this, "shortcuts", tr("Keyboard shortcuts"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    auto* grid = new QGridLayout;
    Rows rows(grid);
    for (const Actions::Group& group : actions.shortcuts()) {
        rows.heading(group.title);
        for (const QAction* action : group.actions)
            rows.key(keyText(action->shortcut()), action->text(), action->statusTip());
    }
    rows.heading(tr("In tables and lists"));
    rows.key(keyText(QKeySequence(QStringLiteral("Shift+F10"))), tr("Menu of the row"),
             tr("The Menu key does the same: copy, and what else can be done with it."));
    column->addLayout(grid);
    column->addStretch(1);
    auto* outer = new QVBoxLayout(this);
    auto* area = named(scrolled(content), "shortcutList", tr("Keyboard shortcuts"));
    area->setFocusPolicy(Qt::StrongFocus);
    outer->addWidget(area, 1);
    auto* close = named(button(tr("Close"), {}, true), "closeShortcuts", tr("Close"));
    outer->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    area->setFocus();
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/ActivityPane.h"

#include "ui/sandbox/ShortTable.h"
#include "ui/shell/SandboxHost.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/RowMenu.h"

#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

ActivityPane::ActivityPane(SandboxHost& host)
    : m_host(host)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    QLayout* head = buildHead();
    column->addLayout(head);
    buildTable();
    for (int i = 0; i < head->count(); ++i) {
        if (auto* each = qobject_cast<QPushButton*>(head->itemAt(i)->widget()))
            offerInMenu(m_table, each);
    }
    m_details = named(new QPlainTextEdit, "activityDetails", tr("Details"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFont(monospace());
    m_details->setPlaceholderText(tr("Select a row to read what it says."));
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({600, 250});
    column->addWidget(splitter, 1);
    connect(&host, &SandboxHost::activityArrived, this, &ActivityPane::showCounts);
    showCounts();
}

QLayout* ActivityPane::buildHead()
{
    auto* head = new FlowLayout(8);
    head->addWidget(label(tr("Requests and frames"), "heading"));
    m_counts = named(label({}, "muted"), "activityCounts", tr("Counts"));
    head->addWidget(m_counts);
    m_pause = named(button(tr("Pause"), QStringLiteral("hourglass")), "pauseActivity", tr("Pause the list"));
    m_pause->setCheckable(true);
    m_pause->setChecked(m_host.isPaused());
    m_pause->setToolTip(tr("The list stays as it is, and what comes meanwhile is not kept."));
    auto* clear =
        named(button(tr("Clear"), QStringLiteral("trash-2")), "clearActivity", tr("Clear the list"));
    head->addWidget(m_pause);
    head->addWidget(clear);
    connect(m_pause, &QPushButton::toggled, this, [this](bool on) { m_host.setPaused(on); });
    connect(clear, &QPushButton::clicked, this, [this] {
        m_host.activity().clear();
        m_details->clear();
    });
    return head;
}

void ActivityPane::buildTable()
{
    m_table = named(new ShortTable, "activity", tr("Requests and frames"));
    m_table->setModel(&m_host.activity());
    setUpTable(*m_table);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(ActivityModel::What, QHeaderView::Stretch);
    const int em = m_table->fontMetrics().averageCharWidth();
    const std::pair<int, int> widths[] = {{ActivityModel::Time, 12},
                                          {ActivityModel::Who, 13},
                                          {ActivityModel::Result, 15},
                                          {ActivityModel::Measure, 13}};
    for (const auto& [column, characters] : widths)
        m_table->setColumnWidth(column, em * characters);
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * 4);
    m_table->setMinimumWidth(1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ActivityPane::showDetails);
}

void ActivityPane::showCounts()
{
    const QLocale locale;
    m_counts->setText(tr("requests %1 · frames %2")
                          .arg(locale.toString(m_host.requestCount()), locale.toString(m_host.frameCount())));
    m_counts->setAccessibleDescription(m_counts->text());
}

/// A row that goes out of the list leaves its words where they are.
void ActivityPane::showDetails()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty())
        m_details->setPlainText(m_host.activity().details(rows.front().row()));
}

} // namespace ui

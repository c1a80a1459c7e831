// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/RowsPane.h"

#include "ui/sandbox/ShortTable.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/RowMenu.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <utility>

namespace ui {
namespace {

constexpr int kFieldCharacters = 16;

QLineEdit* smallField(const char* objectName, const QString& caption)
{
    auto* edit = named(new QLineEdit, objectName, caption);
    edit->setPlaceholderText(caption);
    edit->setToolTip(caption);
    edit->setFixedWidth(edit->fontMetrics().averageCharWidth() * kFieldCharacters + 24);
    return edit;
}

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QStringList titlesOf(const std::vector<RowsPane::Column>& columns)
{
    QStringList titles;
    for (const RowsPane::Column& column : columns)
        titles << column.title;
    return titles;
}

} // namespace

RowsPane::RowsPane(const char* objectName, const QString& name, const std::vector<Column>& columns,
                   const QString& empty)
    : m_model(new RowsModel(titlesOf(columns), this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_empty(empty)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(6);
    m_form = new QWidget;
    m_formFlow = new FlowLayout(6);
    m_form->setLayout(m_formFlow);
    column->addWidget(m_form);
    buildTable(objectName, name, columns);
    column->addWidget(m_table, 1);
    m_search = smallField((QByteArray(objectName) + "Search").constData(), tr("Search: %1").arg(name));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_count = label({}, "muted");
    m_rowFlow = new FlowLayout(6);
    m_rowFlow->addWidget(m_search);
    m_rowFlow->addWidget(m_count);
    column->addLayout(m_rowFlow);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text);
        showCount();
        enable();
    });
    enable();
    showCount();
}

void RowsPane::buildTable(const char* objectName, const QString& name, const std::vector<Column>& columns)
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table = named(new ShortTable, objectName, name);
    m_table->setModel(m_proxy);
    setUpTable(*m_table);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * 4);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (std::size_t i = 0; i < columns.size(); ++i)
        m_table->setColumnWidth(static_cast<int>(i),
                                m_table->fontMetrics().averageCharWidth() * columns[i].characters);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowsPane::enable);
}

void RowsPane::setRows(std::vector<FactRow> rows, std::size_t total)
{
    const QString key = current().key;
    m_total = total;
    m_model->setRows(std::move(rows));
    selectKey(key);
    showCount();
    enable();
}

FactRow RowsPane::current() const
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    return selected.isEmpty() ? FactRow() : m_model->row(m_proxy->mapToSource(selected.front()).row());
}

/// A new beginning of the rows forgets the selection.
void RowsPane::selectKey(const QString& key)
{
    if (key.isEmpty() || current().key == key)
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->row(row).key == key)
            m_table->selectRow(m_proxy->mapFromSource(m_model->index(row, 0)).row());
    }
}

void RowsPane::setLive(bool live)
{
    m_live = live;
    enable();
    showCount();
}

void RowsPane::enable()
{
    m_form->setEnabled(m_live);
    const bool selected = m_live && !current().key.isEmpty();
    for (QWidget* widget : m_rowWidgets)
        widget->setEnabled(selected);
    rowChanged();
}

void RowsPane::showCount()
{
    const auto shown = static_cast<std::size_t>(m_proxy->rowCount());
    m_count->setText(m_total == 0       ? m_empty
                     : shown == m_total ? QString()
                                        : tr("%1 of %2 shown").arg(number(shown), number(m_total)));
    m_count->setVisible(!m_count->text().isEmpty());
    m_count->setFixedHeight(m_search->sizeHint().height());
    m_rowFlow->invalidate();
}

QLineEdit* RowsPane::addField(const char* objectName, const QString& caption)
{
    QLineEdit* edit = smallField(objectName, caption);
    m_formFlow->addWidget(edit);
    return edit;
}

QPushButton* RowsPane::addFormButton(const char* objectName, const QString& text, std::function<void()> run)
{
    auto* made = named(button(text, QStringLiteral("plus")), objectName, text);
    m_formFlow->addWidget(made);
    connect(made, &QPushButton::clicked, this, std::move(run));
    for (QLineEdit* edit : m_form->findChildren<QLineEdit*>())
        connect(edit, &QLineEdit::returnPressed, made, &QPushButton::click, Qt::UniqueConnection);
    return made;
}

QPushButton* RowsPane::addRowButton(const char* objectName, const QString& text, const QString& icon,
                                    std::function<void(const FactRow&)> run)
{
    auto* made = named(button(text, icon), objectName, text);
    m_rowFlow->addWidget(made);
    m_rowWidgets.push_back(made);
    made->setEnabled(false);
    offerInMenu(m_table, made);
    connect(made, &QPushButton::clicked, this, [this, run = std::move(run)] { run(current()); });
    return made;
}

QLineEdit* RowsPane::addRowField(const char* objectName, const QString& caption)
{
    QLineEdit* edit = smallField(objectName, caption);
    m_rowFlow->addWidget(edit);
    m_rowWidgets.push_back(edit);
    edit->setEnabled(false);
    return edit;
}

} // namespace ui

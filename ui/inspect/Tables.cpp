// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/Tables.h"

#include "ui/widgets/Helpers.h"

#include <QHeaderView>

namespace ui {

QTableWidget* makeTable(const char* objectName, const QString& title, const QStringList& columns)
{
    auto* table = named(new QTableWidget(0, static_cast<int>(columns.size())), objectName, title);
    table->setHorizontalHeaderLabels(columns);
    setUpTable(*table);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void setRow(QTableWidget& table, int row, const QStringList& texts)
{
    if (row >= table.rowCount())
        table.setRowCount(row + 1);
    for (int column = 0; column < texts.size(); ++column) {
        QTableWidgetItem* item = table.item(row, column);
        if (!item) {
            item = new QTableWidgetItem;
            table.setItem(row, column, item);
        }
        if (item->text() != texts[column]) {
            item->setText(texts[column]);
            item->setToolTip(texts[column]);
        }
    }
}

void fitColumns(QTableWidget& table)
{
    table.resizeColumnsToContents();
    const int most = table.viewport()->width() / 3;
    for (int column = 0; column + 1 < table.columnCount(); ++column) {
        const int heading = table.horizontalHeader()->sectionSizeHint(column);
        table.setColumnWidth(column, qMax(heading, qMin(table.columnWidth(column), most)));
    }
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTableWidget>

namespace ui {

/// A read-only table whose rows are selected as a whole; the last column takes what is left of the width.
[[nodiscard]] QTableWidget* makeTable(const char* objectName, const QString& title,
                                      const QStringList& columns);

/// Puts these texts into a row, which is added where it is not there yet.
void setRow(QTableWidget& table, int row, const QStringList& texts);

/// Columns as wide as what they hold; none more than a third of the table, nor less than its heading.
void fitColumns(QTableWidget& table);

} // namespace ui

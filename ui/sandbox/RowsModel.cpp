// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/RowsModel.h"

#include <algorithm>
#include <utility>

namespace ui {

RowsModel::RowsModel(QStringList headers, QObject* parent)
    : QAbstractTableModel(parent)
    , m_headers(std::move(headers))
{
}

int RowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return row(index.row()).cells.value(index.column());
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_headers.value(section);
}

void RowsModel::setRows(std::vector<FactRow> rows)
{
    const auto sameKey = [](const FactRow& a, const FactRow& b) { return a.key == b.key; };
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameKey)) {
        if (rows == m_rows)
            return;
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace ui

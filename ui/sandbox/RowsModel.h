// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QVariantList>

#include <vector>

namespace ui {

/// One line of a table of facts. Cells are texts or numbers, which is how they sort.
struct FactRow
{
    QString key; ///< unlike any other row's
    QVariantList cells;
    bool off = false; ///< a user who is deactivated; not shown by itself

    bool operator==(const FactRow&) const = default;
};

/// Rows that are replaced as a whole, now and then.
class RowsModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowsModel)

public:
    RowsModel(QStringList headers, QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Rows of the same keys in the same order change in place; others are a new beginning.
    void setRows(std::vector<FactRow> rows);
    [[nodiscard]] const FactRow& row(int number) const { return m_rows[static_cast<std::size_t>(number)]; }

private:
    QStringList m_headers;
    std::vector<FactRow> m_rows;
};

} // namespace ui

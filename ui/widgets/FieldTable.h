// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Inspector.h"

#include <QAbstractTableModel>
#include <QTableView>

#include <vector>

namespace ui {

/// The fields of an inspected token: path, value, what it means, and the bytes it stands in.
class FieldModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldModel)

public:
    enum Column { Path, Value, Meaning, Bytes, ColumnCount };

    explicit FieldModel(QObject* parent = nullptr);

    void setInspection(const token::Inspection& inspection);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString path;
        QString value;
        QString meaning;
        QString bytes;
        bool secondary = false; ///< a length or a count, shown muted
    };
    std::vector<Row> m_rows;
};

/// A read-only table of fields with sensible columns.
[[nodiscard]] QTableView* makeFieldTable(FieldModel& model, QWidget* parent);

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Inspector.h"
#include "core/token/TextMap.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace ui {

/// The fields of an inspected token: path, value, what it means, the bytes it stands in and how they are
/// written. A row is put into words when it is looked at, a long value by its beginning: a token of a few
/// hundred characters may hold 400,000 fields, or one of a megabyte.
class FieldModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldModel)

public:
    enum Column { Path, Value, Meaning, Bytes, Layout, ColumnCount };

    explicit FieldModel(QObject* parent = nullptr);

    /// The inspection must stay as it is until the next one is set or the model is cleared.
    void setInspection(const token::Inspection& inspection);
    void clear();

    /// The bytes of a row; nothing where there is no such row.
    [[nodiscard]] token::Span span(int row) const;
    /// The row of the field that holds this byte of the payload; -1 when there is none.
    [[nodiscard]] int rowAt(std::size_t byte) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const token::Field& field, int column) const;

    const token::Inspection* m_inspection = nullptr;
};

/// A read-only table of fields with sensible columns.
[[nodiscard]] QTableView* makeFieldTable(FieldModel& model, QWidget* parent);

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Inspector.h"
#include "core/token/TextMap.h"

#include <QAbstractTableModel>
#include <QTableView>

#include <vector>

namespace ui {

/// The fields of an inspected token: path, value, what it means, the bytes it stands in and how they are
/// written.
class FieldModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldModel)

public:
    enum Column { Path, Value, Meaning, Bytes, Layout, ColumnCount };

    explicit FieldModel(QObject* parent = nullptr);

    void setInspection(const token::Inspection& inspection);
    void clear();

    /// The bytes of a row; nothing for the row that stands for those left out.
    [[nodiscard]] token::Span span(int row) const;
    /// The row of the field that holds this byte of the payload; -1 when none is shown.
    [[nodiscard]] int rowAt(std::size_t byte) const;

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
        QString layout;
        QString digits; ///< the bytes themselves, for those who cannot see them marked
        token::Span span;
        bool secondary = false; ///< a length or a count, shown muted
    };
    [[nodiscard]] static Row rowOf(const token::Field& field, const token::Inspection& inspection);

    std::vector<Row> m_rows;
};

/// A read-only table of fields with sensible columns.
[[nodiscard]] QTableView* makeFieldTable(FieldModel& model, QWidget* parent);

} // namespace ui

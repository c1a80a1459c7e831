// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sandbox/RowsModel.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace ui {

class FlowLayout;

/// A table of what the sandbox holds, with a search, a line of fields that add to it, and buttons for the row
/// that is selected.
class RowsPane : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowsPane)

public:
    struct Column
    {
        QString title;
        int characters = 0; ///< how wide it is at first
    };

    /// `name` is the table's accessible name and `objectName` its object's; `empty` is said while there is no
    /// row.
    RowsPane(const char* objectName, const QString& name, const std::vector<Column>& columns,
             const QString& empty);

    void setRows(std::vector<FactRow> rows, std::size_t total);
    /// The row that is selected; an empty key without one.
    [[nodiscard]] FactRow current() const;
    /// Whether anything can be changed now.
    void setLive(bool live);

protected:
    [[nodiscard]] QLineEdit* addField(const char* objectName, const QString& caption);
    QPushButton* addFormButton(const char* objectName, const QString& text, std::function<void()> run);
    /// Enabled while a row is selected.
    QPushButton* addRowButton(const char* objectName, const QString& text, const QString& icon,
                              std::function<void(const FactRow&)> run);
    /// A field among the row's buttons.
    [[nodiscard]] QLineEdit* addRowField(const char* objectName, const QString& caption);
    virtual void rowChanged() {}

private:
    void buildTable(const char* objectName, const QString& name, const std::vector<Column>& columns);
    void enable();
    void showCount();
    void selectKey(const QString& key);

    RowsModel* m_model = nullptr;
    QSortFilterProxyModel* m_proxy = nullptr;
    QLineEdit* m_search = nullptr;
    QLabel* m_count = nullptr;
    QTableView* m_table = nullptr;
    QWidget* m_form = nullptr;
    FlowLayout* m_formFlow = nullptr;
    FlowLayout* m_rowFlow = nullptr;
    std::vector<QWidget*> m_rowWidgets;
    QString m_empty;
    std::size_t m_total = 0;
    bool m_live = false;
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <utility>
#include <vector>

namespace ui {

/// The newest records of a log, the newest first. However many come at once, it tells its views once.
template<class Record>
class LogModel : public QAbstractTableModel
{
public:
    static constexpr int kMostRows = 1000;

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const Record& record(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    /// Oldest first, as they came; the oldest rows beyond kMostRows go.
    void add(std::vector<Record> records)
    {
        if (records.empty())
            return;
        const auto most = static_cast<std::size_t>(kMostRows);
        const std::size_t fresh = std::min(records.size(), most);
        const std::size_t kept = std::min(m_rows.size(), most - fresh);
        if (kept < m_rows.size()) {
            beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
            m_rows.resize(kept);
            endRemoveRows();
        }
        beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
        for (auto one = records.end() - static_cast<std::ptrdiff_t>(fresh); one != records.end(); ++one)
            m_rows.push_front(std::move(*one));
        endInsertRows();
    }

    void clear()
    {
        beginResetModel();
        m_rows.clear();
        endResetModel();
    }

private:
    std::deque<Record> m_rows;
};

} // namespace ui

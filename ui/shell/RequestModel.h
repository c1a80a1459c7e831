// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tokenserver/RequestLog.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace ui {

/// The newest requests that the local token server answered, the newest first. No row holds a token's text.
class RequestModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestModel)

public:
    enum Column { Time, Request, Status, Answer, Took, ColumnCount };
    static constexpr int kMostRows = 1000;

    explicit RequestModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Oldest first, as they came; the oldest rows beyond kMostRows go.
    void add(std::vector<tokenserver::Record> records);
    void clear();

private:
    std::deque<tokenserver::Record> m_rows;
};

/// What an answer handed out or refused: "user alice, until 15:00:03", "The App Certificate is locked. ...".
[[nodiscard]] QString answerText(const tokenserver::Record& record);

} // namespace ui

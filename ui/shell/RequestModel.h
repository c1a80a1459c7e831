// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tokenserver/Record.h"
#include "ui/shell/LogModel.h"

namespace ui {

/// The newest requests that the local token server answered, the newest first. No row holds a token's text.
class RequestModel final : public LogModel<tokenserver::Record>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestModel)

public:
    enum Column { Time, Request, Status, Answer, Took, ColumnCount };

    explicit RequestModel(QObject* parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// What an answer handed out or refused: "user alice, until 15:00:03", "The App Certificate is locked. ...".
[[nodiscard]] QString answerText(const tokenserver::Record& record);

} // namespace ui

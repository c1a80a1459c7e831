// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Server.h"
#include "core/sandbox/Surroundings.h"
#include "ui/shell/LogModel.h"

#include <cstdint>
#include <variant>

namespace ui {

/// A request that the sandbox answered, or a frame of an SDK.
struct Activity
{
    std::int64_t timeMs = 0;
    std::variant<local::Exchange, sandbox::FrameRecord> what;
};

/// What the sandbox has said and heard, the newest first. Frames are put into words when they are looked at.
class ActivityModel final : public LogModel<Activity>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityModel)

public:
    enum Column { Time, Who, What, Result, Measure, ColumnCount };

    explicit ActivityModel(QObject* parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Everything that is known of a row, in lines.
    [[nodiscard]] QString details(int row) const;
};

} // namespace ui

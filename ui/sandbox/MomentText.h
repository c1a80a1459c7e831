// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <cstdint>

namespace ui {

/// Local time in a form that also sorts: "2026-11-24 15:00:03".
[[nodiscard]] inline QString momentText(std::int64_t timeMs)
{
    return QDateTime::fromMSecsSinceEpoch(timeMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace ui

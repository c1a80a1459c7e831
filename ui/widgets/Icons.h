// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>

namespace ui {

/// The Lucide icon of that name, drawn in `colour` when it is first painted (nothing is rendered at start).
/// The disabled state is paler.
[[nodiscard]] QIcon icon(const QString& name, const QColor& colour);

/// One rendering, for labels. `size` in device-independent pixels.
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal devicePixelRatio);

} // namespace ui

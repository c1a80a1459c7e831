// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace ui {

/// The Lucide icon of that name, in the colour that the application's palette has for `role` whenever it is
/// painted: it follows a change of theme. Nothing is rendered at start. The disabled state is paler.
[[nodiscard]] QIcon icon(const QString& name, QPalette::ColorRole role = QPalette::Text);

/// The same in a colour of its own, such as a tone's.
[[nodiscard]] QIcon icon(const QString& name, const QColor& colour);

/// One rendering, for labels. `size` in device-independent pixels.
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal devicePixelRatio);

} // namespace ui

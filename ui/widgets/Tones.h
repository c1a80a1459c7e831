// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/Banner.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace ui {

/// The icon, colour and style word of a tone: state is never colour alone.
[[nodiscard]] QString toneIcon(Tone tone);
[[nodiscard]] QColor toneColour(Tone tone, const QPalette& palette);
[[nodiscard]] QString toneWord(Tone tone);

} // namespace ui

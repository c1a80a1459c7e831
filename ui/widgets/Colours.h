// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace ui {

/// The colours of one scheme, by role. Text on surface and on window has a contrast of 4.5:1 or more.
struct Colours
{
    bool dark = false;
    QColor window;  ///< behind everything
    QColor surface; ///< cards, fields
    QColor raised;  ///< hovered rows, headers
    QColor border;
    QColor text;
    QColor muted;
    QColor accent;
    QColor onAccent;
    QColor good;
    QColor warning;
    QColor bad;
    QColor goodTint; ///< backgrounds of banners and chips
    QColor warningTint;
    QColor badTint;
    QColor accentTint;

    [[nodiscard]] static const Colours& light();
    [[nodiscard]] static const Colours& darkScheme();
    /// The scheme that a widget's palette belongs to.
    [[nodiscard]] static const Colours& of(const QPalette& palette);
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/ColourChip.h"

#include <QPainter>
#include <QPixmap>

namespace ui {

QColor environmentColour(std::string_view word)
{
    static constexpr std::pair<std::string_view, QRgb> kAll[] = {
        {"green", 0xff2e9e5b}, {"blue", 0xff3478d4},   {"violet", 0xff8257d6},
        {"amber", 0xffc99a06}, {"orange", 0xffd9741a}, {"red", 0xffd0403f}};
    for (const auto& [name, value] : kAll) {
        if (name == word)
            return QColor::fromRgb(value);
    }
    return {};
}

QIcon colourChip(std::string_view word)
{
    constexpr int kSize = 32; // for screens of double density, too
    QPixmap pixmap(kSize, kSize);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(environmentColour(word));
    painter.drawEllipse(QRectF(6, 6, kSize - 12, kSize - 12));
    return QIcon(pixmap);
}

} // namespace ui

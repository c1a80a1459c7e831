// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/SkewText.h"

#include "core/text/Format.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ui::SkewText)
};

} // namespace

QString skewText(const diagnosis::ClockSkew& skew)
{
    if (!skew.beyond(0) || skew.seconds() == 0)
        return Tr::tr("Server clock as here");
    const QString apart = text::spell(skew.seconds());
    return skew.offsetMs < 0 ? Tr::tr("Server clock %1 behind").arg(apart)
                             : Tr::tr("Server clock %1 ahead").arg(apart);
}

QString skewFigure(const diagnosis::ClockSkew& skew)
{
    const qint64 seconds = skew.beyond(0) ? skew.seconds() : 0;
    const QString sign = seconds > 0 ? QStringLiteral("+") : seconds < 0 ? QString() : QStringLiteral("±");
    return Tr::tr("%1 s").arg(sign + QString::number(seconds));
}

} // namespace ui

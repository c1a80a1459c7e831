// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Tones.h"

#include "ui/widgets/Colours.h"

namespace ui {

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return QStringLiteral("circle-check");
    case Tone::Warning:
        return QStringLiteral("triangle-alert");
    case Tone::Bad:
        return QStringLiteral("circle-x");
    case Tone::Info:
        break;
    }
    return QStringLiteral("info");
}

QColor toneColour(Tone tone, const QPalette& palette)
{
    const Colours& colours = Colours::of(palette);
    switch (tone) {
    case Tone::Good:
        return colours.good;
    case Tone::Warning:
        return colours.warning;
    case Tone::Bad:
        return colours.bad;
    case Tone::Info:
        break;
    }
    return colours.accent;
}

QString toneWord(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return QStringLiteral("good");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Bad:
        return QStringLiteral("bad");
    case Tone::Info:
        break;
    }
    return QStringLiteral("info");
}

} // namespace ui

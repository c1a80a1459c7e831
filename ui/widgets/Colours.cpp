// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Colours.h"

namespace ui {

const Colours& Colours::light()
{
    static const Colours colours{
        .dark = false,
        .window = 0xf4f6f8,
        .surface = 0xffffff,
        .raised = 0xebeff3,
        .border = 0xd0d7de,
        .text = 0x1c2128,
        .muted = 0x57606a,
        .accent = 0x0b5cad,
        .onAccent = 0xffffff,
        .good = 0x1a7f37,
        .warning = 0x8a5a00,
        .bad = 0xbf2030,
        .goodTint = 0xe2f5e7,
        .warningTint = 0xfdf3d8,
        .badTint = 0xfde8ea,
        .accentTint = 0xe1eefb,
    };
    return colours;
}

const Colours& Colours::darkScheme()
{
    static const Colours colours{
        .dark = true,
        .window = 0x15181c,
        .surface = 0x1d2126,
        .raised = 0x282d34,
        .border = 0x3a414a,
        .text = 0xe6eaee,
        .muted = 0x9aa5b1,
        .accent = 0x5cadff,
        .onAccent = 0x0c1116,
        .good = 0x4cc46d,
        .warning = 0xe0ad3a,
        .bad = 0xff7b86,
        .goodTint = 0x1a3323,
        .warningTint = 0x372c12,
        .badTint = 0x3d1f24,
        .accentTint = 0x1b3148,
    };
    return colours;
}

const Colours& Colours::of(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkScheme() : light();
}

} // namespace ui

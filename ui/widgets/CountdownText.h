// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/Banner.h"

#include <QString>

namespace ui {

/// The words of every countdown, with the tone that goes with them: "Valid, 59 min 12 s left", "Expiring
/// soon, 40 s left", "Expired 3 min ago". Unix seconds.
struct CountdownText
{
    QString text;
    Tone tone = Tone::Good;
};
[[nodiscard]] CountdownText countdownText(qint64 now, qint64 issuedAt, qint64 expiresAt);

/// The icon that goes with a countdown's tone.
[[nodiscard]] QString countdownIcon(Tone tone);

} // namespace ui

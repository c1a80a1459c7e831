// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/ClockSkew.h"

#include <QString>

namespace ui {

/// "Server clock 5 min behind", "Server clock as here".
[[nodiscard]] QString skewText(const diagnosis::ClockSkew& skew);

/// The seconds that the server is ahead, with their sign: "-300 s", "±0 s".
[[nodiscard]] QString skewFigure(const diagnosis::ClockSkew& skew);

} // namespace ui

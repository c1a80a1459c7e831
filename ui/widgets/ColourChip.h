// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QString>

#include <string_view>

namespace ui {

/// The colour of an environment by its word (project::kColours), readable on light and dark.
[[nodiscard]] QColor environmentColour(std::string_view word);

/// A round dot of it, to stand beside the name.
[[nodiscard]] QIcon colourChip(std::string_view word);

} // namespace ui

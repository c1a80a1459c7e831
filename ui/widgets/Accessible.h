// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ui {

/// Teaches Qt what its own tree of accessible objects leaves out on Linux: a combo box keeps its name (Qt
/// puts the chosen entry there), with the chosen entry first in its description, and a countdown is a label,
/// not a filler. Once, after the application object was made.
void installAccessibleInterfaces();

} // namespace ui

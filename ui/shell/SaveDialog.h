// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Output.h"

#include <QString>

#include <functional>

class QWidget;

namespace ui {

/// Asks for a file to save into, and before one that is there is replaced. `use` gets what can be written;
/// `refused` the error of what cannot: a file of the program, a device, a link that leads nowhere.
struct SaveDialog
{
    QString title;
    QString proposal; ///< a file name
    base::OutputGuard guard;
    bool mayReplace = true; ///< a key file never is
    std::function<void(const base::Output&)> use;
    std::function<void(const base::Error&)> refused;
};

/// Opens the dialog; it waits for nobody.
void askForOutput(QWidget* parent, SaveDialog dialog);

} // namespace ui

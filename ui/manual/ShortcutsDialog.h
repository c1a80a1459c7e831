// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace ui {

class Actions;

/// All keys of the window, as the registry of actions has them, and those that work within lists and fields.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsDialog)

public:
    ShortcutsDialog(const Actions& actions, QWidget* parent);
};

} // namespace ui

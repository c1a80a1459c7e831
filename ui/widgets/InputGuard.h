// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QComboBox;

namespace ui {

/// Keeps what is chosen in the whole program from being changed by accident. The wheel over a combo box, a
/// number, a date or a slider scrolls what it stands in, and gives the focus to nothing. Letters and digits
/// choose nothing in a closed combo box.
class InputGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InputGuard)

public:
    /// Watches every widget as long as it lives.
    explicit InputGuard(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

/// The combo box changes by its opened list alone, which Space, Enter, F4 and Alt with an arrow open: no key
/// chooses while it is closed.
void setChosenFromListOnly(QComboBox& combo);

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLineEdit;
class QWidget;

namespace ui {

/// Holds the field of a secret still while a key is made of what it says: nothing can be typed, and the focus
/// stays. A field that is disabled gives its focus to the next widget, where the secret that somebody types
/// again stands in clear and presses buttons.
void holdStill(QLineEdit* field, bool still);

/// Gives the field the focus where a widget of `within` has it that is about to be disabled (a button that
/// was pressed): Qt gives it to the next button otherwise.
void takeFocusWithin(QLineEdit* field, const QWidget* within);

/// Asks again for a secret that was refused: the field has the focus and its text is selected, so that the
/// first key writes over it.
void askAgain(QLineEdit* field);

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/SecretEntry.h"

#include <QLineEdit>

namespace ui {

void holdStill(QLineEdit* field, bool still)
{
    field->setReadOnly(still);
}

// The window's own focus is asked, as a file dialog may be closing over it.
void takeFocusWithin(QLineEdit* field, const QWidget* within)
{
    const QWidget* focus = field->window()->focusWidget();
    if (focus && focus != field && within->isAncestorOf(focus) && !qobject_cast<const QLineEdit*>(focus) &&
        field->isVisible())
        field->setFocus();
}

void askAgain(QLineEdit* field)
{
    if (!field->isVisible())
        return;
    field->setFocus();
    field->selectAll();
}

} // namespace ui

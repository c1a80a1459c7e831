// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/InputGuard.h"

#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QScrollBar>

namespace ui {
namespace {

constexpr auto kListOnly = "chosenFromListOnly";

bool holdsValue(const QObject* object)
{
    return qobject_cast<const QComboBox*>(object) || qobject_cast<const QAbstractSpinBox*>(object) ||
           (qobject_cast<const QAbstractSlider*>(object) && !qobject_cast<const QScrollBar*>(object));
}

bool isClosed(const QComboBox* combo)
{
    return combo && !combo->isEditable() && !combo->view()->isVisible();
}

bool opens(const QKeyEvent& key)
{
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        return key.modifiers() & Qt::AltModifier;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F4:
        return !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    default:
        return false;
    }
}

/// What moves on in a closed combo box.
bool moves(const QKeyEvent& key)
{
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    default:
        return false;
    }
}

/// What a closed combo box looks for an entry by.
bool searches(const QKeyEvent& key)
{
    return key.key() != Qt::Key_Space && !key.text().isEmpty() && key.text().front().isPrint();
}

/// True where the key goes no further.
bool guardKey(QComboBox& combo, QKeyEvent& key)
{
    if (combo.property(kListOnly).toBool()) {
        if (opens(key)) {
            combo.showPopup();
            return true;
        }
        if (moves(key)) {
            key.ignore();
            return true;
        }
    }
    if (!searches(key))
        return false;
    key.ignore();
    return true;
}

} // namespace

InputGuard::InputGuard(QObject* parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool InputGuard::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Polish: // before its first wheel
        if (auto* widget = qobject_cast<QWidget*>(watched); widget && widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        break;
    case QEvent::Wheel:
        if (!holdsValue(watched))
            break;
        event->ignore(); // the next one outside takes it
        return true;
    case QEvent::KeyPress:
        if (auto* combo = qobject_cast<QComboBox*>(watched); isClosed(combo))
            return guardKey(*combo, *static_cast<QKeyEvent*>(event));
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void setChosenFromListOnly(QComboBox& combo)
{
    combo.setProperty(kListOnly, true);
}

} // namespace ui

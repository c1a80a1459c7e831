// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Floating.h"

#include <QApplication>
#include <QCursor>
#include <QEvent>
#include <QScrollArea>
#include <QWidget>

namespace ui {
namespace {

constexpr int kEdge = 6; // of the part that stays in sight around it

} // namespace

Floating::Floating(QWidget* widget, QWidget* part)
    : QObject(widget)
    , m_widget(widget)
    , m_part(part)
    , m_content(widget)
{
    if (const auto* scrolls = widget->findChild<QScrollArea*>(); scrolls && scrolls->widget())
        m_content = scrolls->widget();
    widget->installEventFilter(this);
    m_content->installEventFilter(this);
    part->installEventFilter(this);
}

bool Floating::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (watched == m_widget && type == QEvent::ShowToParent)
        chooseEnd();
    const bool changed = (watched == m_widget && type == QEvent::ShowToParent) ||
                         (watched != m_part && type == QEvent::LayoutRequest);
    const bool moved = watched == m_part && (type == QEvent::Resize || type == QEvent::Move);
    if ((changed || moved) && !m_widget->isHidden())
        place();
    return QObject::eventFilter(watched, event);
}

void Floating::chooseEnd()
{
    QWidget* page = m_widget->parentWidget();
    QRect busy(page->mapFromGlobal(QCursor::pos()), QSize(1, 1));
    if (!page->rect().contains(busy.topLeft()))
        busy = QRect();
    const QWidget* focus = QApplication::focusWidget();
    if (focus && page->isAncestorOf(focus) && !m_widget->isAncestorOf(focus))
        busy |= QRect(focus->mapTo(page, QPoint()), focus->size()) & page->rect();
    m_lowerEnd = rectAt(false).intersects(busy) && !rectAt(true).intersects(busy);
}

QRect Floating::rectAt(bool lowerEnd) const
{
    const QRect whole = m_part->geometry().adjusted(kEdge, kEdge, -kEdge, -kEdge);
    const int wanted = m_content->hasHeightForWidth() ? m_content->heightForWidth(whole.width())
                                                      : m_content->sizeHint().height();
    const int height = qMin(wanted, whole.height());
    const int top = lowerEnd ? whole.bottom() + 1 - height : whole.top();
    return {whole.left(), top, whole.width(), height};
}

void Floating::place()
{
    m_widget->ensurePolished();
    m_widget->setGeometry(rectAt(m_lowerEnd));
    m_widget->raise();
}

} // namespace ui

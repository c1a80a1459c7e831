// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Presenter.h"

#include <QEvent>
#include <QPainter>

namespace ui {

void Presenter::setActive(bool active)
{
    if (std::exchange(m_active, active) != active)
        Q_EMIT changed(active);
}

Veil::Veil(QWidget* target, const Presenter& presenter)
    : QWidget(target)
{
    setFocusPolicy(Qt::NoFocus);
    setVisible(presenter.active());
    setGeometry(target->rect());
    target->installEventFilter(this);
    connect(&presenter, &Presenter::changed, this, &QWidget::setVisible);
}

void Veil::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(8, 4, -8, -4), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Hidden while you present (Ctrl+Shift+H)"));
}

bool Veil::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show ||
        event->type() == QEvent::ChildAdded) {
        setGeometry(static_cast<QWidget*>(watched)->rect());
        raise();
    }
    return false;
}

} // namespace ui

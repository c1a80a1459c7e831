// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Banner.h"

#include "ui/widgets/Floating.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Tones.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace ui {

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(paragraph({}, "heading", this))
    , m_hint(paragraph({}, nullptr, this))
    , m_undo(named(button({}, {}, false, this), "bannerUndo", tr("Undo")))
    , m_cancel(named(button({}, {}, false, this), "bannerCancel", tr("Dismiss")))
{
    setProperty("role", QStringLiteral("banner"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 9, 12, 9);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(m_text);
    column->addWidget(m_hint);
    row->addLayout(column, 1);
    row->addWidget(m_undo);
    row->addWidget(m_cancel);
    m_undo->hide();
    m_cancel->hide();
    connect(m_undo, &QPushButton::clicked, this, [this] {
        const auto run = std::exchange(m_runUndo, {});
        giveFocusBack();
        hide();
        if (run)
            run();
    });
    connect(m_cancel, &QPushButton::clicked, this, &Banner::dismiss);
    hide();
}

void Banner::show(Tone tone, const QString& text, const QString& hint)
{
    setStyleProperty(this, "banner", toneWord(tone));
    m_icon->setPixmap(iconPixmap(toneIcon(tone), toneColour(tone, palette()), 18, devicePixelRatioF()));
    const bool changed = m_text->text() != text;
    m_text->setText(text);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    giveFocusBack();
    m_undo->hide();
    m_runUndo = {};
    m_cancel->setText({});
    m_cancel->setIcon(icon(QStringLiteral("x")));
    m_cancel->setAccessibleName(tr("Dismiss"));
    m_cancel->setToolTip(tr("Dismiss (Esc)"));
    m_cancel->setVisible(m_floats);
    setAccessibleName(text);
    setAccessibleDescription(hint);
    setVisible(!text.isEmpty());
    if (changed && !text.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void Banner::setUndo(const QString& text, std::function<void()> undo)
{
    m_runUndo = std::move(undo);
    m_undo->setText(text);
    m_undo->setAccessibleName(text);
    m_undo->show();
}

void Banner::ask(const QString& question, const QString& hint, const QString& action,
                 std::function<void()> run)
{
    show(Tone::Warning, question, hint);
    setUndo(action, std::move(run));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setIcon({});
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setToolTip(tr("Esc"));
    m_cancel->show();
    m_before = window()->focusWidget();
    m_cancel->setFocus();
}

void Banner::layOver(QWidget* part)
{
    m_floats = true;
    new Floating(this, part);
}

bool Banner::dismiss()
{
    if (!isVisible() || m_cancel->isHidden())
        return false;
    m_runUndo = {};
    giveFocusBack();
    hide();
    return true;
}

/// Before a button with the focus goes away, which would hand it to any other.
void Banner::giveFocusBack()
{
    const QWidget* focus = window()->focusWidget();
    const QPointer<QWidget> before = std::exchange(m_before, {});
    if (before && focus && isAncestorOf(focus) && before->isVisible() && before->isEnabled())
        before->setFocus();
}

QString Banner::text() const
{
    return m_text->text();
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Banner.h"

#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Tones.h"

#include <QAccessible>
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
    m_undo->hide();
    connect(m_undo, &QPushButton::clicked, this, [this] {
        const auto run = std::exchange(m_runUndo, {});
        hide();
        if (run)
            run();
    });
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
    m_undo->hide();
    m_runUndo = {};
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

QString Banner::text() const
{
    return m_text->text();
}

} // namespace ui

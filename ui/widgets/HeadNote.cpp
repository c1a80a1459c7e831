// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/HeadNote.h"

#include "ui/widgets/Banner.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Tones.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace ui {
namespace {

constexpr int kIcon = 18;

} // namespace

HeadNote::HeadNote(const QString& action, QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(label({}, "heading", this))
    , m_button(named(button(action, {}, false, this), "endState", action))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_icon);
    m_text->setMinimumWidth(1); // large text takes from it, not from the button
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &HeadNote::clicked);
    hide();
}

void HeadNote::show(const QString& text)
{
    const bool changed = m_text->text() != text;
    m_icon->setPixmap(iconPixmap(toneIcon(Tone::Warning), toneColour(Tone::Warning, palette()), kIcon,
                                 devicePixelRatioF()));
    m_text->setText(text);
    setToolTip(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (changed && !text.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Countdown.h"

#include "ui/widgets/CountdownText.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Ticker.h"
#include "ui/widgets/Tones.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace ui {

Countdown::Countdown(Ticker& ticker, QWidget* parent)
    : QWidget(parent)
    , m_ticker(ticker)
    , m_icon(new QLabel(this))
    , m_text(label({}, nullptr, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addStretch(1);
    named(this, "timeLeft", tr("Time left"));
    m_icon->setFixedWidth(18);
    connect(&ticker, &Ticker::ticked, this, &Countdown::refresh);
}

void Countdown::setToken(qint64 issuedAt, qint64 expiresAt)
{
    m_issuedAt = issuedAt;
    m_expiresAt = expiresAt;
    m_counting = true;
    m_lastLeft = expiresAt - m_ticker.clock().now();
    refresh(m_ticker.clock().now());
}

void Countdown::clear(const QString& text)
{
    m_counting = false;
    m_icon->clear();
    m_text->setText(text);
    m_text->setPalette({});
    setAccessibleDescription(text);
}

QString Countdown::text() const
{
    return m_text->text();
}

void Countdown::refresh(qint64 now)
{
    if (!m_counting)
        return;
    const CountdownText words = countdownText(now, m_issuedAt, m_expiresAt);
    const QColor colour = toneColour(words.tone, palette());
    m_icon->setPixmap(iconPixmap(countdownIcon(words.tone), colour, 16, devicePixelRatioF()));
    QPalette painted = m_text->palette();
    painted.setColor(QPalette::WindowText, colour);
    m_text->setPalette(painted);
    m_text->setText(words.text);
    setAccessibleDescription(words.text);

    const qint64 left = m_expiresAt - now;
    const auto passes = [&](qint64 mark) { return m_lastLeft > mark && left <= mark; };
    if (passes(600) || passes(60) || passes(0)) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    m_lastLeft = left;
}

} // namespace ui

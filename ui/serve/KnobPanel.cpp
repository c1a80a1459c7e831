// SPDX-License-Identifier: Apache-2.0
#include "ui/serve/KnobPanel.h"

#include "core/base/Duration.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/widgets/Helpers.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace ui {
namespace {

using tokenserver::TokenFault;

constexpr TokenFault kFaults[] = {TokenFault::None, TokenFault::Wrong, TokenFault::Expired,
                                  TokenFault::Forged, TokenFault::OtherUser};

QString delayText(std::chrono::milliseconds delay)
{
    if (delay.count() == 0)
        return {};
    return delay.count() % 1000 == 0 ? text::q(base::formatDuration(delay.count() / 1000))
                                     : QStringLiteral("%1ms").arg(delay.count());
}

} // namespace

KnobPanel::KnobPanel(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    const auto caption = [&](const QString& text, QWidget* field) {
        auto* made = label(text);
        made->setBuddy(field);
        column->addWidget(made);
        column->addWidget(field);
    };
    m_kind = named(new QComboBox, "knobKind", tr("Tokens handed out"));
    m_kind->addItems({tr("as asked for"), tr("of the other kind"), tr("expired"),
                      tr("signed with another certificate"), tr("for another user")});
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    caption(tr("Tokens handed out"), m_kind);
    m_lifetime = addFieldRow(column, tr("Their lifetime"), "knobLifetime");
    m_lifetime.edit->setPlaceholderText(tr("as asked for; 10s, 5m"));
    m_delay = addFieldRow(column, tr("Delay of every answer"), "knobDelay");
    m_delay.edit->setPlaceholderText(tr("none; 2s, 300ms"));
    m_fail = named(new QSpinBox, "knobFail", tr("Requests that fail"));
    m_fail->setRange(0, 100);
    m_fail->setSuffix(tr(" %", "percent"));
    caption(tr("Requests that fail"), m_fail);
    m_status = addFieldRow(column, tr("With the status"), "knobStatus");
    m_status.edit->setPlaceholderText(tr("500; alone it is every answer"));
    for (const FieldRow* row : {&m_lifetime, &m_delay, &m_status})
        connect(row->edit, &QLineEdit::textChanged, this, &KnobPanel::read);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &KnobPanel::read);
    connect(m_fail, &QSpinBox::valueChanged, this, &KnobPanel::read);
}

void KnobPanel::show(const tokenserver::Knobs& knobs)
{
    m_filling = true;
    m_lifetime.edit->setText(knobs.lifetime ? text::q(base::formatDuration(*knobs.lifetime)) : QString());
    const auto* fault = std::find(std::begin(kFaults), std::end(kFaults), knobs.fault);
    m_kind->setCurrentIndex(static_cast<int>(fault - std::begin(kFaults)));
    m_delay.edit->setText(delayText(knobs.delay));
    m_fail->setValue(knobs.failPercent);
    m_status.edit->setText(knobs.status ? QString::number(*knobs.status) : QString());
    for (const FieldRow* row : {&m_lifetime, &m_delay, &m_status})
        row->setError({});
    m_filling = false;
}

void KnobPanel::read()
{
    if (m_filling)
        return;
    tokenserver::Knobs knobs;
    knobs.fault = kFaults[qMax(0, m_kind->currentIndex())];
    knobs.failPercent = m_fail->value();
    const std::pair<const char*, const FieldRow*> rows[] = {
        {"lifetime", &m_lifetime}, {"delay", &m_delay}, {"status", &m_status}};
    for (const auto& [name, row] : rows) {
        const std::string value = row->edit->text().trimmed().toStdString();
        const auto set = value.empty() ? base::Result<>() : knobs.set(name + ('=' + value));
        row->setError(set ? QString() : text::errorText(set.error()).explanation());
    }
    Q_EMIT changed(knobs);
}

} // namespace ui

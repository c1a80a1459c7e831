// SPDX-License-Identifier: Apache-2.0
#include "ui/serve/KnobPanel.h"

#include "ui/widgets/Helpers.h"
#include "ui/widgets/KnobRows.h"

#include <QComboBox>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace ui {
namespace {

using tokenserver::TokenFault;

constexpr TokenFault kFaults[] = {TokenFault::None, TokenFault::Wrong, TokenFault::Expired,
                                  TokenFault::Forged, TokenFault::OtherUser};

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
    m_rows = new KnobRows(this);
    m_rows->add(column, "lifetime", tr("Their lifetime"), "knobLifetime", tr("as asked for; 10s, 5m"));
    m_rows->add(column, "delay", tr("Delay of every answer"), "knobDelay", tr("none; 2s, 300ms"));
    m_fail = named(new QSpinBox, "knobFail", tr("Requests that fail"));
    m_fail->setRange(0, 100);
    m_fail->setSuffix(tr(" %", "percent"));
    caption(tr("Requests that fail"), m_fail);
    m_rows->add(column, "status", tr("With the status"), "knobStatus", tr("500; alone it is every answer"));
    connect(m_rows, &KnobRows::edited, this, &KnobPanel::read);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &KnobPanel::read);
    connect(m_fail, &QSpinBox::valueChanged, this, &KnobPanel::read);
}

void KnobPanel::show(const tokenserver::Knobs& knobs)
{
    m_filling = true;
    m_rows->show(knobs.text());
    const auto* fault = std::find(std::begin(kFaults), std::end(kFaults), knobs.fault);
    m_kind->setCurrentIndex(static_cast<int>(fault - std::begin(kFaults)));
    m_fail->setValue(knobs.failPercent);
    m_filling = false;
}

void KnobPanel::read()
{
    if (m_filling)
        return;
    tokenserver::Knobs knobs;
    knobs.fault = kFaults[qMax(0, m_kind->currentIndex())];
    knobs.failPercent = m_fail->value();
    m_rows->read(knobs);
    Q_EMIT changed(knobs);
}

} // namespace ui

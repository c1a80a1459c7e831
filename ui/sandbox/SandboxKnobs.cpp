// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/SandboxKnobs.h"

#include "ui/widgets/KnobRows.h"

#include <QVBoxLayout>

namespace ui {

SandboxKnobs::SandboxKnobs(QWidget* parent)
    : QWidget(parent)
    , m_rows(new KnobRows(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    const QString percent = tr("none; 5%");
    m_rows->add(column, "clock", tr("Its clock is off by"), "knobClock", tr("nothing; -300s, 5m, 1d"));
    m_rows->add(column, "latency", tr("Latency of every answer"), "knobLatency", tr("none; 200ms, 2s"));
    m_rows->add(column, "rate", tr("Most calls in a second"), "knobRate", tr("any number; 100/s"));
    m_rows->add(column, "lifetime", tr("Longest token lifetime"), "knobLifetime", tr("as they say; 10s, 5m"));
    m_rows->add(column, "fail.messages", tr("Failing messages"), "knobFailMessages", percent);
    m_rows->add(column, "fail.users", tr("Failing user calls"), "knobFailUsers", percent);
    m_rows->add(column, "fail.tokens", tr("Failing token calls"), "knobFailTokens", percent);
    m_rows->add(column, "fail.groups", tr("Failing group calls"), "knobFailGroups", percent);
    m_rows->add(column, "fail.rooms", tr("Failing room calls"), "knobFailRooms", percent);
    m_rows->add(column, "fail.contacts", tr("Failing contact calls"), "knobFailContacts", percent);
    m_rows->add(column, "fail.presence", tr("Failing presence calls"), "knobFailPresence", percent);
    connect(m_rows, &KnobRows::edited, this, [this] {
        sandbox::Knobs knobs;
        m_rows->read(knobs);
        Q_EMIT changed(knobs);
    });
}

void SandboxKnobs::show(const sandbox::Knobs& knobs)
{
    m_rows->show(knobs.text());
}

} // namespace ui

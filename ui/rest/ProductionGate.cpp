// SPDX-License-Identifier: Apache-2.0
#include "ui/rest/ProductionGate.h"

#include "ui/widgets/Helpers.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

ProductionGate::ProductionGate(QWidget* parent)
    : QFrame(parent)
    , m_text(paragraph({}))
    , m_name(named(new QLineEdit, "confirmProject", tr("Name of the project")))
    , m_send(named(button(tr("Send to production"), QStringLiteral("send")), "sendToProduction",
                   tr("Send to production")))
{
    setProperty("role", QStringLiteral("banner"));
    setProperty("banner", QStringLiteral("bad"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    column->addWidget(paragraph(tr("This changes a production project"), "heading"));
    column->addWidget(m_text);
    auto* cancel = named(button(tr("Cancel")), "cancelProduction", tr("Cancel"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_send);
    row->addWidget(cancel);
    column->addLayout(row);
    connect(m_name, &QLineEdit::textChanged, this, &ProductionGate::check);
    connect(m_name, &QLineEdit::returnPressed, this, &ProductionGate::accept);
    connect(m_send, &QPushButton::clicked, this, &ProductionGate::accept);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void ProductionGate::ask(const QString& project, const QString& call)
{
    m_project = project;
    m_text->setText(tr("%1\nReal users may be touched. Type “%2” to send it.").arg(call, project));
    m_name->setPlaceholderText(project);
    m_name->clear();
    check();
    show();
    m_name->setFocus();
}

void ProductionGate::check()
{
    m_send->setEnabled(m_name->text() == m_project);
}

void ProductionGate::accept()
{
    if (!m_send->isEnabled())
        return;
    hide();
    Q_EMIT passed();
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/AnswerForm.h"

#include "core/base/Time.h"
#include "core/text/Format.h"
#include "ui/shell/Answers.h"
#include "ui/widgets/Helpers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kLowestStatus = 100;
constexpr int kHighestStatus = 599;

} // namespace

AnswerForm::AnswerForm(Context& context)
    : m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_last = named(button(tr("Last answer of REST"), QStringLiteral("history")), "lastAnswer",
                   tr("Take the last answer of the page REST"));
    m_last->setToolTip(tr("With the token that was sent and the endpoint that was called."));
    column->addWidget(m_last);
    m_status = addFieldRow(column, tr("HTTP status"), "answerStatus");
    m_status.edit->setPlaceholderText(tr("401; empty: no answer known"));
    auto* caption = label(tr("Body"));
    m_body = named(new QPlainTextEdit, "answerBody", tr("Body of the answer"));
    m_body->setPlaceholderText(QStringLiteral("{\"error\": \"unauthorized\", ...}"));
    m_body->setTabChangesFocus(true);
    m_body->setFont(monospace());
    m_body->setMinimumHeight(m_body->fontMetrics().lineSpacing() * 3 + 14);
    m_body->setMaximumHeight(m_body->fontMetrics().lineSpacing() * 6 + 14);
    caption->setBuddy(m_body);
    column->addWidget(caption);
    column->addWidget(m_body);
    m_date = addFieldRow(column, tr("Its Date header"), "answerDate");
    m_date.edit->setPlaceholderText(QStringLiteral("Tue, 24 Nov 2026 09:30:00 GMT"));
    for (const FieldRow& row : {m_status, m_date})
        connect(row.edit, &QLineEdit::textChanged, this, &AnswerForm::read);
    connect(m_body, &QPlainTextEdit::textChanged, this, &AnswerForm::read);
    connect(m_last, &QPushButton::clicked, this, &AnswerForm::lastWanted);
    const auto enable = [this] { m_last->setEnabled(m_context.answers.last().has_value()); };
    connect(&context.answers, &Answers::changed, this, enable);
    enable();
}

/// Something was typed or pasted: when it was asked and came is not known any more.
void AnswerForm::read()
{
    m_sentMs = m_receivedMs = 0;
    bool isNumber = false;
    const QString status = m_status.edit->text().trimmed();
    const int number = status.toInt(&isNumber);
    m_status.setError(status.isEmpty() || (isNumber && number >= kLowestStatus && number <= kHighestStatus)
                          ? QString()
                          : tr("A status has three digits, such as 401."));
    const std::string date = m_date.edit->text().trimmed().toStdString();
    m_date.setError(date.empty() || base::parseHttpDate(date)
                        ? QString()
                        : tr("An HTTP date looks like “Tue, 24 Nov 2026 09:30:00 GMT”."));
    Q_EMIT changed();
}

std::optional<diagnosis::Received> AnswerForm::received() const
{
    const int status = m_status.edit->text().trimmed().toInt();
    if (status < kLowestStatus || status > kHighestStatus)
        return std::nullopt;
    return diagnosis::Received{status, m_body->toPlainText().toStdString(),
                               m_date.edit->text().trimmed().toStdString(), m_sentMs, m_receivedMs};
}

void AnswerForm::set(const diagnosis::Received& received)
{
    {
        const QSignalBlocker quiet(this);
        m_status.edit->setText(received.status == 0 ? QString() : QString::number(received.status));
        m_body->setPlainText(text::q(received.body));
        m_date.edit->setText(text::q(received.date));
        m_sentMs = received.sentMs;
        m_receivedMs = received.receivedMs;
    }
    Q_EMIT changed();
}

void AnswerForm::clear()
{
    set({});
}

QVariantMap AnswerForm::state() const
{
    return {{QStringLiteral("status"), m_status.edit->text()},
            {QStringLiteral("body"), m_body->toPlainText()},
            {QStringLiteral("date"), m_date.edit->text()},
            {QStringLiteral("sent"), static_cast<qlonglong>(m_sentMs)},
            {QStringLiteral("received"), static_cast<qlonglong>(m_receivedMs)}};
}

void AnswerForm::restore(const QVariantMap& state)
{
    set({state.value(QStringLiteral("status")).toInt(),
         state.value(QStringLiteral("body")).toString().toStdString(),
         state.value(QStringLiteral("date")).toString().toStdString(),
         state.value(QStringLiteral("sent")).toLongLong(),
         state.value(QStringLiteral("received")).toLongLong()});
}

} // namespace ui

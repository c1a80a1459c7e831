// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/KnobRows.h"

#include "core/text/ErrorText.h"
#include "core/text/Format.h"

#include <QHash>
#include <QLineEdit>

namespace ui {

void KnobRows::add(QVBoxLayout* column, const char* knob, const QString& title, const char* objectName,
                   const QString& placeholder)
{
    const FieldRow row = addFieldRow(column, title, objectName);
    row.edit->setPlaceholderText(placeholder);
    connect(row.edit, &QLineEdit::textChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
    m_rows.emplace_back(knob, row);
}

void KnobRows::show(const std::string& text)
{
    QHash<QString, QString> values;
    for (const QString& knob : text::q(text).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        values.insert(knob.section(QLatin1Char('='), 0, 0), knob.section(QLatin1Char('='), 1));
    m_filling = true;
    for (const auto& [name, row] : m_rows) {
        row.edit->setText(values.value(text::q(name)));
        row.setError({});
    }
    m_filling = false;
}

std::string KnobRows::valueOf(const FieldRow& row)
{
    return row.edit->text().trimmed().toStdString();
}

void KnobRows::showResult(const FieldRow& row, const base::Result<>& result)
{
    row.setError(result ? QString() : text::errorText(result.error()).explanation());
}

} // namespace ui

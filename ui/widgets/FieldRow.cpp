// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/FieldRow.h"

#include "ui/widgets/Helpers.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

void showFieldError(QWidget* input, QLabel* errorLabel, const QString& text)
{
    errorLabel->setText(text);
    errorLabel->setVisible(!text.isEmpty());
    input->setAccessibleDescription(text.isEmpty() ? input->toolTip() : text);
    setStyleProperty(input, "invalid", !text.isEmpty());
}

QLabel* makeErrorLabel()
{
    QLabel* made = paragraph({}, "error");
    made->hide();
    return made;
}

FieldRow addFieldRow(QVBoxLayout* column, const QString& title, const char* objectName)
{
    QLabel* caption = label(title);
    const FieldRow row{named(new QLineEdit, objectName, title), makeErrorLabel()};
    caption->setBuddy(row.edit);
    column->addWidget(caption);
    column->addWidget(row.edit);
    column->addWidget(row.error);
    return row;
}

} // namespace ui

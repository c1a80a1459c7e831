// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QLabel;
class QLineEdit;
class QVBoxLayout;
class QWidget;

namespace ui {

/// Marks an input as faulty and says why in the label below it; an empty text takes the mark away.
void showFieldError(QWidget* input, QLabel* errorLabel, const QString& text);

/// The hidden label for a field's error.
[[nodiscard]] QLabel* makeErrorLabel();

/// A one-line field under its caption, with room for an error below.
struct FieldRow
{
    QLineEdit* edit = nullptr;
    QLabel* error = nullptr;

    void setError(const QString& text) const { showFieldError(edit, error, text); }
};

/// Adds caption, field and error label to `column`. `title` is the accessible name too.
[[nodiscard]] FieldRow addFieldRow(QVBoxLayout* column, const QString& title, const char* objectName);

} // namespace ui

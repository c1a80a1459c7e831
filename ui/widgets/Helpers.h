// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QString>
#include <QWidget>

class QScrollArea;
class QTableView;
class QVBoxLayout;

namespace ui {

/// Gives a widget the name by which tests and assistive technology find it. `objectName` is fixed,
/// `accessible` is shown to people and translated.
template<class Widget>
Widget* named(Widget* widget, const char* objectName, const QString& accessible)
{
    widget->setObjectName(QLatin1String(objectName));
    widget->setAccessibleName(accessible);
    return widget;
}

/// A label with a role of the style sheet: title, heading, muted, key, error.
[[nodiscard]] QLabel* label(const QString& text, const char* role = nullptr, QWidget* parent = nullptr);

/// A label that wraps and whose text can be selected.
[[nodiscard]] QLabel* paragraph(const QString& text, const char* role = nullptr, QWidget* parent = nullptr);

/// A push button with a Lucide icon in the palette's text colour.
[[nodiscard]] QPushButton* button(const QString& text, const QString& iconName = {}, bool primary = false,
                                  QWidget* parent = nullptr);

/// A white, rounded frame with a vertical layout inside.
[[nodiscard]] QFrame* card(QWidget* parent = nullptr);

/// A scroll area around `content`, which takes its width.
[[nodiscard]] QScrollArea* scrolled(QWidget* content);

/// Rows selected as a whole, nothing edited, no grid: what every table of facts has in common.
void setUpTable(QTableView& table);

/// Fills `page` with a scrolled column and returns the column: for pages that may be longer than the window.
[[nodiscard]] QVBoxLayout* scrolledColumn(QWidget* page);

/// Scrolls the nearest scrolled column so that as much of `widget` is in sight as there is room for.
void bringIntoSight(QWidget* widget);

/// Assistive technology selects a row of a list, or an entry of a closed combo box, and leaves the current
/// one where it was (Qt's accessible cells do). This makes what was selected the current one, for `widget`
/// and all that is in it. A combo box then says `activated`, as when a person chooses.
void followSelection(QWidget* widget);

/// Sets a property that the style sheet looks at and has the widget drawn anew.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

/// The fixed-width font of the system in the size of the application's font.
[[nodiscard]] QFont monospace();

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

class QAbstractButton;
class QAbstractItemView;
class QModelIndex;
class QPlainTextEdit;

namespace ui {

/// The menu of a row of a table, list or tree: copy the value, copy the row, and what the page offers for it
/// (offerInMenu, or any action of the view). By the right button, the Menu key and Shift+F10. In a text of
/// lines (setLineMenu) the line takes the place of the row.
class RowMenu final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowMenu)

public:
    /// Takes what was copied; `secret`: to be cleared from the clipboard again.
    using Copy = std::function<void(const QString& text, bool secret)>;

    RowMenu(QAbstractItemView* view, Copy copy);
    RowMenu(QPlainTextEdit* lines, Copy copy);

    [[nodiscard]] bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void popUp(const QPoint& global, const QModelIndex& index);
    void popUpLine(const QPoint& global);
    [[nodiscard]] bool askedByKeyboard();
    void copy(const QString& text) const;

    QAbstractItemView* m_view = nullptr;
    QPlainTextEdit* m_lines = nullptr;
    Copy m_copy;
};

/// The button's work also stands in the menu of the view's rows, under the button's words, while the button
/// is there to be pressed.
void offerInMenu(QAbstractItemView* view, QAbstractButton* button);

/// The text is made of lines `name: value`, of which each can be copied.
void setLineMenu(QPlainTextEdit* lines);

/// Gives every table, list, tree and text of lines in `page` its menu.
void addRowMenus(QWidget* page, const RowMenu::Copy& copy);

} // namespace ui

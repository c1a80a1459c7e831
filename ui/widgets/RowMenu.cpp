// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/RowMenu.h"

#include "core/redact/Redactor.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Presenter.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTextBlock>

#include <algorithm>

namespace ui {
namespace {

constexpr auto kLines = "lineMenu"; // property of a text that is made of lines

/// The texts of the row in the order in which they are seen, parted by tabs as a spreadsheet takes them.
QString rowText(const QAbstractItemView* view, const QModelIndex& index)
{
    const auto* table = qobject_cast<const QTableView*>(view);
    QStringList texts;
    for (int at = 0; at < view->model()->columnCount(index.parent()); ++at) {
        const int column = table ? table->horizontalHeader()->logicalIndex(at) : at;
        if (!table || !table->isColumnHidden(column))
            texts << index.siblingAtColumn(column).data().toString();
    }
    return texts.join(QLatin1Char('\t'));
}

bool isOfAComboBox(const QWidget* view)
{
    const QWidget* parent = view->parentWidget();
    return parent && parent->inherits("QComboBoxPrivateContainer");
}

bool asksForMenu(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Menu ||
           (event.key() == Qt::Key_F10 && event.modifiers() == Qt::ShiftModifier);
}

} // namespace

RowMenu::RowMenu(QAbstractItemView* view, Copy copy)
    : QObject(view)
    , m_view(view)
    , m_copy(std::move(copy))
{
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
}

RowMenu::RowMenu(QPlainTextEdit* lines, Copy copy)
    : QObject(lines)
    , m_lines(lines)
    , m_copy(std::move(copy))
{
    lines->installEventFilter(this);
    lines->viewport()->installEventFilter(this);
}

bool RowMenu::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && asksForMenu(*static_cast<QKeyEvent*>(event)))
        return askedByKeyboard();
    if (event->type() != QEvent::ContextMenu)
        return QObject::eventFilter(watched, event);
    const auto* asked = static_cast<QContextMenuEvent*>(event);
    if (asked->reason() == QContextMenuEvent::Keyboard)
        return askedByKeyboard();
    if (m_lines) {
        m_lines->setTextCursor(
            m_lines->cursorForPosition(m_lines->viewport()->mapFromGlobal(asked->globalPos())));
        popUpLine(asked->globalPos());
        return true;
    }
    const QModelIndex index = m_view->indexAt(m_view->viewport()->mapFromGlobal(asked->globalPos()));
    if (index.isValid()) {
        m_view->setCurrentIndex(index);
        popUp(asked->globalPos(), index);
    }
    return true;
}

bool RowMenu::askedByKeyboard()
{
    if (m_lines) {
        popUpLine(m_lines->viewport()->mapToGlobal(m_lines->cursorRect().bottomLeft()));
        return true;
    }
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return true;
    m_view->scrollTo(index);
    popUp(m_view->viewport()->mapToGlobal(m_view->visualRect(index).bottomLeft()), index);
    return true;
}

void RowMenu::popUp(const QPoint& global, const QModelIndex& index)
{
    auto* menu = new QMenu(m_view);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString value = index.data().toString();
    const QString row = rowText(m_view, index);
    menu->addAction(icon(QStringLiteral("copy")), tr("Copy value"), this, [this, value] { copy(value); })
        ->setEnabled(!value.isEmpty());
    if (m_view->model()->columnCount(index.parent()) > 1)
        menu->addAction(tr("Copy row"), this, [this, row] { copy(row); });
    menu->addSeparator();
    menu->addActions(m_view->actions());
    menu->popup(global);
}

void RowMenu::popUpLine(const QPoint& global)
{
    QMenu* menu = m_lines->createStandardContextMenu();
    menu->setParent(m_lines, Qt::Popup);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString line = m_lines->textCursor().block().text();
    const QString value = line.section(QLatin1String(": "), 1);
    auto* copyValue = new QAction(icon(QStringLiteral("copy")), tr("Copy value"), menu);
    auto* copyRow = new QAction(tr("Copy row"), menu);
    copyValue->setEnabled(!value.isEmpty());
    copyRow->setEnabled(!line.isEmpty());
    connect(copyValue, &QAction::triggered, this, [this, value] { copy(value); });
    connect(copyRow, &QAction::triggered, this, [this, line] { copy(line); });
    menu->insertActions(menu->actions().value(0), {copyValue, copyRow});
    menu->popup(global);
}

/// What is veiled for presenters, and what the redactor would hide, is a secret.
void RowMenu::copy(const QString& text) const
{
    const QWidget* widget = m_view ? static_cast<const QWidget*>(m_view) : m_lines;
    const std::string bytes = text.toStdString();
    const bool veiled = widget->findChild<Veil*>(QString(), Qt::FindDirectChildrenOnly) != nullptr;
    m_copy(text, veiled || redact::Redactor().text(bytes) != bytes);
}

void offerInMenu(QAbstractItemView* view, QAbstractButton* button)
{
    auto* action = new QAction(button->icon(), button->accessibleName(), view);
    view->addAction(action);
    QObject::connect(action, &QAction::triggered, button, &QAbstractButton::click);
    // The menu reads the action when it opens: what the button says and whether it can be pressed, as of
    // then.
    class Follow final : public QObject
    {
    public:
        Follow(QAction* action, QAbstractButton* button)
            : QObject(action)
            , m_action(action)
            , m_button(button)
        {
            button->installEventFilter(this);
            follow();
        }
        bool eventFilter(QObject* watched, QEvent* event) override
        {
            switch (event->type()) {
            case QEvent::EnabledChange:
            case QEvent::ShowToParent:
            case QEvent::HideToParent:
            case QEvent::Paint: // a new text is followed by it
                follow();
                break;
            default:
                break;
            }
            return QObject::eventFilter(watched, event);
        }

    private:
        void follow()
        {
            m_action->setText(m_button->text().isEmpty() ? m_button->accessibleName() : m_button->text());
            m_action->setEnabled(m_button->isEnabled());
            m_action->setVisible(!m_button->isHidden());
        }
        QAction* m_action;
        QAbstractButton* m_button;
    };
    new Follow(action, button);
}

void setLineMenu(QPlainTextEdit* lines)
{
    lines->setProperty(kLines, true);
}

void addRowMenus(QWidget* page, const RowMenu::Copy& copy)
{
    for (auto* view : page->findChildren<QAbstractItemView*>()) {
        if (!isOfAComboBox(view) && !qobject_cast<QHeaderView*>(view))
            new RowMenu(view, copy);
    }
    for (auto* lines : page->findChildren<QPlainTextEdit*>()) {
        if (lines->property(kLines).toBool())
            new RowMenu(lines, copy);
    }
}

} // namespace ui

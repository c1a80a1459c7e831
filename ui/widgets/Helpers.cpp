// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Helpers.h"

#include "ui/widgets/Icons.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFontDatabase>
#include <QScrollArea>
#include <QStyle>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {
namespace {

// Queued: a person's choice selects first and becomes current right behind it.
void followView(QAbstractItemView* view)
{
    QObject::connect(
        view->selectionModel(), &QItemSelectionModel::selectionChanged, view,
        [view] {
            const QModelIndexList selected = view->selectionModel()->selectedIndexes();
            if (!selected.isEmpty() && !selected.contains(view->currentIndex()))
                view->setCurrentIndex(selected.constFirst());
        },
        Qt::QueuedConnection);
}

void followCombo(QComboBox* combo)
{
    QAbstractItemView* view = combo->view();
    const auto isChoice = [combo, view] {
        const QModelIndexList selected = view->selectionModel()->selectedIndexes();
        return !view->isVisible() && !selected.isEmpty() &&
               selected.constFirst().row() != combo->currentIndex();
    };
    const auto take = [combo, view, isChoice] {
        if (!isChoice())
            return;
        combo->setCurrentIndex(view->selectionModel()->selectedIndexes().constFirst().row());
        Q_EMIT combo->activated(combo->currentIndex());
    };
    // Asked twice: the list selects the current entry right before it opens, and what is selected while it is
    // open is a look around, also when Esc closes it right behind.
    QObject::connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, combo,
                     [combo, isChoice, take] {
                         if (isChoice())
                             QMetaObject::invokeMethod(combo, take, Qt::QueuedConnection);
                     });
}

/// A text that can be selected once the mouse is on it. Until then it is drawn as plain text: a label that
/// can be selected lays its text out as a document, many times over, and that is half of what a page takes to
/// appear.
class Paragraph final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void enterEvent(QEnterEvent* event) override
    {
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        QLabel::enterEvent(event);
    }
};

QLabel* prepared(QLabel* made, const char* role)
{
    made->setTextFormat(Qt::PlainText);
    if (role)
        made->setProperty("role", QLatin1String(role));
    if (role && qstrcmp(role, "title") == 0) { // in points, so that it grows with the desktop's text size
        QFont font = made->font();
        font.setPointSizeF(font.pointSizeF() * 1.5);
        font.setWeight(QFont::DemiBold);
        made->setFont(font);
    }
    return made;
}

} // namespace

QLabel* label(const QString& text, const char* role, QWidget* parent)
{
    return prepared(new QLabel(text, parent), role);
}

QLabel* paragraph(const QString& text, const char* role, QWidget* parent)
{
    QLabel* made = prepared(new Paragraph(text, parent), role);
    made->setWordWrap(true);
    made->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    return made;
}

QPushButton* button(const QString& text, const QString& iconName, bool primary, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setAutoDefault(false);
    if (primary)
        made->setProperty("role", QStringLiteral("primary"));
    if (!iconName.isEmpty()) {
        made->setIconSize(text.isEmpty() ? QSize(16, 16) : QSize(20, 16));
        made->setIcon(icon(iconName, primary ? QPalette::HighlightedText : QPalette::ButtonText));
    }
    return made;
}

QFrame* card(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("role", QStringLiteral("card"));
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    return frame;
}

QScrollArea* scrolled(QWidget* content)
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

void setUpTable(QTableView& table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 10);
    QHeaderView* header = table.horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
}

QVBoxLayout* scrolledColumn(QWidget* page)
{
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(14);
    scroll->setWidget(content);
    outer->addWidget(scroll);
    return column;
}

void bringIntoSight(QWidget* widget)
{
    for (QWidget* at = widget->parentWidget(); at; at = at->parentWidget()) {
        auto* scroll = qobject_cast<QScrollArea*>(at);
        if (!scroll)
            continue;
        const QPoint top = widget->mapTo(scroll->widget(), QPoint());
        scroll->ensureVisible(0, top.y() + widget->height(), 0, 0);
        scroll->ensureVisible(0, top.y(), 0, 0); // its head matters more than its end
        return;
    }
}

void followSelection(QWidget* widget)
{
    const auto follow = [](QWidget* each) {
        if (auto* combo = qobject_cast<QComboBox*>(each))
            followCombo(combo);
        else if (auto* view = qobject_cast<QAbstractItemView*>(each); view && view->selectionModel())
            followView(view);
    };
    const QList<QWidget*> within = widget->findChildren<QWidget*>();
    follow(widget);
    for (QWidget* each : within)
        follow(each);
}

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QFont monospace()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QFont().pointSizeF());
    return font;
}

} // namespace ui

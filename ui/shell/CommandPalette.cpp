// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/CommandPalette.h"

#include "ui/widgets/Colours.h"
#include "ui/widgets/Helpers.h"

#include <QHideEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

/// Text on the left, detail muted behind it, keys on the right.
class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        plain.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);

        const Colours& colours = Colours::of(option.palette);
        QRect rect = option.rect.adjusted(12, 0, -12, 0);
        painter->save();
        const QString keys = index.data(PaletteModel::KeysRole).toString();
        painter->setPen(colours.muted);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, keys);
        rect.setRight(rect.right() - option.fontMetrics.horizontalAdvance(keys) - 16);
        const QString text = index.data().toString();
        painter->setPen(colours.text);
        const QString shown = option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width());
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, shown);
        rect.setLeft(rect.left() + option.fontMetrics.horizontalAdvance(shown) + 14);
        painter->setPen(colours.muted);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data(PaletteModel::DetailRole).toString(),
                                                        Qt::ElideRight, rect.width()));
        painter->restore();
    }
};

bool isWordBorder(const QString& text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// The letters of `word` in their order within one word of `text`, the first of them at its start.
bool matchesApart(const QString& text, const QString& word)
{
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (!isWordBorder(text, start) || text[start].toCaseFolded() != word[0].toCaseFolded())
            continue;
        qsizetype next = 1;
        for (qsizetype at = start + 1; at < text.size() && text[at].isLetterOrNumber() && next < word.size();
             ++at) {
            if (text[at].toCaseFolded() == word[next].toCaseFolded())
                ++next;
        }
        if (next == word.size())
            return true;
    }
    return false;
}

/// 0 when a word is missing; higher is better.
int score(const PaletteEntry& entry, const QStringList& words)
{
    int total = 1;
    for (const QString& word : words) {
        const qsizetype at = entry.text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at == 0)
            total += 15;
        else if (at > 0)
            total += isWordBorder(entry.text, at) ? 10 : 5;
        else if (const qsizetype by = entry.words.indexOf(word, 0, Qt::CaseInsensitive); by >= 0)
            total += isWordBorder(entry.words, by) ? 8 : 3;
        else if (entry.detail.contains(word, Qt::CaseInsensitive))
            total += 3;
        else if (word.size() > 1 && (matchesApart(entry.text, word) || matchesApart(entry.words, word)))
            total += 1;
        else
            return 0;
    }
    return total;
}

} // namespace

PaletteModel::PaletteModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    filter({});
}

void PaletteModel::filter(const QString& typed)
{
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (const int points = score(m_entries[i], words))
            found.emplace_back(points, i);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    beginResetModel();
    m_shown.clear();
    for (const auto& [points, i] : found)
        m_shown.push_back(i);
    endResetModel();
}

const PaletteEntry* PaletteModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[m_shown[static_cast<std::size_t>(row)]] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const PaletteEntry* entry = at(index.row());
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return entry->text;
    case Qt::AccessibleTextRole:
        return QStringList{entry->text, entry->detail, entry->keys}.join(QLatin1String(", "));
    case DetailRole:
        return entry->detail;
    case KeysRole:
        return entry->keys;
    default:
        return {};
    }
}

CommandPalette::CommandPalette(QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_input(named(new QLineEdit(this), "paletteInput", tr("Search commands")))
    , m_list(named(new QListView(this), "paletteList", tr("Matching commands")))
    , m_nothing(paragraph({}, "muted", this))
{
    named(this, "commandPalette", tr("Command palette"));
    setWindowTitle(tr("Command palette"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_input);
    layout->addWidget(m_list, 1);
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    m_nothing->setContentsMargins(10, 8, 10, 8);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_nothing, 1);
    m_input->setPlaceholderText(tr("Type a command, a page or an endpoint"));
    m_input->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    connect(m_input, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_model.filter(typed);
        showFound();
    });
    connect(m_input, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::open(std::vector<PaletteEntry> entries)
{
    m_model.setEntries(std::move(entries));
    m_input->clear();
    showFound();
    if (!isVisible())
        m_before = parentWidget()->focusWidget();
    const QRect area = parentWidget()->geometry();
    const QSize size(qMin(640, area.width() - 40), qMin(440, area.height() - 80));
    setGeometry(QRect(QPoint(area.center().x() - size.width() / 2, area.top() + 60), size));
    show();
    m_input->setFocus();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::hideEvent(QHideEvent* event)
{
    QDialog::hideEvent(event);
    if (m_before && m_before->isVisible() && m_before->isEnabled())
        m_before->setFocus();
}

void CommandPalette::runCurrent()
{
    const PaletteEntry* entry = m_model.at(m_list->currentIndex().row());
    if (!entry) {
        const QString typed = m_input->text();
        close();
        return Q_EMIT manualWanted(typed);
    }
    const auto run = entry->run;
    close();
    // After the palette has given the focus back, so that the command finds it where it was.
    QTimer::singleShot(0, parentWidget(), run);
}

void CommandPalette::showFound()
{
    const bool nothing = m_model.rowCount() == 0;
    m_list->setVisible(!nothing);
    m_nothing->setVisible(nothing);
    m_nothing->setText(
        nothing ? tr("Nothing found for “%1”. Write less of the word, or another one: a page (mint), a "
                     "setting (dark), an endpoint (create group) or its path (/users). Enter looks it "
                     "up in the manual.")
                      .arg(m_input->text())
                : QString());
    m_input->setAccessibleDescription(m_nothing->text());
    m_list->setCurrentIndex(m_model.index(0));
}

} // namespace ui

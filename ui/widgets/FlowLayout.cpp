// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/FlowLayout.h"

#include <algorithm>
#include <utility>

namespace ui {

FlowLayout::FlowLayout(int gap)
    : m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

/// In one line, if there is the room.
QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        size = {size.width() + (size.width() > 0 ? m_gap : 0) + hint.width(),
                std::max(size.height(), hint.height())};
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

/// The height that it takes.
/// What is lower than its line stands in the middle of it.
int FlowLayout::arrange(const QRect& rect, bool move) const
{
    const bool leftwards = parentWidget() && parentWidget()->layoutDirection() == Qt::RightToLeft;
    int x = 0;
    int y = 0;
    int line = 0;
    std::vector<std::pair<QLayoutItem*, QRect>> placed; // of this line
    const auto endLine = [&] {
        for (const auto& [item, place] : placed) {
            if (move)
                item->setGeometry(place.translated(0, (line - place.height()) / 2));
        }
        placed.clear();
    };
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        const int width = std::min(hint.width(), rect.width());
        if (x > 0 && x + width > rect.width()) {
            endLine();
            x = 0;
            y += line + m_gap;
            line = 0;
        }
        placed.emplace_back(item.get(), QRect(leftwards ? rect.right() + 1 - x - width : rect.x() + x,
                                              rect.y() + y, width, hint.height()));
        x += width + m_gap;
        line = std::max(line, hint.height());
    }
    endLine();
    return y + line;
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace ui {

/// A table that asks for no more height than its minimum, and takes what there is.
class ShortTable final : public QTableView
{
public:
    using QTableView::QTableView;

    [[nodiscard]] QSize sizeHint() const override
    {
        return {QTableView::sizeHint().width(), minimumHeight()};
    }
};

} // namespace ui

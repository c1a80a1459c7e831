// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace ui {

/// Lays a message or a question over a part of a page, so that nothing moves when it comes: over the upper
/// end, or over the lower one where the pointer or the control that has the focus is at the upper.
class Floating final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Floating)

public:
    /// `widget` is a child of the page and in no layout; `part` is a child of the same page.
    Floating(QWidget* widget, QWidget* part);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void chooseEnd();
    void place();
    [[nodiscard]] QRect rectAt(bool lowerEnd) const;

    QWidget* m_widget;
    QWidget* m_part;
    QWidget* m_content; ///< what says how high it is: inside, where it scrolls
    bool m_lowerEnd = false;
};

} // namespace ui

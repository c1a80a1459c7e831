// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

/// A state that one should not forget, in the head of a page with a button that ends it. The head has the
/// room for it all the time, so that nothing moves when it comes.
class HeadNote final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeadNote)

public:
    HeadNote(const QString& action, QWidget* parent = nullptr);

    /// An empty text takes it away.
    void show(const QString& text);

Q_SIGNALS:
    void clicked();

private:
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace ui

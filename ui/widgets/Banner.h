// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace ui {

enum class Tone { Info, Good, Warning, Bad };

/// A framed message with icon and, where there is one, a hint. In place of a dialog for everything that can
/// be mended. Announced to screen readers when its text changes.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(QWidget* parent = nullptr);

    void show(Tone tone, const QString& text, const QString& hint = {});
    /// A button on the right that runs `undo` once. The next `show` takes it away.
    void setUndo(const QString& text, std::function<void()> undo);
    [[nodiscard]] QString text() const;

private:
    QLabel* m_icon;
    QLabel* m_text;
    QLabel* m_hint;
    QPushButton* m_undo;
    std::function<void()> m_runUndo;
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QPointer>

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
    /// A question: `action` names what its button does, beside Cancel, which has the focus.
    void ask(const QString& question, const QString& hint, const QString& action, std::function<void()> run);
    /// Lays it over `part` of the page, in place of a row of its own that would move what is below it. It can
    /// be dismissed then.
    void layOver(QWidget* part);
    /// Takes the message away, or answers the question with no, and gives the focus back. False when there
    /// is nothing that can be taken away.
    bool dismiss();
    [[nodiscard]] QString text() const;

private:
    void giveFocusBack();

    QLabel* m_icon;
    QLabel* m_text;
    QLabel* m_hint;
    QPushButton* m_undo;
    QPushButton* m_cancel;
    bool m_floats = false;
    QPointer<QWidget> m_before; ///< had the focus when it was asked
    std::function<void()> m_runUndo;
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;

namespace ui {

/// Below the field of a new passphrase: how hard it is to guess, in a word and a bar. Nothing while the field
/// is empty. What is too easy to guess is refused by whoever makes the key; `isEnough` says so before.
class StrengthMeter final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StrengthMeter)

public:
    explicit StrengthMeter(QLineEdit* passphrase, QWidget* parent = nullptr);

    [[nodiscard]] bool isEnough() const { return m_enough; }

Q_SIGNALS:
    /// What is typed was looked at.
    void judged();

private:
    void estimate(const QString& passphrase);

    QProgressBar* m_bar;
    QLabel* m_word;
    bool m_enough = false;
};

} // namespace ui

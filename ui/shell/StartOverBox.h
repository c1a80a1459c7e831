// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// The way out for a vault whose key is lost: what it costs, and two words to write, so that no slip takes
/// it.
class StartOverBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartOverBox)

public:
    explicit StartOverBox(QWidget* parent = nullptr);

    /// Shows itself for the vault of that path, with the focus where the words are written.
    void ask(const QString& path);

Q_SIGNALS:
    void confirmed();
    void cancelled();

private:
    void confirm();

    QLabel* m_text;
    QLineEdit* m_words;
    QPushButton* m_accept;
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// Stands before a write to a production project: its name has to be typed. In place of a dialog, so that the
/// request stays in sight.
class ProductionGate final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProductionGate)

public:
    explicit ProductionGate(QWidget* parent = nullptr);

    /// `call` says what is about to happen, such as "DELETE https://...".
    void ask(const QString& project, const QString& call);

Q_SIGNALS:
    void passed();

private:
    void check();
    void accept();

    QString m_project;
    QLabel* m_text;
    QLineEdit* m_name;
    QPushButton* m_send;
};

} // namespace ui

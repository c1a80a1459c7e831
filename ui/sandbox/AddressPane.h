// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Context.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

/// Where the sandbox is reached and as what, to copy.
class AddressPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressPane)

public:
    explicit AddressPane(Context& context);

private:
    [[nodiscard]] QLineEdit* addLine(QVBoxLayout* column, const char* objectName, const QString& caption);
    void showState();
    [[nodiscard]] QString snippet() const;

    Context& m_context;
    QLineEdit* m_rest = nullptr;
    QLineEdit* m_socket = nullptr;
    QPushButton* m_copySnippet = nullptr;
};

} // namespace ui

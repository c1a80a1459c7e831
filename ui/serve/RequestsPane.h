// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class QrView;

/// What is seen of the running server: its address, how a phone reaches it, and its requests as they come.
class RequestsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestsPane)

public:
    explicit RequestsPane(Context& context);

private:
    [[nodiscard]] QWidget* buildAddress();
    [[nodiscard]] QLayout* buildExample();
    void showState();
    void showCounts();
    void copyExample();
    [[nodiscard]] QString adbLine() const;

    Context& m_context;
    QLineEdit* m_address = nullptr;
    QLabel* m_phone = nullptr;
    QPushButton* m_copyAddress = nullptr;
    QPushButton* m_copyAdb = nullptr;
    QrView* m_qr = nullptr;
    QLabel* m_counts = nullptr;
    QComboBox* m_route = nullptr;
    QPushButton* m_copyCurl = nullptr;
};

} // namespace ui

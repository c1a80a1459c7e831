// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace ui {

class SandboxHost;

/// The requests and frames as they come, and what the selected one says.
class ActivityPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityPane)

public:
    explicit ActivityPane(SandboxHost& host);

private:
    [[nodiscard]] QLayout* buildHead();
    void buildTable();
    void showCounts();
    void showDetails();

    SandboxHost& m_host;
    QLabel* m_counts = nullptr;
    QPushButton* m_pause = nullptr;
    QTableView* m_table = nullptr;
    QPlainTextEdit* m_details = nullptr;
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Context.h"
#include "ui/shell/Page.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QScrollArea;
class QTabWidget;

namespace ui {

class Banner;
class Editor;
class HeadNote;
class MessagesPane;
class MucsPane;
class SandboxKnobs;
class SessionsPane;
class UsersPane;

/// The offline Agora Chat: what it holds, what is said to it, and what it gets wrong on purpose.
class SandboxPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxPage)

public:
    explicit SandboxPage(Context& context);

    void enter() override;
    void runPrimary() override;
    bool cancel() override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QLayout* buildHead();
    [[nodiscard]] QWidget* buildSide();
    [[nodiscard]] QWidget* buildTabs();
    void listen();
    void askReset();
    void showState();
    void showTrouble();
    void showKnobs();
    void showSnapshot();
    void fitSide();
    void lookSoon();

    Context& m_context;
    Editor* m_editor = nullptr;
    QScrollArea* m_side = nullptr;
    QLabel* m_status = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_sample = nullptr;
    QPushButton* m_reset = nullptr;
    Banner* m_banner = nullptr;
    HeadNote* m_misbehaves = nullptr;
    QPushButton* m_knobToggle = nullptr;
    SandboxKnobs* m_knobs = nullptr;
    QTabWidget* m_tabs = nullptr;
    UsersPane* m_users = nullptr;
    MucsPane* m_groups = nullptr;
    MucsPane* m_rooms = nullptr;
    SessionsPane* m_sessions = nullptr;
    MessagesPane* m_messages = nullptr;
    QTimer m_look;
};

} // namespace ui

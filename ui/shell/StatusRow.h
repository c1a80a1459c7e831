// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

class QLabel;

namespace ui {

class ClipboardGuard;
class Countdown;
class SandboxHost;
class Ticker;
class TokenShelf;

/// The line at the bottom: the last message, the sandbox, the clipboard's countdown and the newest token's.
class StatusRow final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusRow)

public:
    StatusRow(const TokenShelf& tokens, const SandboxHost& sandbox, const ClipboardGuard& clipboard,
              Ticker& ticker, QWidget* parent = nullptr);

    /// Shown for a while; `bad` stays longer and is announced to assistive technology.
    void say(const QString& text, bool bad);
    /// Whether the active project is the sandbox, whose state is shown then.
    void setForSandbox(bool sandbox);
    void retranslate();

private:
    void showSandbox();
    void showToken();

    const TokenShelf& m_tokens;
    const SandboxHost& m_sandbox;
    bool m_forSandbox = false;
    QLabel* m_message;
    QLabel* m_sandboxState;
    QLabel* m_clipboard;
    Countdown* m_countdown;
};

} // namespace ui

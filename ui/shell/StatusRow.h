// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

class QLabel;

namespace ui {

struct Context;
class Countdown;

/// The line at the bottom: the last message, the sandbox, the server's clock, the clipboard's countdown and
/// the newest token's.
class StatusRow final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusRow)

public:
    explicit StatusRow(const Context& context, QWidget* parent = nullptr);

    /// Shown for a while; `bad` stays longer and is announced to assistive technology.
    void say(const QString& text, bool bad);
    /// Another project is the active one, or it has changed.
    void refreshProject();
    void retranslate();

private:
    void showSandbox();
    void showSkew();
    void showToken();

    const Context& m_context;
    QLabel* m_message;
    QLabel* m_sandboxState;
    QLabel* m_skew;
    QLabel* m_clipboard;
    Countdown* m_countdown;
};

} // namespace ui

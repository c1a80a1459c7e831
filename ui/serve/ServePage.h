// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Context.h"
#include "ui/shell/Page.h"

class QLabel;
class QPushButton;
class QTabWidget;

namespace ui {

class Banner;
class HeadNote;
class KnobPanel;
class ServerForm;
class SnippetPane;

/// The local token server: start, stop, what it does, and how to write one of one's own.
class ServePage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServePage)

public:
    explicit ServePage(Context& context);

    void enter() override;
    void runPrimary() override;
    bool cancel() override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

private:
    [[nodiscard]] QLayout* buildHead();
    [[nodiscard]] QWidget* buildServer();
    [[nodiscard]] QWidget* buildForm();
    void start();
    void stop();
    void showState();
    void showKnobs();

    Context& m_context;
    QLabel* m_status = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_stop = nullptr;
    Banner* m_banner = nullptr;
    HeadNote* m_misbehaves = nullptr;
    QTabWidget* m_tabs = nullptr;
    ServerForm* m_form = nullptr;
    QPushButton* m_knobToggle = nullptr;
    KnobPanel* m_knobs = nullptr;
    SnippetPane* m_snippets = nullptr;
};

} // namespace ui

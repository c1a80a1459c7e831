// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/inspect/Panel.h"
#include "ui/shell/Context.h"
#include "ui/shell/Page.h"
#include "ui/widgets/FieldTable.h"

class QLabel;
class QPlainTextEdit;
class QTabWidget;
class QTimer;
class QVBoxLayout;

namespace diagnosis {
struct Paste;
}

namespace ui {

class Banner;
class Countdown;
class RefusalPanel;
class UseRow;

/// Takes any pasted text apart while one types, says what it is, whether it verifies and why it would be
/// refused. The verdict stands above; each tab looks at the token in another way.
class InspectPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InspectPage)

public:
    explicit InspectPage(Context& context);

    void inspect(const QString& text);
    /// Fills the tab “Why refused” from a curl line, headers or an error's body; an empty text takes the last
    /// answer of the page REST.
    void askWhy(const QString& text);
    void enter() override;
    void runPrimary() override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

private:
    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildInput();
    [[nodiscard]] QWidget* buildVerdict();
    [[nodiscard]] QTabWidget* buildTabs();
    void refresh();
    void refreshTab();
    void showVerdict();
    void showFacts();
    void askAbout(const diagnosis::Paste& paste);
    void takeLastAnswer();
    void matchCurl();
    [[nodiscard]] QString report() const;
    void saveReport();

    Context& m_context;
    Examined m_examined;
    FieldModel m_fields;
    QPlainTextEdit* m_input = nullptr;
    UseRow* m_use = nullptr;
    Banner* m_verdict = nullptr;
    Countdown* m_countdown = nullptr;
    QLabel* m_facts = nullptr;
    QTabWidget* m_tabs = nullptr;
    RefusalPanel* m_refusal = nullptr;
    QTimer* m_debounce = nullptr;
    std::pair<std::string, std::string> m_curl; ///< method and URL that wait for the catalogue
};

} // namespace ui

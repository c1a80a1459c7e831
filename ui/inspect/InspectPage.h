// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Inspector.h"
#include "ui/shell/Context.h"
#include "ui/shell/Page.h"
#include "ui/widgets/FieldTable.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QTimer;

namespace ui {

class Banner;
class Countdown;

/// Takes any pasted text apart while one types, says what it is, whether it verifies and why it would be
/// refused.
class InspectPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InspectPage)

public:
    explicit InspectPage(Context& context);

    void inspect(const QString& text);
    void enter() override;
    void runPrimary() override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

private:
    enum Purpose { Nothing, Rest, SignIn };

    [[nodiscard]] QWidget* buildInput();
    [[nodiscard]] QWidget* buildProblems();
    void refresh();
    void showVerdict(const token::Inspection& inspection);
    void showProblems(const token::Inspection& inspection);
    void showTimes(const token::Inspection& inspection);

    Context& m_context;
    QPlainTextEdit* m_input = nullptr;
    QComboBox* m_purpose = nullptr;
    QLineEdit* m_user = nullptr;
    Banner* m_verdict = nullptr;
    Countdown* m_countdown = nullptr;
    QLabel* m_facts = nullptr;
    QListWidget* m_problems = nullptr;
    QTimer* m_debounce = nullptr;
    FieldModel m_fields;
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/Diagnosis.h"
#include "ui/inspect/Fixes.h"
#include "ui/inspect/Panel.h"

class QBoxLayout;
class QComboBox;
class QVBoxLayout;

namespace ui {

class AnswerForm;
class Banner;

/// Why was it refused? The project that was called and what it answered on the left; on the right the causes,
/// the likeliest first, each with what speaks for it and a button that does something about it.
class RefusalPanel final : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RefusalPanel)

public:
    RefusalPanel(Context& context, const Examined& examined);
    void refresh() override;
    [[nodiscard]] QString words() const override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

    void setProject(const std::string& id);
    void setAnswer(const diagnosis::Received& received);
    void clearAnswer();
    /// An answer was given: the causes wait for a token.
    [[nodiscard]] bool hasQuestion() const;

Q_SIGNALS:
    /// The token shall be pasted anew.
    void tokenWanted();
    void lastAnswerWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* buildQuestion();
    [[nodiscard]] QWidget* buildCauses();
    void fillProjects();
    void showCauses();
    void showSummary();
    [[nodiscard]] QWidget* causeCard(const diagnosis::Cause& cause, int rank);
    [[nodiscard]] QString causeWords(const diagnosis::Cause& cause) const;

    Fixes m_fixes;
    diagnosis::Diagnosis m_diagnosis;
    QComboBox* m_project = nullptr;
    AnswerForm* m_answer = nullptr;
    Banner* m_summary = nullptr;
    QBoxLayout* m_columns = nullptr;
    QVBoxLayout* m_causes = nullptr;
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Compare.h"
#include "ui/inspect/Panel.h"

class QPlainTextEdit;
class QTableWidget;

namespace ui {

class Banner;

/// The token beside another one: in a sentence, by field, and byte by byte.
class ComparePanel final : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparePanel)

public:
    ComparePanel(Context& context, const Examined& examined);
    void refresh() override;
    [[nodiscard]] QString words() const override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

private:
    void showFields(const token::Inspection& left, const token::Inspection& right);
    void showBytes(const token::Inspection& left, const token::Inspection& right);
    void setMark(QTableWidget& table, int row, token::Match match) const;

    QPlainTextEdit* m_other = nullptr;
    Banner* m_summary = nullptr;
    QTableWidget* m_fields = nullptr;
    QTableWidget* m_bytes = nullptr;
};

} // namespace ui

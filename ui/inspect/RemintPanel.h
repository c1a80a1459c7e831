// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Certificates.h"
#include "core/token/Remint.h"
#include "ui/inspect/Panel.h"
#include "ui/widgets/FieldRow.h"

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace ui {

class Banner;

/// Mints the token again with a stored certificate, its own salt and issue time, and its own or edited
/// inputs, and says whether that is the same token, or which field is the first that differs. Nothing is
/// sent.
class RemintPanel final : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemintPanel)

public:
    RemintPanel(Context& context, const Examined& examined);
    void refresh() override;
    [[nodiscard]] QString words() const override;

private:
    [[nodiscard]] QWidget* buildForm();
    [[nodiscard]] QWidget* buildResult();
    void fillCertificates();
    void fillInputs();
    void remint();
    void showResult(const token::Reminted& made);
    [[nodiscard]] base::Result<token::RemintEdits> edits() const;

    std::vector<project::NamedCertificate> m_certificates; ///< in the order of the list
    QString m_filledFrom;                                  ///< the token whose inputs stand in the form
    QComboBox* m_certificate = nullptr;
    FieldRow m_appId;
    FieldRow m_user;
    QWidget* m_userBlock = nullptr;
    FieldRow m_expire;
    Banner* m_result = nullptr;
    QLabel* m_producer = nullptr;
    QTableWidget* m_differences = nullptr;
    QPushButton* m_copy = nullptr;
    QString m_minted; ///< the token that came out; empty where none did
};

} // namespace ui

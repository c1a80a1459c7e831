// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Mint.h"
#include "ui/shell/Context.h"
#include "ui/shell/Page.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/FieldTable.h"

#include <QClipboard>

#include <optional>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ui {

class Banner;
class Countdown;

/// Mints Chat tokens. The token is there while one types: a preview that keeps its salt and issue time, until
/// "Mint token" takes new ones (those that are pinned aside), makes it final and puts it on Home's list. A
/// preview works as well as any token: when it leaves the page it is final and on the list, too.
class MintPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MintPage)

public:
    explicit MintPage(Context& context);

    /// Empty texts leave what stands in the form.
    void prepare(bool userToken, const QString& userId, const QString& expiresIn);
    void enter() override;
    void runPrimary() override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

private:
    [[nodiscard]] QWidget* buildForm();
    [[nodiscard]] QWidget* buildAdvanced();
    [[nodiscard]] QWidget* buildResult();
    void drawNew();
    void refresh();
    void mint();
    void copy();
    [[nodiscard]] QString handOut();
    void list(const QString& text, const project::ChatTokenRequest& request);
    void followClipboard(QClipboard::Mode mode);
    void showDoubt();
    void showError(const base::Error& error);
    void showToken(const QString& text, const project::ChatTokenRequest& request);
    void showStage(bool listed);
    [[nodiscard]] base::Result<project::ChatTokenRequest> request() const;
    [[nodiscard]] bool isUserToken() const;

    Context& m_context;
    QComboBox* m_kind = nullptr;
    QWidget* m_userBlock = nullptr;
    FieldRow m_user;
    Banner* m_doubt = nullptr; ///< what the documents say against the user ID
    QComboBox* m_expiryMode = nullptr;
    QStackedWidget* m_expiry = nullptr;
    FieldRow m_duration;
    QDateTimeEdit* m_until = nullptr;
    QLabel* m_zone = nullptr; ///< of m_until
    QPushButton* m_advancedToggle = nullptr;
    QWidget* m_advanced = nullptr;
    FieldRow m_salt;
    FieldRow m_issued;
    QToolButton* m_saltPin = nullptr;
    QToolButton* m_issuedPin = nullptr;
    QPushButton* m_mint = nullptr;
    Banner* m_banner = nullptr;
    QLabel* m_stage = nullptr;
    QPlainTextEdit* m_token = nullptr;
    Countdown* m_countdown = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_useForRest = nullptr;
    QPushButton* m_inspect = nullptr;
    QPushButton* m_qr = nullptr;
    std::optional<project::ChatTokenRequest> m_preview; ///< of the token shown, while it is on no list
    token::Inspection m_inspection;                     ///< of the token shown
    FieldModel m_fields;
    std::uint32_t m_drawnSalt = 0;
    std::int64_t m_drawnIssue = 0;
    bool m_built = false; ///< signals of half-built forms are not answered
};

} // namespace ui

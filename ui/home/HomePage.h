// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Context.h"
#include "ui/shell/Page.h"
#include "ui/widgets/Banner.h"

class QFrame;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace diagnosis {
struct Paste;
}

namespace ui {

/// Where one begins: the main job in three keys, a box for anything pasted, and the tokens of this session
/// with their time left.
class HomePage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HomePage)

public:
    explicit HomePage(Context& context);

    /// Brings the card with the three keys back.
    void showFirstSteps();

    void enter() override;
    void runPrimary() override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

private:
    [[nodiscard]] QFrame* buildFirstRun();
    [[nodiscard]] QFrame* buildPaste();
    [[nodiscard]] QFrame* buildTokens();
    void mintAppToken();
    void route();
    void routeAppId(const diagnosis::Paste& paste);
    void sayHere(Tone tone, const QString& text, const QString& hint = {});
    void showTokens();
    [[nodiscard]] QModelIndex selectedToken() const;

    Context& m_context;
    QFrame* m_firstRun = nullptr;
    QFrame* m_tokenCard = nullptr;
    QPlainTextEdit* m_paste = nullptr;
    Banner* m_pasteHint = nullptr;
    QTableView* m_tokens = nullptr;
    QLabel* m_empty = nullptr;
    QWidget* m_tokenButtons = nullptr;
};

} // namespace ui

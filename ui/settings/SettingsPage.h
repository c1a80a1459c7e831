// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Context.h"
#include "ui/shell/Page.h"

class QComboBox;
class QFormLayout;
class QSpinBox;

namespace ui {

/// Language, theme, deadlines, clipboard time; and what the program is and keeps. Changes hold at once.
class SettingsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    explicit SettingsPage(Context& context);
    void enter() override;

private:
    [[nodiscard]] QWidget* buildAppearance();
    [[nodiscard]] QWidget* buildNetwork();
    [[nodiscard]] QWidget* buildSecurity();
    [[nodiscard]] QWidget* buildAbout();
    QSpinBox* addSeconds(QFormLayout* form, const QString& title, const char* objectName, int lowest,
                         int value);

    Context& m_context;
    QComboBox* m_language = nullptr;
    QComboBox* m_theme = nullptr;
};

} // namespace ui

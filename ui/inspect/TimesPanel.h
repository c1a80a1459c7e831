// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/inspect/Panel.h"

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;
class QTableWidget;

namespace ui {

class Banner;

/// Every time in the token as UTC, local and relative, and what it is worth at any moment: a slider, or a box
/// for an exact one. Nothing else on the page follows it.
class TimesPanel final : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimesPanel)

public:
    TimesPanel(Context& context, const Examined& examined);
    void refresh() override;

private:
    struct Time
    {
        QString what;
        std::int64_t at = 0;
    };

    [[nodiscard]] QWidget* buildNow();
    [[nodiscard]] static QString privilegeEnd(std::uint16_t service, std::uint16_t privilege);
    [[nodiscard]] std::vector<Time> times() const;
    [[nodiscard]] std::int64_t now() const;
    void setRange();
    void moveTo(std::optional<std::int64_t> moment);
    void readBox();
    void show();
    void showState();
    void showSkew();

    std::optional<std::int64_t> m_chosen; ///< Unix seconds; nothing: the clock's
    std::vector<Time> m_times;
    std::int64_t m_first = 0; ///< of the slider, Unix seconds
    std::int64_t m_unit = 1;  ///< seconds that a step of the slider stands for
    Banner* m_state = nullptr;
    QSlider* m_slider = nullptr;
    QLineEdit* m_box = nullptr;
    QPushButton* m_back = nullptr;
    QLabel* m_error = nullptr;
    QTableWidget* m_table = nullptr;
    QLabel* m_skew = nullptr;
};

} // namespace ui

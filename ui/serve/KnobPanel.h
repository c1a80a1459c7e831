// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tokenserver/Knobs.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace ui {

class KnobRows;

/// The knobs that make the token server misbehave. Each counts as soon as it is entered; a value that is none
/// leaves its knob off.
class KnobPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KnobPanel)

public:
    explicit KnobPanel(QWidget* parent = nullptr);

    void show(const tokenserver::Knobs& knobs);

Q_SIGNALS:
    void changed(const tokenserver::Knobs& knobs);

private:
    void read();

    KnobRows* m_rows = nullptr;
    QComboBox* m_kind = nullptr;
    QSpinBox* m_fail = nullptr;
    bool m_filling = false;
};

} // namespace ui

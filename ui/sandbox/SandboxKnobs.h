// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Knobs.h"

#include <QWidget>

namespace ui {

class KnobRows;

/// The knobs that make the sandbox misbehave.
class SandboxKnobs final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxKnobs)

public:
    explicit SandboxKnobs(QWidget* parent = nullptr);

    void show(const sandbox::Knobs& knobs);

Q_SIGNALS:
    void changed(const sandbox::Knobs& knobs);

private:
    KnobRows* m_rows = nullptr;
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QWidget>

namespace ui {

/// Presenter mode: while it is on, nothing secret is drawn, so that the screen can be shared.
class Presenter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Presenter)

public:
    using QObject::QObject;

    [[nodiscard]] bool active() const { return m_active; }
    void setActive(bool active);

Q_SIGNALS:
    void changed(bool active);

private:
    bool m_active = false;
};

/// Covers `target`, which shows a secret, while presenter mode is on. The target owns it.
class Veil final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Veil)

public:
    Veil(QWidget* target, const Presenter& presenter);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace ui

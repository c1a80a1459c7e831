// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QImage>
#include <QWidget>

namespace ui {

/// A QR code of `text` with a quiet zone, one pixel a module; null when the text is too long for one.
[[nodiscard]] QImage qrCode(const QString& text);

/// Draws a QR code in black on white whatever the scheme, as cameras want it.
class QrView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QrView)

public:
    explicit QrView(QWidget* parent = nullptr);

    /// False when the text is too long for a code; then nothing is drawn.
    bool setText(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_code;
};

class Presenter;

/// Shows a QR code large, of a secret: not while somebody else may look.
class QrDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QrDialog)

public:
    QrDialog(const QString& title, const QString& text, const Presenter& presenter, QWidget* parent);
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QImage>

namespace ui {

/// A QR code of `text` with a quiet zone, one pixel a module; null when the text is too long for one.
[[nodiscard]] QImage qrCode(const QString& text);

/// Shows a QR code large, in black on white whatever the scheme, as cameras want it.
class QrDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QrDialog)

public:
    QrDialog(const QString& title, const QString& text, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_code;
    QString m_caption;
};

} // namespace ui

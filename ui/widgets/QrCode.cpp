// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/QrCode.h"

#include "ui/widgets/Helpers.h"
#include "ui/widgets/Presenter.h"

#include <QPainter>
#include <QVBoxLayout>

#include <qrencode.h>

#include <memory>

namespace ui {
namespace {

constexpr int kQuiet = 4; // modules, as the standard asks

} // namespace

QImage qrCode(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()),
                          reinterpret_cast<const unsigned char*>(bytes.constData()), 0, QR_ECLEVEL_L),
        &QRcode_free);
    if (!code)
        return {};
    const int width = code->width;
    QImage image(width + 2 * kQuiet, width + 2 * kQuiet, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < width; ++y) {
        for (int x = 0; x < width; ++x) {
            if (code->data[y * width + x] & 1)
                image.setPixel(x + kQuiet, y + kQuiet, qRgb(0, 0, 0));
        }
    }
    return image;
}

QrView::QrView(QWidget* parent)
    : QWidget(parent)
{
    named(this, "qrView", tr("QR code"));
}

bool QrView::setText(const QString& text)
{
    m_code = text.isEmpty() ? QImage() : qrCode(text);
    update();
    return !m_code.isNull();
}

void QrView::paintEvent(QPaintEvent*)
{
    if (m_code.isNull())
        return;
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    const int scale = qMax(1, qMin(width(), height()) / m_code.width());
    const QSize size = m_code.size() * scale;
    painter.drawImage(QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size),
                      m_code);
}

QrDialog::QrDialog(const QString& title, const QString& text, const Presenter& presenter, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    named(this, "qrCode", tr("QR code"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* view = new QrView(this);
    if (view->setText(text)) {
        setAccessibleDescription(title);
        layout->addWidget(view);
        new Veil(view, presenter);
    } else {
        setAccessibleDescription(tr("This token is too long for a QR code."));
        layout->addWidget(paragraph(accessibleDescription()), 0, Qt::AlignCenter);
        delete view;
    }
    resize(460, 460);
}

} // namespace ui

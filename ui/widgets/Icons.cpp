// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ui {
namespace {

class LucideEngine final : public QIconEngine
{
public:
    LucideEngine(QString name, QPalette::ColorRole role, QColor colour = {})
        : m_name(std::move(name))
        , m_role(role)
        , m_colour(colour)
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        if (size.isEmpty())
            return {}; // a layout that has no room yet
        QColor colour = m_colour.isValid() ? m_colour : QGuiApplication::palette().color(m_role);
        if (mode == QIcon::Disabled)
            colour.setAlphaF(0.4F);
        const QPixmap square = iconPixmap(m_name, colour, qRound(size.height() / ratio), ratio);
        if (size.width() <= size.height())
            return square;
        QPixmap wide(size); // a gap on the right, in front of a button's text
        wide.setDevicePixelRatio(ratio);
        wide.fill(Qt::transparent);
        QPainter(&wide).drawPixmap(0, 0, square);
        return wide;
    }
    QIconEngine* clone() const override { return new LucideEngine(m_name, m_role, m_colour); }

private:
    QString m_name;
    QPalette::ColorRole m_role;
    QColor m_colour; // not valid: the palette's for the role
};

} // namespace

QIcon icon(const QString& name, QPalette::ColorRole role)
{
    return QIcon(new LucideEngine(name, role));
}

QIcon icon(const QString& name, const QColor& colour)
{
    return QIcon(new LucideEngine(name, QPalette::Text, colour));
}

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal devicePixelRatio)
{
    const QString key = QStringLiteral("lucide:%1:%2:%3:%4")
                            .arg(name, colour.name(QColor::HexArgb))
                            .arg(size)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace ui

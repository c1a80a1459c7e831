// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Theme.h"

#include "ui/shell/Settings.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>
#include <QPalette>

namespace ui {
namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

/// The portal's color-scheme: 1 means dark; Read wraps the number in one variant more than the signal does.
bool isDark(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt() == 1;
}

QPalette paletteOf(const Colours& c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.raised);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.bad);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.raised);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.border);
    p.setColor(QPalette::Shadow, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.muted);
    return p;
}

QString styleSheetOf(const Colours& c)
{
    QFile file(QStringLiteral(":/style/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> names[] = {
        {"@window", c.window},         {"@surface", c.surface},   {"@raised", c.raised},
        {"@border", c.border},         {"@text", c.text},         {"@muted", c.muted},
        {"@accentTint", c.accentTint}, {"@onAccent", c.onAccent}, {"@accent", c.accent},
        {"@goodTint", c.goodTint},     {"@good", c.good},         {"@warningTint", c.warningTint},
        {"@warning", c.warning},       {"@badTint", c.badTint},   {"@bad", c.bad}};
    for (const auto& [name, colour] : names)
        sheet.replace(QLatin1String(name), colour.name());
    sheet.replace(QLatin1String("@scheme"), c.dark ? QLatin1String("dark") : QLatin1String("light"));
    return sheet;
}

} // namespace

Theme::Theme(Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_systemDark(settings.lastSystemDark())
{
    connect(&settings, &Settings::themeChanged, this, &Theme::apply);
    apply();
}

void Theme::installStyleSheet()
{
    m_sheetInstalled = true;
    qApp->setStyleSheet(styleSheetOf(*m_colours));
}

void Theme::followSystem()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(portalSettingChanged(QString, QString, QDBusVariant))); // QtDBus takes names only
    QDBusMessage question =
        QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    question << kGroup << kKey;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, 3000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (reply.isValid())
            setSystemDark(isDark(QVariant::fromValue(reply.value())));
        call->deleteLater();
    });
}

void Theme::portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == kGroup && key == kKey)
        setSystemDark(isDark(QVariant::fromValue(value)));
}

void Theme::setSystemDark(bool dark)
{
    m_settings.setLastSystemDark(dark);
    if (m_systemDark == dark)
        return;
    m_systemDark = dark;
    apply();
}

void Theme::apply()
{
    const ThemeChoice choice = m_settings.theme();
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_systemDark);
    const Colours& wanted = dark ? Colours::darkScheme() : Colours::light();
    if (m_colours == &wanted)
        return;
    m_colours = &wanted;
    QApplication::setPalette(paletteOf(wanted));
    if (m_sheetInstalled)
        qApp->setStyleSheet(styleSheetOf(wanted));
    Q_EMIT changed();
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Settings.h"

#include "core/base/SafeFile.h"

#include <QFile>
#include <QFileInfo>

namespace ui {
namespace {

constexpr auto kLanguage = "language";
constexpr auto kTheme = "theme";
constexpr auto kLastDark = "lastSystemDark";
constexpr auto kTotal = "http/totalDeadline";
constexpr auto kIdle = "http/idleDeadline";
constexpr auto kClipboard = "clipboardSeconds";
constexpr auto kLockTime = "lockAfterSeconds";
constexpr auto kTokenServer = "tokenServer";
constexpr auto kGeometry = "window/geometry";
constexpr auto kFirstRun = "firstRunDone";

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

/// QSettings follows links, and waits for a pipe's writer.
std::optional<base::Error> troubleOf(const QString& file)
{
    const auto regular = base::checkRegular(-1, file.toStdString());
    return regular ? std::nullopt : std::optional(regular.error());
}

} // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent)
    , m_trouble(troubleOf(file))
    , m_instead(m_trouble ? std::make_unique<QTemporaryDir>() : nullptr)
    , m_settings(m_instead ? m_instead->filePath(QStringLiteral("settings.ini")) : file, QSettings::IniFormat)
{
}

QString Settings::language() const
{
    const QString code = m_settings.value(key(kLanguage)).toString();
    return code == QLatin1String("en") || code == QLatin1String("zh_CN") ? code : QString();
}

void Settings::setLanguage(const QString& code)
{
    set(kLanguage, code);
    Q_EMIT languageChanged();
}

ThemeChoice Settings::theme() const
{
    const QString word = m_settings.value(key(kTheme)).toString();
    if (word == QLatin1String("light"))
        return ThemeChoice::Light;
    return word == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice)
{
    static constexpr const char* kWords[] = {"system", "light", "dark"};
    set(kTheme, QString::fromLatin1(kWords[static_cast<int>(choice)]));
    Q_EMIT themeChanged();
}

bool Settings::lastSystemDark() const
{
    return m_settings.value(key(kLastDark)).toBool();
}

void Settings::setLastSystemDark(bool dark)
{
    if (dark != lastSystemDark())
        set(kLastDark, dark);
}

std::chrono::seconds Settings::totalDeadline() const
{
    return seconds(kTotal, 30, 1, 600);
}

void Settings::setTotalDeadline(std::chrono::seconds value)
{
    set(kTotal, static_cast<int>(value.count()));
    Q_EMIT deadlinesChanged();
}

std::chrono::seconds Settings::idleDeadline() const
{
    return seconds(kIdle, 15, 1, 600);
}

void Settings::setIdleDeadline(std::chrono::seconds value)
{
    set(kIdle, static_cast<int>(value.count()));
    Q_EMIT deadlinesChanged();
}

std::chrono::seconds Settings::clipboardTime() const
{
    return seconds(kClipboard, 30, 5, 600);
}

void Settings::setClipboardTime(std::chrono::seconds value)
{
    set(kClipboard, static_cast<int>(value.count()));
}

std::chrono::seconds Settings::lockTime() const
{
    return seconds(kLockTime, 900, 0, 86400);
}

void Settings::setLockTime(std::chrono::seconds value)
{
    set(kLockTime, static_cast<int>(value.count()));
    Q_EMIT lockTimeChanged();
}

QVariantMap Settings::tokenServer() const
{
    QVariantMap form;
    m_settings.beginGroup(key(kTokenServer));
    for (const QString& name : m_settings.childKeys())
        form.insert(name, m_settings.value(name));
    m_settings.endGroup();
    return form;
}

void Settings::setTokenServer(const QVariantMap& form)
{
    for (auto entry = form.cbegin(); entry != form.cend(); ++entry)
        set((key(kTokenServer) + QLatin1Char('/') + entry.key()).toLatin1().constData(), entry.value());
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(key(kGeometry)).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    set(kGeometry, geometry);
}

bool Settings::firstRunDone() const
{
    return m_settings.value(key(kFirstRun)).toBool();
}

void Settings::setFirstRunDone(bool done)
{
    set(kFirstRun, done);
}

std::chrono::seconds Settings::seconds(const char* name, int fallback, int lowest, int highest) const
{
    bool number = false;
    const int value = m_settings.value(key(name)).toInt(&number);
    return std::chrono::seconds(number && value >= lowest && value <= highest ? value : fallback);
}

void Settings::set(const char* name, const QVariant& value)
{
    // QSettings would make the folder and the file with the umask's permissions.
    const QFileInfo info(m_settings.fileName());
    if (!info.exists()) {
        if (!base::makePrivateFolder(info.absolutePath().toStdString()) ||
            !base::writeFileAtomically(info.absoluteFilePath().toStdString(), {}))
            return; // a read-only home: the choice holds for this session only
    }
    m_settings.setValue(key(name), value);
}

} // namespace ui

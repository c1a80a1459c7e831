// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Languages.h"

#include "ui/shell/Settings.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

Languages::Languages(Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(&settings, &Settings::languageChanged, this, &Languages::apply);
    apply();
}

void Languages::apply()
{
    QString wanted = m_settings.language();
    if (wanted.isEmpty())
        wanted =
            QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    if (wanted == m_current)
        return;
    m_current = wanted;
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(QStringLiteral(":/i18n/chat_token_%1.qm").arg(wanted)))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTranslator>

namespace ui {

class Settings;

/// Installs the translation that the settings ask for, and follows their change. English is the language of
/// the sources; its file holds the plural forms only.
class Languages final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Languages)

public:
    explicit Languages(Settings& settings, QObject* parent = nullptr);

    /// "en" or "zh_CN".
    [[nodiscard]] QString current() const { return m_current; }

private:
    void apply();

    Settings& m_settings;
    QTranslator m_translator;
    QString m_current;
};

} // namespace ui

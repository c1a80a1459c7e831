// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/Colours.h"

#include <QObject>

class QDBusVariant;

namespace ui {

class Settings;

/// Light or dark: the user's choice, or that of the desktop portal (Qt 6.4 does not tell). Sets the
/// application's palette and style sheet. The portal is asked without waiting; until it answers its last
/// answer counts.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] const Colours& colours() const { return *m_colours; }
    /// Sets the style sheet. Call once, when the widgets of the first picture are there: made under a style
    /// sheet, each of them is matched against it several times.
    void installStyleSheet();
    /// Asks the portal and follows its changes. Call once, when the window is up.
    void followSystem();

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void apply();
    void setSystemDark(bool dark);

    Settings& m_settings;
    const Colours* m_colours = nullptr;
    bool m_systemDark = false;
    bool m_sheetInstalled = false;
};

} // namespace ui

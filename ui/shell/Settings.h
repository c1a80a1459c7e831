// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"

#include <QObject>
#include <QSettings>
#include <QTemporaryDir>
#include <QVariantMap>

#include <chrono>
#include <memory>
#include <optional>

namespace ui {

enum class ThemeChoice { System, Light, Dark };

/// What the user has chosen, in one INI file. Every value has a default and a range; what lies outside counts
/// as the default. Nothing secret is kept here.
class Settings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)

public:
    explicit Settings(const QString& file, QObject* parent = nullptr);

    /// "" follows the system; else "en" or "zh_CN".
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    /// The scheme that the desktop had last, so that a dark desktop gets no white flash at start.
    [[nodiscard]] bool lastSystemDark() const;
    void setLastSystemDark(bool dark);

    [[nodiscard]] std::chrono::seconds totalDeadline() const; ///< of a request, 1 to 600, default 30
    void setTotalDeadline(std::chrono::seconds value);
    [[nodiscard]] std::chrono::seconds idleDeadline() const; ///< without a byte, 1 to 600, default 15
    void setIdleDeadline(std::chrono::seconds value);
    [[nodiscard]] std::chrono::seconds
    clipboardTime() const; ///< until a copied secret is cleared, 5 to 600, 30
    void setClipboardTime(std::chrono::seconds value);
    /// Without input until the program locks itself, 0 (never) to 86,400, default 900.
    [[nodiscard]] std::chrono::seconds lockTime() const;
    void setLockTime(std::chrono::seconds value);

    /// What the token server was last started with, but for its key; empty before the first time. Whoever
    /// reads it looks at each value.
    [[nodiscard]] QVariantMap tokenServer() const;
    void setTokenServer(const QVariantMap& form);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    [[nodiscard]] bool firstRunDone() const;
    void setFirstRunDone(bool done);

    [[nodiscard]] QString file() const { return m_settings.fileName(); }

    /// Why choices hold for this session only: not-a-regular-file where a link, a pipe or the like stands in
    /// the file's place.
    [[nodiscard]] const std::optional<base::Error>& trouble() const { return m_trouble; }

Q_SIGNALS:
    void languageChanged();
    void themeChanged();
    void deadlinesChanged();
    void lockTimeChanged();

private:
    [[nodiscard]] std::chrono::seconds seconds(const char* key, int fallback, int lowest, int highest) const;
    void set(const char* key, const QVariant& value);

    std::optional<base::Error> m_trouble;
    std::unique_ptr<QTemporaryDir> m_instead; ///< of the file where it cannot be used
    mutable QSettings m_settings;
};

} // namespace ui

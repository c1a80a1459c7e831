// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

namespace ui {

/// The one registry of commands: palette, menus, shortcut list and tests read it. Texts are given as
/// functions so that they can be asked for again when the language changes.
class Actions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)

public:
    using Text = std::function<QString()>;

    struct Spec
    {
        QString id;     ///< such as "mint.copy"; the object name
        Text text;      ///< as in the palette: "Copy token"
        Text statusTip; ///< one sentence on what it does
        QKeySequence shortcut{};
        const char* words = ""; ///< further words by which it is found, marked with QT_TR_NOOP
        const char* group = ""; ///< of the list of shortcuts, marked with QT_TR_NOOP
    };

    explicit Actions(QWidget* window);

    /// Adds a command that runs `run`. The action belongs to the window, so its shortcut works everywhere in
    /// it.
    QAction* add(Spec spec, std::function<void()> run);
    [[nodiscard]] QAction* find(const QString& id) const;
    [[nodiscard]] QList<QAction*> all() const;
    /// Words besides the text by which the palette finds it: in English and in the window's language.
    [[nodiscard]] QString words(const QAction* action) const;

    struct Group
    {
        QString title;
        QList<QAction*> actions; ///< those that have a key
    };
    /// The list of shortcuts, in the order in which the actions were added.
    [[nodiscard]] std::vector<Group> shortcuts() const;
    void retranslate();

private:
    struct Entry
    {
        QAction* action;
        Spec spec;
    };
    QWidget* m_window;
    std::vector<Entry> m_entries;
};

/// How a key is written in a table of shortcuts; "Ctrl+Enter" as the platform writes it.
[[nodiscard]] QString keyText(const QKeySequence& keys);

} // namespace ui

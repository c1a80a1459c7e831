// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Actions.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>

namespace ui {

namespace {

/// The window marks the words with QT_TR_NOOP, so they stand in its context.
QString inWindow(const char* text)
{
    return *text ? QCoreApplication::translate("ui::MainWindow", text) : QString();
}

} // namespace

Actions::Actions(QWidget* window)
    : QObject(window)
    , m_window(window)
{
}

QAction* Actions::add(Spec spec, std::function<void()> run)
{
    auto* action = new QAction(m_window);
    action->setObjectName(spec.id);
    action->setShortcut(spec.shortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    action->setText(spec.text());
    action->setStatusTip(spec.statusTip());
    m_window->addAction(action);
    m_entries.push_back({action, std::move(spec)});
    return action;
}

QAction* Actions::find(const QString& id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.spec.id == id; });
    return found == m_entries.end() ? nullptr : found->action;
}

QList<QAction*> Actions::all() const
{
    QList<QAction*> list;
    for (const Entry& entry : m_entries)
        list << entry.action;
    return list;
}

QString Actions::words(const QAction* action) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.action == action; });
    if (found == m_entries.end())
        return {};
    QString id = found->spec.id; // English: "page.mint"
    return id.replace(QLatin1Char('.'), QLatin1Char(' ')) + QLatin1Char(' ') +
           QString::fromUtf8(found->spec.words) + QLatin1Char(' ') + inWindow(found->spec.words);
}

std::vector<Actions::Group> Actions::shortcuts() const
{
    std::vector<Group> groups;
    for (const Entry& entry : m_entries) {
        if (entry.action->shortcut().isEmpty())
            continue;
        const QString title = inWindow(entry.spec.group);
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const Group& each) { return each.title == title; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {title, {}});
        group->actions << entry.action;
    }
    return groups;
}

void Actions::retranslate()
{
    for (const Entry& entry : m_entries) {
        entry.action->setText(entry.spec.text());
        entry.action->setStatusTip(entry.spec.statusTip());
    }
}

QString keyText(const QKeySequence& keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    return text.replace(QLatin1String("Return"), QLatin1String("Enter"));
}

} // namespace ui

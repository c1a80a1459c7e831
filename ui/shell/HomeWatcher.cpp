// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/HomeWatcher.h"

#include "core/project/ProjectStore.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/shell/VaultHost.h"

#include <QFileInfo>

namespace ui {
namespace {

constexpr int kSettleMs = 150;

} // namespace

HomeWatcher::HomeWatcher(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettleMs);
    connect(&m_soon, &QTimer::timeout, this, &HomeWatcher::follow);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    // The folder is made by the first write.
    connect(&m_context.bus, &Bus::projectsChanged, this, &HomeWatcher::watch);
    connect(&m_context.vault, &VaultHost::changed, this, &HomeWatcher::watch);
    watch();
}

void HomeWatcher::watch()
{
    const QString folder = text::q(m_context.projects.home().folder);
    if (m_watcher.directories().isEmpty() && QFileInfo::exists(folder))
        m_watcher.addPath(folder);
}

void HomeWatcher::follow()
{
    m_context.vault.followFile();
    const std::string active = m_context.projects.active().id;
    const auto changed = m_context.projects.refresh();
    if (!changed)
        return Q_EMIT m_context.bus.messageRaised(text::errorText(changed.error()).line(), true);
    if (*changed)
        Q_EMIT m_context.bus.projectsChanged();
    if (m_context.projects.active().id != active) // it was removed there
        Q_EMIT m_context.bus.activeProjectChanged();
}

} // namespace ui

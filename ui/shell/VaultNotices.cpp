// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/VaultNotices.h"

#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/vault/GuardedBytes.h"
#include "ui/shell/Settings.h"
#include "ui/shell/VaultHost.h"

#include <utility>

namespace ui {

VaultNotices::VaultNotices(VaultHost& vault, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
    , m_settings(settings)
{
    connect(&vault, &VaultHost::changed, this, &VaultNotices::look);
}

void VaultNotices::look()
{
    for (const base::Error& notice : m_vault.takeNotices())
        Q_EMIT told(text::errorText(notice).line());
    if (m_vault.secrets().vault().state() != vault::State::Unlocked)
        return;
    if (!vault::memoryCanBeLocked() && !std::exchange(m_swapTold, true))
        Q_EMIT told(
            tr("The system does not let memory be kept out of swap (ulimit -l): what is in the vault may "
               "be written there while it is open."));
    const vault::Header header = m_vault.secrets().vault().info().header;
    const QString id = text::q(header.id.hex());
    const quint64 seen = m_settings.seenGeneration(id);
    if (header.generation < seen)
        Q_EMIT told(tr("The vault is an older copy: number %1, last seen was %2. Was it taken from a backup?")
                        .arg(header.generation)
                        .arg(seen));
    if (header.generation != seen)
        m_settings.setSeenGeneration(id, header.generation);
}

} // namespace ui

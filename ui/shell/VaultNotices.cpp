// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/VaultNotices.h"

#include "core/project/SeenVaults.h"
#include "core/text/ErrorText.h"
#include "core/vault/Errors.h"
#include "core/vault/GuardedBytes.h"
#include "ui/shell/VaultHost.h"

#include <utility>

namespace ui {

VaultNotices::VaultNotices(VaultHost& vault, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
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
        Q_EMIT told(text::errorText(base::makeError(vault::errors::kSwappable)).line());
    const vault::VaultInfo info = m_vault.secrets().vault().info();
    const project::SeenVaults seen(m_vault.secrets().home());
    if (const auto older = seen.older(info))
        Q_EMIT told(text::errorText(*older).line());
    seen.note(info);
}

} // namespace ui

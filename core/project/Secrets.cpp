// SPDX-License-Identifier: Apache-2.0
#include "core/project/Secrets.h"

#include "core/vault/Errors.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace project {

using base::fail;
using base::Result;
using base::SecretBytes;

namespace {

constexpr std::string_view kSealed = "sealed ";

/// In place of a project's id.
std::string sealedId(std::string_view name)
{
    return std::string(kSealed) + std::string(name);
}

} // namespace

Secrets::Secrets(const Home& home, const base::Clock& clock)
    : m_home(home)
    , m_vault(home.vaultFile(), clock)
    , m_session(vault::Vault::forSession(clock))
{
}

Result<> Secrets::load()
{
    m_folderNotice = m_home.tighten();
    auto loaded = m_vault.load();
    m_trouble = loaded ? std::nullopt : std::optional(loaded.error());
    return loaded;
}

std::vector<base::Error> Secrets::takeNotices()
{
    std::vector<base::Error> notices = m_vault.takeNotices();
    if (const auto folder = std::exchange(m_folderNotice, std::nullopt))
        notices.insert(notices.begin(), *folder);
    return notices;
}

bool Secrets::hasVault() const
{
    return m_vault.state() != vault::State::Absent;
}

bool Secrets::isLocked() const
{
    return m_withheld || m_vault.state() == vault::State::Locked;
}

bool Secrets::isExposed() const
{
    if (m_vault.isOpen())
        return true;
    const auto slots = m_session.slots();
    return !m_withheld && std::any_of(slots.begin(), slots.end(), [](const vault::Slot& slot) {
        return !slot.projectId.starts_with(kSealed);
    });
}

void Secrets::lock()
{
    m_vault.lock();
    m_withheld = true;
}

void Secrets::unlockSession()
{
    m_withheld = false;
}

Result<SecretBytes> Secrets::get(const Project& project, std::string_view role) const
{
    if (project.isSandbox()) {
        if (role == vault::kCertificate)
            return SecretBytes(sandboxCertificate());
        return fail(vault::errors::kNoSecret, "", std::vector{project.id, std::string(role)});
    }
    if (m_withheld)
        return fail(vault::errors::kLocked);
    if (m_session.has(project.id, role))
        return m_session.secret(project.id, role);
    if (m_vault.state() == vault::State::Locked && project.certificateKept)
        return fail(vault::errors::kLocked);
    if (!m_vault.has(project.id, role))
        return fail(vault::errors::kNoSecret, "", std::vector{project.id, std::string(role)});
    return m_vault.secret(project.id, role);
}

std::map<vault::Slot, SecretBytes> Secrets::all() const
{
    std::map<vault::Slot, SecretBytes> all;
    if (m_withheld)
        return all;
    for (const vault::Vault* vault : {&m_session, &m_vault}) { // the first of a slot wins
        if (auto secrets = vault->secrets())
            all.merge(*secrets);
    }
    std::erase_if(all, [](const auto& one) { return one.first.projectId.starts_with(kSealed); });
    return all;
}

Place Secrets::place(const Project& project) const
{
    if (project.isSandbox() || m_session.has(project.id, vault::kCertificate))
        return Place::Session;
    const bool inVault = m_vault.isOpen() ? m_vault.has(project.id, vault::kCertificate)
                                          : project.certificateKept && hasVault();
    return inVault ? Place::Vault : Place::None;
}

Result<> Secrets::hold(std::string_view projectId, std::string_view role, const SecretBytes& value)
{
    return value.empty() ? m_session.remove(projectId, role) : m_session.put(projectId, role, value);
}

vault::Vault* Secrets::target()
{
    if (m_withheld || (hasVault() && !m_vault.isOpen()))
        return nullptr;
    return m_vault.isOpen() ? &m_vault : &m_session;
}

Result<> Secrets::forgetSession(std::string_view projectId)
{
    return m_session.removeProject(projectId);
}

Result<> Secrets::seal(std::string_view name, std::string_view text)
{
    if (auto gone = m_session.removeProject(sealedId(name)); !gone) // what was sealed by that name before
        return gone;
    // In pieces: a vault's secret is at most 65,535 bytes.
    std::size_t piece = 0;
    for (std::size_t at = 0; at < text.size() || piece == 0; at += vault::kMaxSecret, ++piece) {
        const SecretBytes value(text.substr(at, vault::kMaxSecret));
        if (auto put = m_session.put(sealedId(name), std::to_string(piece), value); !put)
            return put;
    }
    return {};
}

Result<SecretBytes> Secrets::unseal(std::string_view name)
{
    if (isLocked())
        return fail(vault::errors::kLocked);
    const std::string id = sealedId(name);
    if (!m_session.has(id, "0"))
        return fail(vault::errors::kNoSecret, "", std::vector{id, std::string("0")});
    std::vector<SecretBytes> pieces;
    std::size_t size = 0;
    for (std::string role = "0"; m_session.has(id, role); role = std::to_string(pieces.size())) {
        auto piece = m_session.secret(id, role);
        if (!piece)
            return fail(piece.error());
        size += piece->view().size();
        pieces.push_back(std::move(*piece));
    }
    if (auto gone = m_session.removeProject(id); !gone)
        return fail(gone.error());
    std::string whole;
    whole.reserve(size);
    for (const SecretBytes& piece : pieces)
        whole += piece.view();
    SecretBytes result(whole);
    base::wipe(whole.data(), whole.size());
    return result;
}

} // namespace project

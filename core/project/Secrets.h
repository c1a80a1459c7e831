// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/project/Home.h"
#include "core/project/Project.h"
#include "core/vault/Vault.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace project {

/// Where a project's certificate is.
enum class Place {
    None,    ///< nowhere here
    Session, ///< in memory, until the program ends
    Vault,   ///< in the vault, open or locked
};

/// The secrets of the projects: those in the vault of this home, and those that are held for the session only
/// (sealed in memory by the same means). Everything that signs or verifies asks here. The sandbox's
/// certificate is published and always there.
class Secrets final
{
public:
    Secrets(const Home& home, const base::Clock& clock);

    /// Reads the vault, no key is asked for, and looks whether the folder is closed to others. The error is
    /// kept for `trouble`. Errors: those of vault::Vault::load.
    [[nodiscard]] base::Result<> load();
    /// Why the vault that is there cannot be used, if that is so.
    [[nodiscard]] std::optional<base::Error> trouble() const
    {
        return m_vault.state() == vault::State::Unusable ? m_trouble : std::nullopt;
    }
    /// Things that should be told once: those of the vault, home-tightened, home-open. Each call empties the
    /// list.
    [[nodiscard]] std::vector<base::Error> takeNotices();
    [[nodiscard]] const Home& home() const { return m_home; }

    [[nodiscard]] vault::Vault& vault() { return m_vault; }
    [[nodiscard]] const vault::Vault& vault() const { return m_vault; }
    /// There is a vault, be it locked or damaged.
    [[nodiscard]] bool hasVault() const;
    /// Nothing but the sandbox's certificate is given out: the vault waits for its key, or lock() was called.
    [[nodiscard]] bool isLocked() const;

    /// Something is given out that a lock would take away: an open vault, or certificates held for the
    /// session.
    [[nodiscard]] bool isExposed() const;

    /// Locks the vault and withholds what is held for the session.
    void lock();
    /// Where there is no vault: gives out again what is held for the session. Hides, but does not protect.
    void unlockSession();

    /// Errors: vault-locked, no-such-secret, vault-contents-broken.
    [[nodiscard]] base::Result<base::SecretBytes> get(const Project& project,
                                                      std::string_view role = vault::kCertificate) const;
    /// All that get() would give of the vault and the session, the sandbox's apart; empty while locked.
    [[nodiscard]] std::map<vault::Slot, base::SecretBytes> all() const;
    [[nodiscard]] Place place(const Project& project) const;

    /// Held until the program ends, in place of what the vault has. An empty value forgets it.
    [[nodiscard]] base::Result<> hold(std::string_view projectId, std::string_view role,
                                      const base::SecretBytes& value);
    /// Where secrets that come in numbers go: the open vault, or the session's. nullptr while locked.
    [[nodiscard]] vault::Vault* target();

    /// Lets go of all that is held for the session of a project.
    [[nodiscard]] base::Result<> forgetSession(std::string_view projectId);

    /// Seals a text in memory, such as a token while locked, and hands it out once, when unlocked. Not
    /// written anywhere. Errors: vault-full, vault-locked.
    [[nodiscard]] base::Result<> seal(std::string_view name, std::string_view text);
    [[nodiscard]] base::Result<base::SecretBytes> unseal(std::string_view name);

private:
    Home m_home;
    std::optional<base::Error> m_trouble;
    std::optional<base::Error> m_folderNotice;
    vault::Vault m_vault;
    vault::Vault m_session;
    bool m_withheld = false;
};

} // namespace project

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/project/Secrets.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <set>
#include <string>

namespace ui {

/// What shall happen when the vault has done something. Nothing, when `receiver` has gone meanwhile: a lock
/// takes pages down while their keys are being made.
class VaultDone final
{
public:
    VaultDone(QObject* receiver, std::function<void(const base::Result<>&)> call)
        : m_receiver(receiver)
        , m_call(std::move(call))
    {
    }
    void operator()(const base::Result<>& outcome) const
    {
        if (m_receiver)
            m_call(outcome);
    }

private:
    QPointer<QObject> m_receiver;
    std::function<void(const base::Result<>&)> m_call;
};

/// The vault as the window uses it: what takes time (Argon2id, a save) runs in a worker thread, and the
/// window stays live. Opening and locking are told to everybody.
class VaultHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VaultHost)

public:
    using Done = VaultDone; ///< called in this object's thread

    explicit VaultHost(project::Secrets& secrets, QObject* parent = nullptr);
    ~VaultHost() override;

    /// Reads the file; no key is asked for. The error is also kept for `trouble`.
    void load();
    [[nodiscard]] const project::Secrets& secrets() const { return m_secrets; }
    /// What is wrong with the file, if there is anything.
    [[nodiscard]] const std::optional<base::Error>& trouble() const { return m_trouble; }
    [[nodiscard]] bool isBusy() const { return m_busy > 0; }
    [[nodiscard]] std::optional<QDateTime> lastLock() const { return m_lastLock; }
    /// The user wants the certificates of this session in memory only.
    [[nodiscard]] bool sessionChosen() const { return m_sessionChosen; }
    void chooseSession() { m_sessionChosen = true; }

    void unlock(const QString& passphrase, Done done);
    void unlockWithKeyFile(const QString& path, Done done);
    /// Without a vault: shows again what lock() hid.
    void unlockSession();
    /// `aboutToLock` first, so that what is shown can be sealed.
    void lock();

    /// A new vault whose key comes from this passphrase. Nothing is written before there is a secret.
    void create(const QString& passphrase, Done done);
    /// A new key from a new passphrase, after the old one was given. Errors: wrong-passphrase and those of
    /// vault::Vault::startKeyChange.
    void changePassphrase(const QString& old, const QString& passphrase, Done done);
    /// Errors: wrong-passphrase, those of vault::writeKeyFile.
    void writeKeyFile(const QString& passphrase, const QString& path, Done done);
    /// Puts the secret (an empty one removes it) into the open vault and saves. On a failed save it stays in
    /// memory, and the next save writes it. One at a time: vault-busy until `done`.
    void keep(const std::string& projectId, std::string_view role, const base::SecretBytes& value, Done done);
    /// Holds the secret (an empty one forgets it) until the program ends. Error: vault-full.
    [[nodiscard]] base::Result<> hold(const std::string& projectId, std::string_view role,
                                      const base::SecretBytes& value);
    void forget(const std::string& projectId, Done done);
    void restoreBackup(Done done);

    /// Writes the projects with their secrets under a passphrase of the export's own.
    void exportSecrets(const QString& vaultPassphrase, const QString& exportPassphrase, const QString& path,
                       const std::string& projectsJson, std::set<std::string, std::less<>> projectIds,
                       Done done);

Q_SIGNALS:
    void aboutToLock();
    void locked();
    void unlocked();
    /// Anything of the above, or something was saved.
    void changed();

private:
    using KeyDone = std::function<void(base::Result<vault::VaultKey>)>;
    using NewKeyDone = std::function<void(base::Result<vault::VaultKey>, const vault::KeyTerms&)>;
    void derive(const QString& passphrase, const vault::Salt& salt, vault::PassphraseKdf kdf, KeyDone done);
    void deriveNew(const QString& passphrase, NewKeyDone done);
    void confirm(const QString& passphrase, Done done);
    void save(Done done);
    void run(base::Result<vault::SaveJob> job, Done done);
    void opened(const base::Result<>& result, const Done& done);
    void begin();
    void end();

    project::Secrets& m_secrets;
    std::optional<base::Error> m_trouble;
    std::optional<QDateTime> m_lastLock;
    int m_busy = 0;
    bool m_sessionChosen = false;
};

} // namespace ui

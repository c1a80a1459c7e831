// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/project/Secrets.h"
#include "core/vault/Keychain.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace project {
class ProjectStore;
}

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

/// How the key of the vault is to be had.
struct KeyWays
{
    QString passphrase;    ///< empty: a random key, which only the keychain or a key file has
    bool keychain = false; ///< the keychain holds a copy
};

/// The vault as the window uses it: what takes time (Argon2id, a save) runs in a worker thread, the keychain
/// answers when it likes, and the window stays live. Opening and locking are told to everybody.
class VaultHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VaultHost)

public:
    using Done = VaultDone; ///< called in this object's thread

    VaultHost(project::Secrets& secrets, vault::Keychain& keychain, QObject* parent = nullptr);
    ~VaultHost() override;

    /// Reads the file; no key is asked for. The error is also kept for `trouble`.
    void load();
    [[nodiscard]] const project::Secrets& secrets() const { return m_secrets; }
    /// What is wrong with the file, if there is anything.
    [[nodiscard]] std::optional<base::Error> trouble() const { return m_secrets.trouble(); }
    /// Things of the file that should be told once; each call empties the list.
    [[nodiscard]] std::vector<base::Error> takeNotices() { return m_secrets.takeNotices(); }
    /// What no output may touch: the files of
    /// this home, and the key file that opened the vault.
    [[nodiscard]] base::OutputGuard guard() const;
    [[nodiscard]] bool isBusy() const { return m_busy > 0; }
    [[nodiscard]] std::optional<QDateTime> lastLock() const { return m_lastLock; }
    /// The user wants the certificates of this session in memory only.
    [[nodiscard]] bool sessionChosen() const { return m_sessionChosen; }
    void chooseSession() { m_sessionChosen = true; }

    void unlock(const QString& passphrase, Done done);
    void unlockWithKeyFile(const QString& path, Done done);
    /// Waits for its answer as long as it takes (it may be asking for its own password); everything else can
    /// be used meanwhile, and an answer that comes when the vault is open is passed over.
    void unlockByKeychain(Done done);
    /// Without a vault: shows again what lock() hid.
    void unlockSession();
    /// `aboutToLock` first, so that what is shown can be sealed.
    void lock();

    /// Whether a keychain can be offered, within Keychain::kWait. Errors: keychain-unavailable,
    /// keychain-silent.
    void findKeychain(Done done);
    /// A new vault with such a key. Nothing is written before there is a secret. Errors: those of the
    /// passphrase and of the keychain.
    void create(const KeyWays& ways, Done done);

    // What follows asks for the passphrase again. A vault without one takes an empty text: whoever calls has
    // to ask for something else then.

    /// A new key. `done` comes with the vault saved under it; `filesOfOldKey` says what the old one still
    /// opens. Errors: wrong-passphrase; those of the new ways and of a save.
    void changeKey(const QString& old, const KeyWays& ways, Done done);
    [[nodiscard]] const std::vector<std::string>& filesOfOldKey() const { return m_filesOfOldKey; }
    /// Has the keychain keep a copy of the key. Errors: wrong-passphrase; those of the keychain and of a
    /// save.
    void addKeychainCopy(const QString& passphrase, Done done);
    /// Errors: wrong-passphrase, those of vault::writeKeyFile.
    void writeKeyFile(const QString& passphrase, const base::Output& output, Done done);
    /// Writes the projects with their secrets under a passphrase of the export's own.
    void exportSecrets(const QString& vaultPassphrase, const QString& exportPassphrase,
                       const base::Output& output, const std::string& projectsJson,
                       std::set<std::string, std::less<>> projectIds, Done done);

    /// Opens an export with its passphrase. `place` gets its projects and gives the id under which the
    /// secrets of each are to be kept here; then they are saved. Errors: those of vault::Vault::readExport,
    /// exportedProjects and stageImport, of `place`, and of a save.
    using Place =
        std::function<base::Result<std::map<std::string, std::string>>(const std::string& projects)>;
    void importSecrets(const QString& path, const QString& passphrase, Place place, Done done);

    /// Puts the secret (an empty one removes it) into the open vault and saves. On a failed save it stays in
    /// memory, and the next save writes it. One at a time: vault-busy until `done`.
    void keep(const std::string& projectId, std::string_view role, const base::SecretBytes& value, Done done);
    /// Holds the secret (an empty one forgets it) until the program ends. Error: vault-full.
    [[nodiscard]] base::Result<> hold(const std::string& projectId, std::string_view role,
                                      const base::SecretBytes& value);
    void forget(const std::string& projectId, Done done);
    void restoreBackup(Done done);
    /// Sets aside a vault that cannot be opened; gives its new name. Errors: those of project::startOver.
    [[nodiscard]] base::Result<std::string> startOver(project::ProjectStore& projects);
    /// Writes the edits that are not saved yet, as after a save that failed.
    void save(Done done);
    /// Takes over what another program wrote, with our unsaved edits on top. The passphrase is needed only
    /// where the key was changed there. Errors: key-was-changed, those of vault::Vault::reload.
    void reload(const QString& passphrase, Done done);
    /// The file has changed: an open vault without unsaved edits follows, a locked one is read anew.
    void followFile();

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
    void makeKey(const KeyWays& ways, const vault::VaultId& id, NewKeyDone done);
    [[nodiscard]] static base::Result<> checkNew(const QString& passphrase);
    void confirm(const QString& passphrase, Done done);
    void startKeyChange(base::Result<vault::VaultKey> key, const vault::KeyTerms& terms, Done done);
    void run(base::Result<vault::SaveJob> job, Done done);
    void opened(const base::Result<>& result, const Done& done);
    [[nodiscard]] bool isFileNew() const;
    void begin();
    void end();

    project::Secrets& m_secrets;
    vault::Keychain& m_keychain;
    std::vector<std::string> m_filesOfOldKey;
    std::string m_keyFile; ///< the last one that was used
    std::optional<QDateTime> m_lastLock;
    int m_busy = 0;
    bool m_sessionChosen = false;
};

} // namespace ui

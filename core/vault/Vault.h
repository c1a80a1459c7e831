// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/Output.h"
#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/vault/KeyFile.h"
#include "core/vault/VaultFile.h"
#include "core/vault/VaultFormat.h"
#include "core/vault/VaultModel.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vault {

/// The ways in to a key that the file itself tells of. A key file leaves no trace there.
struct KeyTerms
{
    Salt salt; ///< the one that the key was derived with; a new one for every new key
    PassphraseKdf kdf = PassphraseKdf::None;
    bool keychain = false;
};

/// Where a key came from, for the sentence when it does not fit.
enum class KeySource { Passphrase, Keychain };

enum class State {
    Absent,      ///< no vault yet
    BackupOnly,  ///< no vault, but a backup: offer it
    Unusable,    ///< there is something, which load() could not take
    Locked,      ///< sound; a key is needed
    Unlocked,    ///< open
    SessionOnly, ///< open, in memory only
};

/// What may be shown of a vault without its key.
struct VaultInfo
{
    std::string path; ///< empty for a session
    Header header;
    std::size_t size = 0;   ///< bytes of the file
    bool hasBackup = false; ///< not looked at; see Vault::backup
    bool writable = false;  ///< as far as permissions tell
    bool unsaved = false;   ///< there are edits that a save has still to write
};

/// A save that was prepared. `run` blocks (lock, disk) and may run in any thread; the Vault takes the outcome
/// back in its own. Copies share the outcome.
class SaveJob final
{
public:
    void run() const;

private:
    friend class Vault;
    struct Work;
    explicit SaveJob(std::shared_ptr<Work> work);
    std::shared_ptr<Work> m_work;
};

/// What an import did with the secrets.
struct ImportedSecrets
{
    std::vector<Slot> taken;     ///< under their new ids; what was there already, and the same, among them
    std::vector<Slot> conflicts; ///< another secret is kept there already; it was left alone
};

/// The one door for secrets: a small encrypted file, or memory alone. Nothing secret stays plain while it is
/// unlocked: it keeps the key in guarded memory and the encrypted image, and opens that for each use (0.1
/// ms). Lives in one thread; only deriveKey and SaveJob::run belong into another.
class Vault final
{
public:
    Vault(std::string path, const base::Clock& clock,
          std::chrono::milliseconds lockWait = VaultFile::kLockWait);
    /// In memory only, under a random key, gone with the object or lock().
    [[nodiscard]] static Vault forSession(const base::Clock& clock);

    Vault(Vault&&) noexcept = default;
    Vault& operator=(Vault&&) = delete;
    ~Vault() = default;

    /// Removes what a killed program left, reads the file and checks what can be checked without a key. No
    /// file is no error (Absent, BackupOnly). Drops edits that were not saved. Errors (then Unusable, and
    /// nothing will be written): vault-damaged, vault-newer, vault-link-broken, vault-not-a-file, file-read;
    /// vault-busy changes nothing.
    [[nodiscard]] base::Result<> load();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOpen() const { return m_state == State::Unlocked || m_state == State::SessionOnly; }
    /// Of what was read or written last; the header is empty where there is no sound file.
    [[nodiscard]] VaultInfo info() const;
    /// Things that happened and should be told once (vault-tightened); each call empties the list.
    [[nodiscard]] std::vector<base::Error> takeNotices();

    /// The backup as it stands, if it is sound. Errors: vault-no-backup, vault-damaged, vault-newer,
    /// file-read.
    [[nodiscard]] base::Result<VaultInfo> backup() const;
    /// Takes the backup as the vault (a file in its place becomes `.damaged-n`) and loads it. Errors: those
    /// of backup, save and load.
    [[nodiscard]] base::Result<> restoreBackup();
    /// Start over: renames vault and backup to `.old-n`, deletes nothing. Gives the new name.
    [[nodiscard]] base::Result<std::string> setAside();

    /// A new, empty, unlocked vault. Nothing is written before there is a secret to keep. Error: vault-exists
    /// unless the state is Absent.
    [[nodiscard]] base::Result<> create(VaultKey key, const KeyTerms& terms,
                                        const VaultId& id = VaultId::random());

    /// Opens a locked vault; any other is left as it is, so that a late answer of the keychain does no harm.
    /// Finishes a change of key that was cut off. Errors: wrong-passphrase or keychain-key-wrong,
    /// vault-contents-broken, vault-newer.
    [[nodiscard]] base::Result<> unlock(VaultKey key, KeySource source);
    /// Errors: key-of-another-vault, key-was-changed, vault-or-key-changed, and those above.
    [[nodiscard]] base::Result<> unlock(const KeyFile& file);
    /// Frees the key and forgets what is in the vault. Edits that were not saved stay, encrypted; a session
    /// loses everything.
    void lock();

    /// The files beside the vault that a key of that salt opens: to be named after a change of key.
    [[nodiscard]] std::vector<std::string> filesOfKey(const Salt& salt) const;

    /// Whether that is the key in use, in constant time: asked for again before an export of secrets, a
    /// change of key, a new copy of the key.
    [[nodiscard]] bool hasKey(const VaultKey& key) const;
    /// A copy of the key, for the keychain or a key file. Error: vault-locked.
    [[nodiscard]] base::Result<VaultKey> copyKey() const;

    /// Opens the image, copies that one secret out. Errors: vault-locked, no-such-secret.
    [[nodiscard]] base::Result<base::SecretBytes> secret(std::string_view projectId,
                                                         std::string_view role) const;
    /// All secrets by one opening of the image: for whoever has to try them all. Errors: vault-locked.
    [[nodiscard]] base::Result<std::map<Slot, base::SecretBytes>> secrets() const;
    /// False for every slot while locked.
    [[nodiscard]] bool has(std::string_view projectId, std::string_view role) const;
    [[nodiscard]] std::vector<Slot> slots() const; ///< empty while locked

    /// Change and save. On a failed save the edit is kept (and secret() gives it), save() tries again.
    /// Errors: vault-locked, vault-busy, vault-full, secret-too-long: nothing was changed; those of
    /// VaultFile::save: changed in memory, not saved.
    [[nodiscard]] base::Result<> put(std::string_view projectId, std::string_view role,
                                     const base::SecretBytes& value);
    [[nodiscard]] base::Result<> remove(std::string_view projectId, std::string_view role);
    [[nodiscard]] base::Result<> removeProject(std::string_view projectId);

    /// The same without the save, for a window, which then saves by startSave.
    [[nodiscard]] base::Result<> stagePut(std::string_view projectId, std::string_view role,
                                          const base::SecretBytes& value);
    [[nodiscard]] base::Result<> stageRemove(std::string_view projectId, std::string_view role);
    [[nodiscard]] base::Result<> stageRemoveProject(std::string_view projectId);

    [[nodiscard]] bool hasUnsaved() const { return m_unsaved; }
    [[nodiscard]] base::Result<> save();

    /// save() in three steps: `startSave`, `SaveJob::run` in a worker thread, `finish`. In between edits are
    /// refused with vault-busy; reading and lock() work.
    [[nodiscard]] base::Result<SaveJob> startSave();
    [[nodiscard]] base::Result<SaveJob> startKeyChange(VaultKey key, const KeyTerms& terms);
    [[nodiscard]] base::Result<> finish(const SaveJob& job);
    /// All three steps of a job at once, for programs without a window.
    [[nodiscard]] base::Result<> run(const base::Result<SaveJob>& job);

    /// After vault-changed-elsewhere: reads the file anew and lays the unsaved edits over it, still unsaved.
    /// Errors, with nothing changed: key-was-changed (derive the key for fileHeader() and give it here),
    /// vault-replaced, vault-missing, vault-contents-broken, those of load.
    [[nodiscard]] base::Result<> reload(std::optional<VaultKey> newKey = std::nullopt);
    /// The header of the file as it stands now.
    [[nodiscard]] base::Result<Header> fileHeader() const;

    /// A new key with a new salt: what opened the vault before opens nothing written from now on. The
    /// keychain entry of the new key must be there and compared before; the old one is erased after success.
    /// Errors: as put. Whether the new key is in force is told by hasKey, also after an error.
    [[nodiscard]] base::Result<> changeKey(VaultKey key, const KeyTerms& terms);
    /// Notes that the keychain holds a copy, after it was written, read back and compared. Taking a copy away
    /// is a change of key. A save like startSave; the note is made only if it succeeds.
    [[nodiscard]] base::Result<SaveJob> startKeychainNote();

    /// Writes the secrets of those projects to a vault of its own, with a new id. `projectsJson` is kept as
    /// it is and must hold no secret. Errors: vault-locked, bad-json, vault-full, those of
    /// base::writeOutput, whose guard names the files of this vault.
    [[nodiscard]] base::Result<> exportTo(const base::Output& output, std::string_view projectsJson,
                                          const std::set<std::string, std::less<>>& projectIds,
                                          const VaultKey& key, const KeyTerms& terms) const;
    /// The file of an export, checked, for its header. Errors: those of VaultImage::check, file-read,
    /// vault-missing.
    [[nodiscard]] static base::Result<VaultImage> readExport(const std::string& path);
    /// The projects of an export, as they were given to exportTo. Errors: wrong-passphrase,
    /// vault-contents-broken, not-an-export.
    [[nodiscard]] static base::Result<std::string> exportedProjects(const VaultImage& file,
                                                                    const VaultKey& key);
    /// Takes the secrets of the projects that `newIds` names, under the ids that it gives. What is kept
    /// already is replaced only if `overwrite`. Not saved. Errors: those of exportedProjects and of stagePut.
    [[nodiscard]] base::Result<ImportedSecrets> stageImport(const VaultImage& file, const VaultKey& key,
                                                            const std::map<std::string, std::string>& newIds,
                                                            bool overwrite = false);

private:
    struct Edit
    {
        Slot slot;
        std::optional<std::span<const std::uint8_t>> value; // nothing: remove
    };

    [[nodiscard]] base::Result<> adoptKey(VaultKey key, const base::Error& misfit);
    [[nodiscard]] base::Result<> apply(std::span<const Edit> edits);
    [[nodiscard]] base::Result<> checkEditable() const;
    [[nodiscard]] base::Result<SaveJob> prepare(Header header, std::optional<VaultKey> newKey,
                                                SaveOrder order);
    [[nodiscard]] base::Result<> saveAfter(base::Result<> edit);
    [[nodiscard]] std::uint64_t writtenGeneration() const;

    VaultFile m_file;
    const base::Clock* m_clock;
    State m_state = State::Absent;
    std::optional<Bytes> m_onDisk;     // what was last read or written, sound or not
    std::optional<VaultImage> m_image; // the contents, saved or not yet
    std::optional<VaultKey> m_key;     // while open
    VaultModel m_model;                // while open
    std::set<Slot> m_touched;          // by edits that are not saved
    std::vector<base::Error> m_notices;
    std::optional<Header> m_written; // of m_onDisk, where it is sound
    int m_wrongPassphrases = 0;
    bool m_unsaved = false;
    bool m_saving = false;
};

} // namespace vault

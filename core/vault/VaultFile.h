// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/FileLock.h"
#include "core/base/Result.h"
#include "core/vault/VaultFormat.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace vault {

/// What a save did.
struct SaveOutcome
{
    bool written = false; ///< the new image is the vault now, whatever failed after that
    std::optional<base::Error>
        error; ///< set: the edit is still unsaved, and the old or the new file is whole
};

/// Which file is replaced first. A change of key begins with the vault, so that, wherever it is cut off,
/// every file that is there still has its key.
enum class SaveOrder { BackupFirst, VaultFirst };

/// The files of one vault: `path`, and beside what it links to `.bak`, `.tmp`, `.lock`. Keeps nothing between
/// calls, so a save can run in a worker thread. Every file it makes is 0600 from the first byte.
class VaultFile final
{
public:
    static constexpr std::chrono::milliseconds kLockWait = base::kLockWait;

    explicit VaultFile(std::string path, std::chrono::milliseconds lockWait = kLockWait);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const std::chrono::milliseconds& lockWait() const { return m_lockWait; }
    [[nodiscard]] std::string backupPath() const;

    /// The vault's bytes, not looked at (at most one more than a vault can have); nothing when there is no
    /// file and no link. Needs no lock: a rename makes a file whole. Errors: vault-link-broken,
    /// vault-not-a-file, file-read. None of them means that there is no vault.
    [[nodiscard]] base::Result<std::optional<Bytes>> read() const;

    /// The backup, checked. Errors: vault-no-backup, vault-damaged, vault-newer, file-read.
    [[nodiscard]] base::Result<VaultImage> readBackup() const;
    [[nodiscard]] bool hasBackup() const;
    /// Whether a save has a chance, as far as permissions tell.
    [[nodiscard]] bool looksWritable() const;

    /// Writes `next` where the vault still equals `expected`, byte for byte (nothing: is absent), under the
    /// lock: temporary file, sync, read back, rename, for the backup and the vault; then syncs the folder.
    /// Errors: vault-changed-elsewhere, vault-lock-busy, file-write, and those of read.
    [[nodiscard]] SaveOutcome save(const std::optional<Bytes>& expected, const VaultImage& next,
                                   SaveOrder order = SaveOrder::BackupFirst) const;

    /// Finishes a change of key that was cut off: where the backup is of the same vault, older and of another
    /// key, the vault's image replaces it. True when that was so.
    [[nodiscard]] base::Result<bool> finishKeyChange(const VaultImage& image) const;

    /// Takes the backup's bytes as the vault. What stood there (it must still equal `expected`) is renamed to
    /// `.damaged-n`; the backup stays. Errors: as readBackup and save.
    [[nodiscard]] base::Result<> restoreBackup(const std::optional<Bytes>& expected) const;

    /// Renames the vault and its backup to `.old-n` and `.old-n.bak`, for a new start; deletes nothing.
    /// Gives the new name. Errors: as save.
    [[nodiscard]] base::Result<std::string> setAside(const std::optional<Bytes>& expected) const;

    /// The vault and every file beside it whose name begins with its name, in order.
    [[nodiscard]] std::vector<std::string> siblings() const;

    /// At the start: removes a temporary file that a killed program left, if nobody holds the lock.
    void sweep() const;

    /// Takes the bits of group and others off the vault and its backup. Gives vault-tightened for each file
    /// that had some.
    [[nodiscard]] std::vector<base::Error> tighten() const;

private:
    std::string m_path;
    std::chrono::milliseconds m_lockWait;
};

/// Replaces `path` by way of `temporary` in the same folder: exclusive, 0600, synced, read back and compared,
/// renamed. A failure leaves `path` as it was and no temporary file. The folder is not synced. Error:
/// file-write.
[[nodiscard]] base::Result<> replaceFile(const std::string& path, const std::string& temporary,
                                         const Bytes& content);

} // namespace vault

// SPDX-License-Identifier: Apache-2.0
#include "core/vault/Vault.h"

#include "core/vault/Errors.h"

#include <algorithm>
#include <utility>

namespace vault {

using base::fail;
using base::Result;

Vault::Vault(std::string path, const base::Clock& clock, std::chrono::milliseconds lockWait)
    : m_file(std::move(path), lockWait)
    , m_clock(&clock)
{
    startSodium();
}

Vault Vault::forSession(const base::Clock& clock)
{
    Vault vault({}, clock);
    if (vault.create(VaultKey::random(), {}))
        vault.m_state = State::SessionOnly;
    return vault;
}

Result<> Vault::load()
{
    if (m_saving)
        return fail(errors::kBusy);
    lock();
    m_image.reset();
    m_onDisk.reset();
    m_written.reset();
    m_touched.clear();
    m_unsaved = false;
    m_wrongPassphrases = 0;
    m_state = State::Unusable;
    m_file.sweep();
    auto bytes = m_file.read();
    if (!bytes)
        return fail(bytes.error());
    if (!*bytes) {
        m_state = m_file.hasBackup() ? State::BackupOnly : State::Absent;
        return {};
    }
    for (base::Error& notice : m_file.tighten())
        m_notices.push_back(std::move(notice));
    m_onDisk = **bytes;
    auto image = VaultImage::check(std::move(**bytes), m_file.path());
    if (!image)
        return fail(image.error());
    m_written = image->header();
    m_image = std::move(*image);
    m_state = State::Locked;
    return {};
}

VaultInfo Vault::info() const
{
    VaultInfo info;
    info.path = m_file.path();
    info.header = m_written ? *m_written : m_image ? m_image->header() : Header{};
    info.size = m_onDisk ? m_onDisk->size() : 0;
    info.unsaved = m_unsaved;
    if (!info.path.empty()) {
        info.hasBackup = m_file.hasBackup();
        info.writable = m_file.looksWritable();
    }
    return info;
}

std::vector<base::Error> Vault::takeNotices()
{
    return std::exchange(m_notices, {});
}

Result<VaultInfo> Vault::backup() const
{
    const auto image = m_file.readBackup();
    if (!image)
        return fail(image.error());
    VaultInfo info;
    info.path = image->path();
    info.header = image->header();
    info.size = image->bytes().size();
    return info;
}

Result<> Vault::restoreBackup()
{
    if (m_saving)
        return fail(errors::kBusy);
    if (auto restored = m_file.restoreBackup(m_onDisk); !restored)
        return restored;
    return load();
}

Result<std::string> Vault::setAside()
{
    if (m_saving)
        return fail(errors::kBusy);
    auto aside = m_file.setAside(m_onDisk);
    if (!aside)
        return fail(aside.error());
    if (auto loaded = load(); !loaded)
        return fail(loaded.error());
    return aside;
}

Result<> Vault::create(VaultKey key, const KeyTerms& terms, const VaultId& id)
{
    if (m_state != State::Absent)
        return fail(errors::kExists, "", std::vector{m_file.path()});
    const Header header{terms.kdf, terms.keychain, id, terms.salt, 0, m_clock->nowMs()};
    VaultModel model = VaultModel::empty();
    auto image = seal(header, model.toJson(), {}, key);
    if (!image)
        return fail(image.error());
    m_image = std::move(*image);
    m_key = std::move(key);
    m_model = std::move(model);
    m_state = State::Unlocked;
    return {};
}

Result<> Vault::adoptKey(VaultKey key, const base::Error& misfit)
{
    const StackWipe wipe;
    const auto opened = open(*m_image, key);
    if (!opened)
        return fail(opened.error().code == errors::kVaultOrKeyChanged ? misfit : opened.error());
    auto model = VaultModel::read(*opened, m_file.path());
    if (!model)
        return fail(model.error());
    m_key = std::move(key);
    m_model = std::move(*model);
    m_state = State::Unlocked;
    m_wrongPassphrases = 0;
    // What fails here is tried again when the vault is opened next time.
    if (!m_unsaved)
        static_cast<void>(m_file.finishKeyChange(*m_image));
    return {};
}

Result<> Vault::unlock(VaultKey key, KeySource source)
{
    if (m_state != State::Locked)
        return {};
    if (source == KeySource::Keychain)
        return adoptKey(std::move(key), base::makeError(errors::kKeychainKeyWrong, "", {m_file.path()}));
    const std::string backup = m_file.hasBackup() ? m_file.backupPath() : std::string();
    auto adopted =
        adoptKey(std::move(key), base::makeError(errors::kWrongPassphrase, "",
                                                 {std::to_string(m_wrongPassphrases + 1), backup}));
    if (!adopted && adopted.error().code == errors::kWrongPassphrase)
        ++m_wrongPassphrases;
    return adopted;
}

Result<> Vault::unlock(const KeyFile& file)
{
    if (m_state != State::Locked)
        return {};
    const Header& header = m_image->header();
    if (file.id != header.id)
        return fail(errors::kKeyOfAnotherVault, "", std::vector{file.path});
    if (file.salt != header.salt)
        return fail(errors::kKeyWasChanged, "", std::vector{file.path});
    return adoptKey(file.key.copy(), base::makeError(errors::kVaultOrKeyChanged, "", {file.path}));
}

void Vault::lock()
{
    m_key.reset();
    m_model = {};
    if (m_state == State::SessionOnly) {
        m_image.reset();
        m_state = State::Absent;
    } else if (m_state == State::Unlocked) {
        // A vault that was created and never written is gone with its key, unless it holds an edit.
        m_state = m_onDisk || m_unsaved ? State::Locked : State::Absent;
        if (m_state == State::Absent)
            m_image.reset();
    }
}

std::vector<std::string> Vault::filesOfKey(const Salt& salt) const
{
    std::vector<std::string> files;
    for (const std::string& path : m_file.siblings()) {
        auto bytes = VaultFile(path).read();
        if (!bytes || !*bytes)
            continue;
        const auto image = VaultImage::check(std::move(**bytes), path);
        if (image && image->header().salt == salt)
            files.push_back(path);
    }
    return files;
}

bool Vault::hasKey(const VaultKey& key) const
{
    return m_key && *m_key == key;
}

Result<VaultKey> Vault::copyKey() const
{
    if (!m_key)
        return fail(errors::kLocked);
    return m_key->copy();
}

Result<base::SecretBytes> Vault::secret(std::string_view projectId, std::string_view role) const
{
    const StackWipe wipe;
    if (!isOpen())
        return fail(errors::kLocked);
    Slot slot{std::string(projectId), std::string(role)};
    const auto found = m_model.index.find(slot);
    if (found == m_model.index.end())
        return fail(errors::kNoSecret, "", std::vector{std::move(slot.projectId), std::move(slot.role)});
    const auto opened = open(*m_image, *m_key);
    if (!opened)
        return fail(opened.error());
    const std::span<const std::uint8_t> bytes = opened->find(found->second)->bytes;
    return base::SecretBytes({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Result<std::map<Slot, base::SecretBytes>> Vault::secrets() const
{
    const StackWipe wipe;
    if (!isOpen())
        return fail(errors::kLocked);
    const auto opened = open(*m_image, *m_key);
    if (!opened)
        return fail(opened.error());
    std::map<Slot, base::SecretBytes> all;
    for (const auto& [slot, id] : m_model.index) {
        const std::span<const std::uint8_t> bytes = opened->find(id)->bytes;
        all.emplace(slot, base::SecretBytes({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
    }
    return all;
}

bool Vault::has(std::string_view projectId, std::string_view role) const
{
    return m_model.index.contains(Slot{std::string(projectId), std::string(role)});
}

std::vector<Slot> Vault::slots() const
{
    std::vector<Slot> slots;
    for (const auto& [slot, id] : m_model.index)
        slots.push_back(slot);
    return slots;
}

Result<> Vault::checkEditable() const
{
    if (!isOpen())
        return fail(errors::kLocked);
    if (m_saving)
        return fail(errors::kBusy);
    return {};
}

/// All edits, or none.
Result<> Vault::apply(std::span<const Edit> edits)
{
    if (auto editable = checkEditable(); !editable)
        return editable;
    const auto opened = open(*m_image, *m_key);
    if (!opened)
        return fail(opened.error());
    VaultModel model = m_model;
    std::vector<SecretView> secrets = opened->secrets();
    std::uint32_t last = 0;
    for (const SecretView& secret : secrets)
        last = std::max(last, secret.id);
    for (const Edit& edit : edits) {
        if (const auto old = model.index.find(edit.slot); old != model.index.end()) {
            std::erase_if(secrets, [&](const SecretView& secret) { return secret.id == old->second; });
            model.index.erase(old);
        }
        if (edit.value) {
            const auto isTaken = [&](const SecretView& secret) { return secret.id == last; };
            do {
                ++last;
            } while (std::any_of(secrets.begin(), secrets.end(), isTaken)); // past 2^32 it begins anew
            secrets.push_back({last, *edit.value});
            model.index.emplace(edit.slot, last);
        }
    }
    auto image = seal(m_image->header(), model.toJson(), secrets, *m_key);
    if (!image)
        return fail(image.error());
    m_image = std::move(*image);
    m_model = std::move(model);
    for (const Edit& edit : edits)
        m_touched.insert(edit.slot);
    m_unsaved = !m_file.path().empty();
    return {};
}

Result<> Vault::stagePut(std::string_view projectId, std::string_view role, const base::SecretBytes& value)
{
    const Edit edit{{std::string(projectId), std::string(role)}, bytesOf(value.view())};
    return apply({&edit, 1});
}

Result<> Vault::stageRemove(std::string_view projectId, std::string_view role)
{
    if (auto editable = checkEditable(); !editable || !has(projectId, role))
        return editable;
    const Edit edit{{std::string(projectId), std::string(role)}, std::nullopt};
    return apply({&edit, 1});
}

Result<> Vault::stageRemoveProject(std::string_view projectId)
{
    std::vector<Edit> edits;
    for (const auto& [slot, id] : m_model.index) {
        if (slot.projectId == projectId)
            edits.push_back({slot, std::nullopt});
    }
    if (auto editable = checkEditable(); !editable || edits.empty())
        return editable;
    return apply(edits);
}

Result<> Vault::saveAfter(Result<> edit)
{
    return edit && m_unsaved ? save() : edit;
}

Result<> Vault::put(std::string_view projectId, std::string_view role, const base::SecretBytes& value)
{
    return saveAfter(stagePut(projectId, role, value));
}

Result<> Vault::remove(std::string_view projectId, std::string_view role)
{
    return saveAfter(stageRemove(projectId, role));
}

Result<> Vault::removeProject(std::string_view projectId)
{
    return saveAfter(stageRemoveProject(projectId));
}

} // namespace vault

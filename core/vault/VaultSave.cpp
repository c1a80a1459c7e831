// SPDX-License-Identifier: Apache-2.0
// Saves, changes of key and reloads: the part of Vault that writes its own file.
#include "core/vault/Errors.h"
#include "core/vault/Vault.h"

#include <utility>

namespace vault {

using base::fail;
using base::Result;

struct SaveJob::Work
{
    VaultFile file;
    std::optional<Bytes> expected;
    VaultImage next;
    SaveOrder order;
    std::optional<VaultKey> newKey;
    SaveOutcome outcome{};
};

SaveJob::SaveJob(std::shared_ptr<Work> work)
    : m_work(std::move(work))
{
}

void SaveJob::run() const
{
    // A session has no path: its image is "written" by being kept.
    m_work->outcome = m_work->file.path().empty()
                          ? SaveOutcome{true, {}}
                          : m_work->file.save(m_work->expected, m_work->next, m_work->order);
}

std::uint64_t Vault::writtenGeneration() const
{
    return m_written ? m_written->generation : 0;
}

Result<SaveJob> Vault::prepare(Header header, std::optional<VaultKey> newKey, SaveOrder order)
{
    if (auto editable = checkEditable(); !editable)
        return fail(editable.error());
    const auto opened = open(*m_image, *m_key);
    if (!opened)
        return fail(opened.error());
    header.generation = writtenGeneration() + 1;
    header.savedAt = m_clock->nowMs();
    auto next = seal(header, opened->json(), opened->secrets(), newKey ? *newKey : *m_key);
    if (!next)
        return fail(next.error());
    m_saving = true;
    return SaveJob(std::make_shared<SaveJob::Work>(
        SaveJob::Work{m_file, m_onDisk, std::move(*next), order, std::move(newKey)}));
}

Result<SaveJob> Vault::startSave()
{
    if (!isOpen())
        return fail(errors::kLocked);
    return prepare(m_image->header(), std::nullopt, SaveOrder::BackupFirst);
}

Result<SaveJob> Vault::startKeyChange(VaultKey key, const KeyTerms& terms)
{
    if (!isOpen())
        return fail(errors::kLocked);
    Header header = m_image->header();
    header.salt = terms.salt;
    header.kdf = terms.kdf;
    header.keychain = terms.keychain;
    return prepare(header, std::move(key), SaveOrder::VaultFirst);
}

Result<> Vault::finish(const SaveJob& job)
{
    SaveJob::Work& work = *job.m_work;
    m_saving = false;
    if (work.outcome.written && m_image) {
        m_image = work.next;
        m_written = work.next.header();
        if (!m_file.path().empty())
            m_onDisk = work.next.bytes();
        if (m_key && work.newKey) // not where it was locked in between
            m_key = std::move(work.newKey);
    }
    work.newKey.reset();
    if (work.outcome.error) {
        m_unsaved = m_unsaved || work.outcome.written;
        return fail(*work.outcome.error);
    }
    m_touched.clear();
    m_unsaved = false;
    return {};
}

Result<> Vault::save()
{
    return run(startSave());
}

Result<> Vault::changeKey(VaultKey key, const KeyTerms& terms)
{
    return run(startKeyChange(std::move(key), terms));
}

Result<SaveJob> Vault::startKeychainNote()
{
    if (!isOpen())
        return fail(errors::kLocked);
    Header header = m_image->header();
    header.keychain = true;
    return prepare(header, std::nullopt, SaveOrder::BackupFirst);
}

Result<> Vault::run(const Result<SaveJob>& job)
{
    if (!job)
        return fail(job.error());
    job->run();
    return finish(*job);
}

Result<Header> Vault::fileHeader() const
{
    auto bytes = m_file.read();
    if (!bytes)
        return fail(bytes.error());
    if (!*bytes)
        return fail(errors::kMissing, "", std::vector{m_file.path()});
    const auto image = VaultImage::check(std::move(**bytes), m_file.path());
    if (!image)
        return fail(image.error());
    return image->header();
}

Result<> Vault::reload(std::optional<VaultKey> newKey)
{
    if (auto editable = checkEditable(); !editable)
        return editable;
    auto bytes = m_file.read();
    if (!bytes)
        return fail(bytes.error());
    if (!*bytes)
        return fail(errors::kMissing, "", std::vector{m_file.path()});
    auto image = VaultImage::check(std::move(**bytes), m_file.path());
    if (!image)
        return fail(image.error());
    if (image->header().id != m_image->header().id)
        return fail(errors::kReplaced, "", std::vector{m_file.path()});
    const auto fresh = open(*image, newKey ? *newKey : *m_key);
    if (!fresh)
        return fail(fresh.error().code == errors::kVaultOrKeyChanged
                        ? base::makeError(errors::kKeyWasChanged, "", {m_file.path()})
                        : fresh.error());
    auto model = VaultModel::read(*fresh, m_file.path());
    if (!model)
        return fail(model.error());

    const auto mine = open(*m_image, *m_key); // holds the bytes of the edits until they are laid over
    if (!mine)
        return fail(mine.error());
    std::vector<Edit> edits;
    for (const Slot& slot : m_touched) {
        const auto found = m_model.index.find(slot);
        edits.push_back({slot, found == m_model.index.end()
                                   ? std::nullopt
                                   : std::optional(mine->find(found->second)->bytes)});
    }
    m_onDisk = image->bytes();
    m_written = image->header();
    m_image = std::move(*image);
    m_model = std::move(*model);
    if (newKey)
        m_key = std::move(newKey);
    m_touched.clear();
    m_unsaved = false;
    return edits.empty() ? Result<>() : apply(edits);
}

} // namespace vault

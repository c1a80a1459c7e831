// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/VaultHost.h"

#include "core/project/StartOver.h"
#include "core/vault/Errors.h"
#include "core/vault/KeyFile.h"
#include "core/vault/Passphrase.h"
#include "core/vault/Strength.h"

#include <QFuture>
#include <QtConcurrent>

namespace ui {

using base::fail;
using base::Result;

namespace {

Result<vault::Passphrase> passphraseOf(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    auto passphrase =
        vault::Passphrase::fromText({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    base::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return passphrase;
}

} // namespace

VaultHost::VaultHost(project::Secrets& secrets, vault::Keychain& keychain, QObject* parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_keychain(keychain)
{
}

VaultHost::~VaultHost() = default;

void VaultHost::load()
{
    static_cast<void>(m_secrets.load()); // see trouble
    Q_EMIT changed();
}

void VaultHost::begin()
{
    ++m_busy;
    Q_EMIT changed();
}

void VaultHost::end()
{
    --m_busy;
    Q_EMIT changed();
}

/// Results travel by shared pointer: futures of this Qt copy what they carry.
void VaultHost::derive(const QString& passphrase, const vault::Salt& salt, vault::PassphraseKdf kdf,
                       KeyDone done)
{
    auto text = passphraseOf(passphrase);
    if (!text)
        return done(fail(text.error()));
    begin();
    auto shared = std::make_shared<vault::Passphrase>(std::move(*text));
    QtConcurrent::run([shared, salt, kdf] {
        return std::make_shared<Result<vault::VaultKey>>(vault::deriveKey(*shared, salt, kdf));
    }).then(this, [this, done = std::move(done)](const std::shared_ptr<Result<vault::VaultKey>>& key) {
        done(std::move(*key));
        end();
    });
}

/// What is empty is no passphrase: the key is random then.
Result<> VaultHost::checkNew(const QString& passphrase)
{
    if (passphrase.isEmpty())
        return {};
    const auto text = passphraseOf(passphrase);
    return text ? vault::checkNewPassphrase(*text) : Result<>(fail(text.error()));
}

void VaultHost::opened(const Result<>& result, const Done& done)
{
    if (result) {
        m_secrets.unlockSession();
        Q_EMIT unlocked();
    }
    done(result);
    Q_EMIT changed();
}

/// Another program may have written it since it was read.
bool VaultHost::isFileNew() const
{
    const auto header = m_secrets.vault().fileHeader();
    return header && *header != m_secrets.vault().info().header;
}

void VaultHost::unlock(const QString& passphrase, Done done)
{
    followFile();
    const vault::Header header = m_secrets.vault().info().header;
    derive(passphrase, header.salt, header.kdf, [this, done = std::move(done)](Result<vault::VaultKey> key) {
        opened(key ? m_secrets.vault().unlock(std::move(*key), vault::KeySource::Passphrase)
                   : Result<>(fail(key.error())),
               done);
    });
}

void VaultHost::unlockByKeychain(Done done)
{
    const vault::Header header = m_secrets.vault().info().header;
    m_keychain.read(
        header.id, header.salt,
        [this, done = std::move(done)](Result<vault::VaultKey> key) {
            if (m_secrets.vault().state() != vault::State::Locked)
                return;
            opened(key ? m_secrets.vault().unlock(std::move(*key), vault::KeySource::Keychain)
                       : Result<>(fail(key.error())),
                   done);
        },
        vault::Keychain::kNoLimit);
}

void VaultHost::unlockWithKeyFile(const QString& path, Done done)
{
    followFile();
    m_keyFile = path.toStdString();
    const auto file = vault::readKeyFile(m_keyFile);
    opened(file ? m_secrets.vault().unlock(*file) : Result<>(fail(file.error())), done);
}

base::OutputGuard VaultHost::guard() const
{
    base::OutputGuard guard = m_secrets.home().guard();
    if (!m_keyFile.empty())
        guard.files.push_back(m_keyFile);
    return guard;
}

void VaultHost::unlockSession()
{
    m_secrets.unlockSession();
    Q_EMIT unlocked();
    Q_EMIT changed();
}

void VaultHost::lock()
{
    Q_EMIT aboutToLock();
    m_secrets.lock();
    m_lastLock = QDateTime::currentDateTime();
    Q_EMIT locked();
    Q_EMIT changed();
}

void VaultHost::run(Result<vault::SaveJob> job, Done done)
{
    if (!job)
        return done(fail(job.error()));
    begin();
    QtConcurrent::run([job = *job] { job.run(); }).then(this, [this, job = *job, done = std::move(done)] {
        done(m_secrets.vault().finish(job));
        end();
    });
}

void VaultHost::keep(const std::string& projectId, std::string_view role, const base::SecretBytes& value,
                     Done done)
{
    vault::Vault& vault = m_secrets.vault();
    const auto staged =
        value.empty() ? vault.stageRemove(projectId, role) : vault.stagePut(projectId, role, value);
    if (!staged)
        return done(staged);
    if (const auto let = m_secrets.hold(projectId, role, {}); !let)
        return done(let);
    save(std::move(done));
}

Result<> VaultHost::hold(const std::string& projectId, std::string_view role, const base::SecretBytes& value)
{
    auto held = m_secrets.hold(projectId, role, value);
    Q_EMIT changed();
    return held;
}

void VaultHost::forget(const std::string& projectId, Done done)
{
    if (const auto gone = m_secrets.forgetSession(projectId); !gone || !m_secrets.vault().isOpen())
        return done(gone);
    if (const auto staged = m_secrets.vault().stageRemoveProject(projectId); !staged)
        return done(staged);
    save(std::move(done));
}

void VaultHost::save(Done done)
{
    if (!m_secrets.vault().hasUnsaved())
        return done({});
    run(m_secrets.vault().startSave(), std::move(done));
}

void VaultHost::restoreBackup(Done done)
{
    const auto restored = m_secrets.vault().restoreBackup();
    done(restored);
    Q_EMIT changed();
}

Result<std::string> VaultHost::startOver(project::ProjectStore& projects)
{
    auto aside = project::startOver(m_secrets, projects);
    if (m_secrets.vault().state() == vault::State::Absent) {
        Q_EMIT unlocked();
    }
    Q_EMIT changed();
    return aside;
}

void VaultHost::reload(const QString& passphrase, Done done)
{
    const auto finish = [this, done](const Result<>& reloaded) {
        if (reloaded)
            return save(done);
        done(reloaded);
    };
    const auto reloaded = m_secrets.vault().reload();
    const auto header = m_secrets.vault().fileHeader();
    if (reloaded || passphrase.isEmpty() || !header || reloaded.error().code != vault::errors::kKeyWasChanged)
        return finish(reloaded);
    derive(passphrase, header->salt, header->kdf, [this, finish](Result<vault::VaultKey> key) {
        finish(key ? m_secrets.vault().reload(std::move(*key)) : Result<>(fail(key.error())));
    });
}

void VaultHost::followFile()
{
    vault::Vault& vault = m_secrets.vault();
    if (m_busy > 0 || vault.hasUnsaved() || !isFileNew())
        return;
    if (!vault.isOpen())
        return load();
    if (const auto reloaded = vault.reload();
        !reloaded && reloaded.error().code == vault::errors::kKeyWasChanged)
        return lock(); // the new key is asked for
    Q_EMIT changed();
}

} // namespace ui

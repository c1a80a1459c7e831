// SPDX-License-Identifier: Apache-2.0
// The part of VaultHost that makes keys, changes them, and carries secrets to and from other files.
#include "core/vault/Errors.h"
#include "core/vault/KeyFile.h"
#include "core/vault/Passphrase.h"
#include "ui/shell/VaultHost.h"

namespace ui {

using base::fail;
using base::Result;

namespace {

Result<> outcomeOf(const auto& result)
{
    return result ? Result<>() : Result<>(fail(result.error()));
}

} // namespace

void VaultHost::findKeychain(Done done)
{
    m_keychain.isAnswering([done = std::move(done)](const Result<>& answer) { done(answer); });
}

/// A key with a salt of its own. The keychain has it, and gave it back, before anybody else gets it.
void VaultHost::makeKey(const KeyWays& ways, const vault::VaultId& id, NewKeyDone done)
{
    const bool hasPassphrase = !ways.passphrase.isEmpty();
    const vault::KeyTerms terms{vault::Salt::random(),
                                hasPassphrase ? vault::chooseKdf() : vault::PassphraseKdf::None,
                                ways.keychain};
    const auto store = [this, id, terms, done = std::move(done)](Result<vault::VaultKey> key) {
        if (!key || !terms.keychain)
            return done(std::move(key), terms);
        begin();
        auto kept = std::make_shared<vault::VaultKey>(key->copy()); // std::function copies what it carries
        m_keychain.store(
            id, terms.salt, *key,
            [this, kept, terms, done](const Result<>& stored) {
                end();
                done(stored ? Result<vault::VaultKey>(kept->copy()) : fail(stored.error()), terms);
            },
            vault::Keychain::kNoLimit);
    };
    if (hasPassphrase)
        derive(ways.passphrase, terms.salt, terms.kdf, store);
    else
        store(vault::VaultKey::random());
}

void VaultHost::create(const KeyWays& ways, Done done)
{
    if (const auto strong = checkNew(ways.passphrase); !strong)
        return done(strong);
    const vault::VaultId id = vault::VaultId::random();
    makeKey(ways, id,
            [this, id, done = std::move(done)](Result<vault::VaultKey> key, const vault::KeyTerms& terms) {
                done(key ? m_secrets.vault().create(std::move(*key), terms, id)
                         : Result<>(fail(key.error())));
            });
}

void VaultHost::confirm(const QString& passphrase, Done done)
{
    const vault::Header header = m_secrets.vault().info().header;
    if (header.kdf == vault::PassphraseKdf::None) // there is none to ask for
        return done({});
    derive(passphrase, header.salt, header.kdf,
           [this, done = std::move(done)](const Result<vault::VaultKey>& key) {
               if (!key)
                   done(fail(key.error()));
               else if (!m_secrets.vault().hasKey(*key))
                   done(fail(vault::errors::kWrongPassphrase, "", std::vector<std::string>{"1", ""}));
               else
                   done({});
           });
}

void VaultHost::changeKey(const QString& old, const KeyWays& ways, Done done)
{
    // The one that is in use may stay, however old it is.
    if (const auto strong = ways.passphrase == old ? Result<>() : checkNew(ways.passphrase); !strong)
        return done(strong);
    confirm(old, {this, [this, ways, done](const Result<>& confirmed) {
                      if (!confirmed)
                          return done(confirmed);
                      makeKey(ways, m_secrets.vault().info().header.id,
                              [this, done](Result<vault::VaultKey> key, const vault::KeyTerms& terms) {
                                  startKeyChange(std::move(key), terms, done);
                              });
                  }});
}

/// The old keychain entry goes last.
void VaultHost::startKeyChange(Result<vault::VaultKey> key, const vault::KeyTerms& terms, Done done)
{
    if (!key)
        return done(fail(key.error()));
    const vault::Header old = m_secrets.vault().info().header;
    run(m_secrets.vault().startKeyChange(std::move(*key), terms),
        {this, [this, old, done](const Result<>& changed) {
             if (!changed)
                 return done(changed);
             m_filesOfOldKey = m_secrets.vault().filesOfKey(old.salt);
             if (old.keychain)
                 m_keychain.erase(
                     old.id, old.salt, [](const Result<>&) {}, vault::Keychain::kNoLimit);
             done({});
         }});
}

void VaultHost::addKeychainCopy(const QString& passphrase, Done done)
{
    confirm(passphrase, {this, [this, done](const Result<>& confirmed) {
                             const vault::Header header = m_secrets.vault().info().header;
                             const auto key = m_secrets.vault().copyKey();
                             if (!confirmed || !key)
                                 return done(confirmed ? outcomeOf(key) : confirmed);
                             begin();
                             m_keychain.store(
                                 header.id, header.salt, *key,
                                 [this, done](const Result<>& stored) {
                                     end();
                                     if (!stored)
                                         return done(stored);
                                     run(m_secrets.vault().startKeychainNote(), done);
                                 },
                                 vault::Keychain::kNoLimit);
                         }});
}

void VaultHost::writeKeyFile(const QString& passphrase, const base::Output& output, Done done)
{
    confirm(passphrase, {this, [this, output, done](const Result<>& confirmed) {
                             if (!confirmed)
                                 return done(confirmed);
                             const vault::Header header = m_secrets.vault().info().header;
                             const auto key = m_secrets.vault().copyKey();
                             done(key ? vault::writeKeyFile(output, header.id, header.salt, *key)
                                      : Result<>(fail(key.error())));
                         }});
}

void VaultHost::exportSecrets(const QString& vaultPassphrase, const QString& exportPassphrase,
                              const base::Output& output, const std::string& projectsJson,
                              std::set<std::string, std::less<>> projectIds, Done done)
{
    if (const auto strong = checkNew(exportPassphrase); !strong)
        return done(strong);
    confirm(vaultPassphrase,
            {this, [=, this](const Result<>& confirmed) {
                 if (!confirmed)
                     return done(confirmed);
                 makeKey(
                     {exportPassphrase, false}, {},
                     [=, this](const Result<vault::VaultKey>& key, const vault::KeyTerms& terms) {
                         done(key ? m_secrets.vault().exportTo(output, projectsJson, projectIds, *key, terms)
                                  : Result<>(fail(key.error())));
                     });
             }});
}

void VaultHost::importSecrets(const QString& path, const QString& passphrase, Place place, Done done)
{
    auto image = vault::Vault::readExport(path.toStdString());
    if (!image)
        return done(fail(image.error()));
    const vault::Header header = image->header();
    auto shared = std::make_shared<vault::VaultImage>(std::move(*image));
    derive(passphrase, header.salt, header.kdf,
           [this, shared, place = std::move(place), done](const Result<vault::VaultKey>& key) {
               if (!key)
                   return done(fail(key.error()));
               const auto projects = vault::Vault::exportedProjects(*shared, *key);
               if (!projects)
                   return done(fail(projects.error()));
               vault::Vault* target = m_secrets.target();
               if (!target)
                   return done(fail(vault::errors::kLocked));
               const auto ids = place(*projects);
               if (!ids)
                   return done(fail(ids.error()));
               if (const auto taken = target->stageImport(*shared, *key, *ids); !taken)
                   return done(fail(taken.error()));
               save(done);
           });
}

} // namespace ui

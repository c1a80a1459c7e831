// SPDX-License-Identifier: Apache-2.0
#include "app/cli/VaultAccess.h"

#include "app/cli/EventLoop.h"
#include "app/cli/SecretInput.h"

#include "core/project/SeenVaults.h"
#include "core/vault/Errors.h"
#include "core/vault/GuardedBytes.h"
#include "core/vault/KeyFile.h"
#include "core/vault/SystemKeychain.h"

#include <QEventLoop>

#include <optional>

namespace cli {
namespace {

using Opened = tl::expected<void, Failure>;

Opened asOutcome(const base::Result<>& result)
{
    return result ? Opened() : failed(result.error());
}

/// Runs the event loop until the keychain has answered, which it does within Keychain::kWait.
template<class Answer, class Start>
Answer askKeychain(Start start)
{
    if (auto ok = enoughDescriptors(); !ok)
        return base::fail(ok.error());
    const EventLoop application;
    vault::SystemKeychain keychain;
    QEventLoop loop;
    std::optional<Answer> answer;
    start(keychain, [&](Answer given) {
        answer = std::move(given);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return std::move(*answer);
}

Opened openWith(vault::Vault& vault, const vault::Passphrase& passphrase)
{
    const vault::Header header = vault.info().header;
    auto key = derived(passphrase, header.salt, header.kdf);
    return key ? asOutcome(vault.unlock(std::move(*key), vault::KeySource::Passphrase)) : failed(key.error());
}

Opened openByKeychain(vault::Vault& vault)
{
    const vault::Header header = vault.info().header;
    auto key = askKeychain<base::Result<vault::VaultKey>>([&](vault::Keychain& keychain, auto done) {
        keychain.read(header.id, header.salt, std::move(done));
    });
    return key ? asOutcome(vault.unlock(std::move(*key), vault::KeySource::Keychain)) : failed(key.error());
}

/// What is given with the command itself; nothing where nothing is.
std::optional<Opened> openByOptions(const Context& context, vault::Vault& vault)
{
    if (const std::string* path = context.args.value("--key-file")) {
        const auto file = vault::readKeyFile(*path);
        return file ? asOutcome(vault.unlock(*file)) : failed(file.error());
    }
    if (!context.args.has("--passphrase-fd"))
        return std::nullopt;
    auto passphrase = passphraseFrom(context, "--passphrase-fd");
    return passphrase ? openWith(vault, *passphrase) : failed(passphrase.error());
}

Opened openAtTerminal(vault::Vault& vault)
{
    auto typed = typedPassphrase("Passphrase of the vault: ");
    return typed ? openWith(vault, *typed) : failed(typed.error());
}

Failure stillLocked(const vault::Header& header)
{
    Failure failure = Failure::of(base::makeError(vault::errors::kLocked));
    failure.hint =
        header.kdf == vault::PassphraseKdf::None
            ? "Give its key with --key-file FILE."
            : "Give its key with --key-file FILE, the passphrase with --passphrase-fd N, or run the "
              "command in a terminal.";
    return failure;
}

Opened confirmed()
{
    auto word = typedText("This vault has no passphrase. Type “yes” to go on: ", Echo::On);
    if (!word)
        return failed(Failure::usage("confirmation-needed", "--key-file", "is needed here",
                                     "Give the key file of the vault, or run the command in a terminal."));
    if (word->view() == "yes")
        return {};
    return failed(Failure::usage("not-confirmed", "vault", "was left as it is", "Type “yes” to go on."));
}

} // namespace

namespace {

Opened openLocked(const Context& context, vault::Vault& vault, Access access)
{
    if (auto opened = openByOptions(context, vault))
        return std::move(*opened);
    const vault::Header header = vault.info().header;
    const bool hasPassphrase = header.kdf != vault::PassphraseKdf::None;
    std::optional<Failure> keychainFailure;
    if (header.keychain && !(access == Access::Guard && hasPassphrase)) {
        if (access == Access::Guard) {
            if (auto sure = confirmed(); !sure)
                return sure;
        }
        auto opened = openByKeychain(vault);
        if (opened)
            return {};
        keychainFailure = std::move(opened.error());
    }
    if (access != Access::IfGiven && hasPassphrase && hasTerminal()) {
        if (keychainFailure)
            context.io.note(keychainFailure->line());
        return openAtTerminal(vault);
    }
    return failed(keychainFailure ? *keychainFailure : stillLocked(header));
}

/// What should be told of a vault that is open now.
void tellOpened(const Context& context, const vault::Vault& vault)
{
    if (!vault::memoryCanBeLocked())
        context.notice(base::makeError(vault::errors::kSwappable));
    const auto home = context.home();
    if (!home)
        return;
    const project::SeenVaults seen(*home);
    const auto older = seen.older(vault.info());
    if (older)
        context.notice(*older);
    if (!older || !context.io.json) // what was not told is told the next time
        seen.note(vault.info());
}

} // namespace

Opened openVault(const Context& context, vault::Vault& vault, Access access)
{
    if (vault.state() != vault::State::Locked)
        return {};
    auto opened = openLocked(context, vault, access);
    if (opened)
        tellOpened(context, vault);
    return opened;
}

tl::expected<vault::VaultKey, Failure> derived(const vault::Passphrase& passphrase, const vault::Salt& salt,
                                               vault::PassphraseKdf kdf)
{
    auto key = vault::deriveKey(passphrase, salt, kdf);
    return key ? tl::expected<vault::VaultKey, Failure>(std::move(*key)) : failed(key.error());
}

Opened storeInKeychain(const vault::VaultId& id, const vault::Salt& salt, const vault::VaultKey& key)
{
    return asOutcome(askKeychain<base::Result<>>(
        [&](vault::Keychain& keychain, auto done) { keychain.store(id, salt, key, std::move(done)); }));
}

void eraseFromKeychain(const vault::VaultId& id, const vault::Salt& salt)
{
    static_cast<void>(askKeychain<base::Result<>>(
        [&](vault::Keychain& keychain, auto done) { keychain.erase(id, salt, std::move(done)); }));
}

} // namespace cli

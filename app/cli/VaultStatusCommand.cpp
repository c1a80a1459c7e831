// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"

#include "core/base/Time.h"
#include "core/project/SeenVaults.h"
#include "core/text/Format.h"
#include "core/text/VaultText.h"

namespace cli {
namespace {

std::string_view stateWord(vault::State state)
{
    switch (state) {
    case vault::State::Absent:
        return "absent";
    case vault::State::BackupOnly:
        return "backup-only";
    case vault::State::Unusable:
        return "unusable";
    case vault::State::Locked:
        return "locked";
    default:
        return "open";
    }
}

base::JsonObject statusJson(const vault::Vault& vault, bool known)
{
    const vault::VaultInfo info = vault.info();
    base::JsonObject json{{"path", info.path},
                          {"state", stateWord(vault.state())},
                          {"backup", info.hasBackup},
                          {"writable", info.writable}};
    if (!known)
        return json;
    json.emplace_back("format", std::int64_t{1});
    json.emplace_back("passphrase", info.header.kdf != vault::PassphraseKdf::None);
    json.emplace_back("keychain", info.header.keychain);
    json.emplace_back("vault_id", info.header.id.hex());
    json.emplace_back("generation", static_cast<std::int64_t>(info.header.generation));
    json.emplace_back("saved_at", info.header.savedAt / 1000);
    json.emplace_back("bytes", static_cast<std::int64_t>(info.size));
    if (vault.isOpen())
        json.emplace_back("secrets", static_cast<std::int64_t>(vault.slots().size()));
    return json;
}

void printStatus(Context& context, const vault::Vault& vault, bool known)
{
    const vault::VaultInfo info = vault.info();
    const auto line = [&](std::string_view title, const QString& value) {
        context.io.line(std::string(title) + ": " + value.toStdString());
    };
    line("File", text::q(info.path));
    line("State", text::vaultStateText(vault));
    if (known) {
        line("Cipher", text::cipherText());
        line("The key comes from", text::keySourceText(info.header));
        line("Last save", QStringLiteral("%1, number %2")
                              .arg(text::moment(info.header.savedAt / 1000, true))
                              .arg(info.header.generation));
        line("Size", text::bytes(static_cast<std::int64_t>(info.size)));
        if (vault.isOpen())
            line("Secrets in it", QString::number(vault.slots().size()));
    }
    line("Backup", info.hasBackup ? QStringLiteral("yes") : QStringLiteral("no"));
    if (!info.writable)
        line("Writable", QStringLiteral("no"));
}

} // namespace

Outcome printVaultStatus(Context& context, const vault::Vault& vault)
{
    const bool known = vault.isOpen() || vault.state() == vault::State::Locked;
    if (context.io.json)
        context.io.object(statusJson(vault, known));
    else
        printStatus(context, vault, known);
    if (const auto home = context.home(); home && vault.isOpen())
        project::SeenVaults(*home).note(vault.info());
    return kDone;
}

/// Opened only with a key that is given; everything but the number of secrets is known without.
Outcome runVaultStatus(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    vault::Vault& vault = stores->secrets.vault();
    if (context.args.has("--key-file") || context.args.has("--passphrase-fd")) {
        if (auto opened = openVault(context, vault, Access::IfGiven); !opened)
            return failed(opened.error());
    }
    const Outcome printed = printVaultStatus(context, vault);
    if (!stores->secrets.trouble())
        return printed;
    Failure trouble = Failure::of(*stores->secrets.trouble());
    trouble.exitCode = kNo;
    return failed(std::move(trouble));
}

} // namespace cli

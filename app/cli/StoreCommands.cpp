// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"

namespace cli {
namespace {

constexpr OptionSpec kWriteKeyFile{"--write-key-file", "FILE", "Write the new key to this file, too"};

std::vector<OptionSpec> joined(std::initializer_list<std::vector<OptionSpec>> lists)
{
    std::vector<OptionSpec> all;
    for (const auto& list : lists)
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

std::vector<CommandSpec> projectCommands()
{
    return {
        {"projects list",
         {},
         {},
         "List the stored projects",
         "The default project has a star.",
         "chat-token projects list --json",
         runProjectsList},
        {"projects add",
         {{"NAME"}},
         joined(
             {projectFieldOptions(),
              certificateOptions(),
              {{"--from", "FILE|-", "Read the values from text: name: value, NAME=value, JSON, a .env file"},
               {"--from-env", "", "Read them from AGORA_APP_ID, AGORA_APP_CERTIFICATE and the like"}}}),
         "Store a project",
         "Certificates are kept in the vault, which has to be there: “chat-token vault init”.\n"
         "They are never taken from the command line itself.",
         "chat-token projects add mine --app-id 0123... --app-key org#app --certificate-file -\n"
         "chat-token projects add mine --from .env --use",
         runProjectsAdd},
        {"projects show",
         {{"NAME"}},
         {},
         "Show a project",
         "",
         "chat-token projects show mine",
         runProjectsShow},
        {"projects edit",
         {{"NAME"}},
         joined({{{"--name", "NEW", "Another name"}},
                 projectFieldOptions(),
                 {{"--no-production", "", "Writes touch nobody"},
                  {"--env", "NAME", "Environment that the next three are about; made where it is not there"},
                  {"--var", "NAME=VALUE", "Set a variable, or take it away where VALUE is empty; repeatable",
                   true},
                  {"--colour", "C", "green, blue, violet, amber, orange or red"},
                  {"--remove-env", "", "Remove the environment"},
                  {"--use-env", "", "Have calls use it"}},
                 certificateOptions(),
                 {{"--no-certificate", "", "Forget its certificates"}}}),
         "Change a project",
         "A new primary certificate makes the one before it the previous one, with which\n"
         "tokens are still verified.",
         "chat-token projects edit mine --certificate-fd 3 3< certificate.txt",
         runProjectsEdit},
        {"projects remove",
         {{"NAME"}},
         {},
         "Remove a project and its certificates",
         "",
         "chat-token projects remove mine",
         runProjectsRemove},
        {"projects export",
         {{"FILE|-"}},
         {{"--only", "NAME", "Only this project; repeatable", true},
          {"--force", "", "Replace FILE where it is there"},
          {"--with-certificates", "", "A vault of its own, under its own passphrase"},
          {"--export-passphrase-fd", "N", "The passphrase of the export, from an open descriptor"}},
         "Write the projects to a file",
         "Without --with-certificates no secret is written. With it, the vault's passphrase is\n"
         "asked for again. A file that is there is only replaced with --force, and never one\n"
         "that the program needs.",
         "chat-token projects export projects.json\n"
         "chat-token projects export projects.ctv --with-certificates",
         runProjectsExport},
        {"projects import",
         {{"FILE|-"}},
         {{"--export-passphrase-fd", "N", "The passphrase of the export, from an open descriptor"},
          {"--replace-certificates", "", "Take certificates also where others are kept here"}},
         "Add the projects of an export",
         "What is there is never replaced: a project of the same name and App ID only gets\n"
         "certificates that it has not. Exit 1 where something was left out.",
         "chat-token projects import projects.json",
         runProjectsImport},
    };
}

std::vector<CommandSpec> vaultCommands()
{
    return {
        {"vault init",
         {},
         {kWriteKeyFile,
          {"--keychain", "", "Keep a copy of the key in the desktop's keychain"},
          {"--set-old-aside", "",
           "Rename a vault that is there and start over; certificates are asked anew"}},
         "Make the vault that keeps certificates",
         "Its key comes from a passphrase, typed or given with --passphrase-fd. With\n"
         "--write-key-file or --keychain alone it has no passphrase: the way for machines\n"
         "where nobody types. A key file opens the vault by itself. A passphrase that is easy to\n"
         "guess is refused. Where the passphrase is lost, --set-old-aside keeps the old file\n"
         "under another name and the projects without their certificates.",
         "chat-token vault init\nchat-token vault init --write-key-file /run/secrets/vault.key",
         runVaultInit},
        {"vault status",
         {},
         {},
         "Say what is known of the vault",
         "No key is needed.",
         "chat-token vault status",
         runVaultStatus},
        {"vault lock",
         {},
         {},
         "Lock the running windows",
         "The command line itself leaves nothing open.",
         "chat-token vault lock",
         runVaultLock},
        {"vault passphrase",
         {},
         {{"--new-passphrase-fd", "N", "The new passphrase, from an open descriptor"}, kWriteKeyFile},
         "Change the passphrase",
         "A new passphrase makes a new key: older passphrases and key files open nothing that\n"
         "is written from then on, and still open older copies.",
         "chat-token vault passphrase",
         runVaultPassphrase},
        {"vault keychain",
         {},
         {{"--remove", "", "Take the copy away again, which makes a new key"}, kWriteKeyFile},
         "Keep a copy of the key in the desktop's keychain",
         "The keychain then opens the vault without asking you: as safe as your login.",
         "chat-token vault keychain",
         runVaultKeychain},
        {"vault key-file",
         {{"FILE"}},
         {},
         "Write the key to a file, for recovery or a machine",
         "",
         "chat-token vault key-file /media/stick/vault.key",
         runVaultKeyFile},
        {"vault restore",
         {},
         {{"--force", "", "Also where the vault is sound"}},
         "Take the backup in place of a damaged vault",
         "The vault is renamed, not deleted.",
         "chat-token vault restore",
         runVaultRestore},
    };
}

} // namespace

std::vector<CommandSpec> storeCommands()
{
    std::vector<CommandSpec> all = projectCommands();
    for (CommandSpec& command : vaultCommands())
        all.push_back(std::move(command));
    return all;
}

} // namespace cli

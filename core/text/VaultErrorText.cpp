// SPDX-License-Identifier: Apache-2.0
#include "core/text/ErrorTable.h"
#include "core/text/Format.h"

#include <QCoreApplication>

namespace text {
namespace {

class VaultErrorText final
{
    Q_DECLARE_TR_FUNCTIONS(text::VaultErrorText)

public:
    static void addFiles(ErrorTable& t)
    {
        add(t, "vault-damaged", [](const QStringList& a) {
            return ErrorClause{tr("is damaged"),
                               tr("It was left as it is. Take the backup, or a copy of yours."), at(a, 0)};
        });
        add(t, "vault-newer", [](const QStringList& a) {
            return ErrorClause{tr("has format %1, this program reads 1").arg(at(a, 1)),
                               tr("It was left as it is. Update this program."), at(a, 0)};
        });
        add(t, "vault-contents-broken", [](const QStringList& a) {
            return ErrorClause{tr("opens, but its contents are damaged or made by a faulty version"),
                               tr("It was left as it is. Take the backup."), at(a, 0)};
        });
        add(t, "vault-missing", [](const QStringList& a) {
            return ErrorClause{tr("is not there"),
                               tr("Check the path. If it was deleted, take a backup of it."), at(a, 0)};
        });
        add(t, "vault-link-broken", [](const QStringList& a) {
            return ErrorClause{tr("is a link that leads nowhere"),
                               tr("Connect the disk that it leads to, or remove the link."), at(a, 0)};
        });
        add(t, "vault-not-a-file", [](const QStringList& a) {
            return ErrorClause{tr("is no regular file"), tr("Move it away, or choose another path."),
                               at(a, 0)};
        });
        add(t, "vault-no-backup", [](const QStringList& a) {
            return ErrorClause{
                tr("there is no backup"),
                tr("Look for a copy of your own, or start over: certificates can be copied again "
                   "from the Agora Console."),
                at(a, 0)};
        });
        add(t, "vault-exists", [](const QStringList& a) {
            return ErrorClause{
                tr("a vault is there already"),
                tr("Open it, choose another path, or set it aside: “chat-token vault init --set-old-aside”."),
                at(a, 0)};
        });
        add(t, "vault-replaced", [](const QStringList& a) {
            return ErrorClause{tr("another vault stands in its place now"),
                               tr("Nothing was written. Export what you have, then open the other one."),
                               at(a, 0)};
        });
        add(t, "not-an-export", [](const QStringList& a) {
            return ErrorClause{tr("is a vault, but no export of projects"),
                               tr("Make an export on the page Projects and choose that."), at(a, 0)};
        });
        add(t, "vault-tightened", [](const QStringList& a) {
            return ErrorClause{tr("others could read it (mode %1); now only you can").arg(at(a, 1)),
                               tr("Nothing is to be done, unless it was shared on purpose."), at(a, 0)};
        });
        add(t, "vault-older-copy", [](const QStringList& a) {
            return ErrorClause{tr("is an older copy: number %1, last seen was %2").arg(at(a, 1), at(a, 2)),
                               tr("Nothing is to be done if it was taken from a backup."), at(a, 0)};
        });
        add(t, "vault-memory-swappable", [](const QStringList&) {
            return ErrorClause{
                tr("the system does not let memory be kept out of swap (ulimit -l): what is in the "
                   "vault may be written there while it is open"),
                tr("Raise that limit, or encrypt the swap.")};
        });
    }

    static void addKeys(ErrorTable& t)
    {
        add(t, "wrong-passphrase", [](const QStringList& a) {
            if (at(a, 0).toInt() < 3)
                return ErrorClause{tr("wrong passphrase"), tr("Try again; capitals and blanks count.")};
            return ErrorClause{tr("wrong passphrase, or the file was changed on purpose"),
                               at(a, 1).isEmpty()
                                   ? tr("Try the recovery file, or a copy of the vault.")
                                   : tr("Try the recovery file, or the backup %1.").arg(at(a, 1))};
        });
        add(t, "key-of-another-vault", [](const QStringList& a) {
            return ErrorClause{tr("is the key of another vault"), tr("Choose the key file of this one."),
                               at(a, 0)};
        });
        add(t, "key-was-changed", [](const QStringList& a) {
            return ErrorClause{tr("the key of the vault was changed since"),
                               tr("Use the new passphrase, or a key file that was made after the change."),
                               at(a, 0)};
        });
        add(t, "vault-or-key-changed", [](const QStringList& a) {
            return ErrorClause{
                tr("fits by its name, but opens nothing: the vault or the key file was changed"),
                tr("Use the passphrase, another copy of the key file, or the backup."), at(a, 0)};
        });
        add(t, "keychain-key-wrong", [](const QStringList& a) {
            return ErrorClause{tr("the key in the keychain does not open it"),
                               tr("Use the passphrase or the recovery file."), at(a, 0)};
        });
        add(t, "vault-no-passphrase", [](const QStringList&) {
            return ErrorClause{tr("this vault has no passphrase"),
                               tr("Open it by the keychain or with its key file.")};
        });
        add(t, "passphrase-empty", [](const QStringList&) {
            return ErrorClause{tr("the passphrase is empty"), tr("Write one.")};
        });
        add(t, "passphrase-too-long", [](const QStringList& a) {
            return ErrorClause{tr("the passphrase is longer than %1").arg(bytes(at(a, 0).toLongLong())),
                               tr("Shorten it.")};
        });
        add(t, "passphrase-not-utf8", [](const QStringList&) {
            return ErrorClause{tr("the passphrase is not UTF-8"), tr("Save the text as UTF-8.")};
        });
        add(t, "passphrase-weak", [](const QStringList&) {
            return ErrorClause{tr("the passphrase is too easy to guess"),
                               tr("Take four words or more picked at random, or a longer text without a "
                                  "pattern.")};
        });
        add(t, "passphrase-no-memory", [](const QStringList& a) {
            return ErrorClause{
                tr("the passphrase cannot be checked: that needs %1 MiB of free memory").arg(at(a, 0)),
                tr("Close other programs and try again. The passphrase was not tried.")};
        });
        add(t, "key-file-broken", [](const QStringList& a) {
            return ErrorClause{tr("is no key file of this program, or not whole"),
                               tr("Choose another copy of it."), at(a, 0)};
        });
        add(t, "key-file-exists", [](const QStringList& a) {
            return ErrorClause{tr("is there already, and a key file is never written over another"),
                               tr("Choose another name."), at(a, 0)};
        });
    }

    static void addUse(ErrorTable& t)
    {
        add(t, "vault-locked", [](const QStringList&) {
            return ErrorClause{tr("the vault is locked"), tr("Unlock it first.")};
        });
        add(t, "vault-busy", [](const QStringList&) {
            return ErrorClause{tr("the vault is being saved"), tr("Wait a moment and try again.")};
        });
        add(t, "no-such-secret", [](const QStringList& a) {
            return ErrorClause{tr("the vault keeps no “%1” for this project").arg(at(a, 1)),
                               tr("Enter it on the page Projects.")};
        });
        add(t, "vault-full", [](const QStringList& a) {
            return ErrorClause{tr("the vault cannot hold more than %1").arg(bytes(at(a, 0).toLongLong())),
                               tr("Remove projects that are not needed.")};
        });
        add(t, "secret-too-long", [](const QStringList& a) {
            return ErrorClause{tr("has %1, a secret can have %2")
                                   .arg(bytes(at(a, 0).toLongLong()), bytes(at(a, 1).toLongLong())),
                               tr("Check what was pasted.")};
        });
        add(t, "vault-changed-elsewhere", [](const QStringList& a) {
            return ErrorClause{tr("was changed by another program since it was read"),
                               tr("Nothing was written and your change is kept. Reload, then save again."),
                               at(a, 0)};
        });
        add(t, "vault-lock-busy", [](const QStringList& a) {
            return ErrorClause{tr("another program is saving the vault"),
                               tr("Your change is kept. Try again; close the other window if it hangs."),
                               at(a, 0)};
        });
        add(t, "vault-self-check", [](const QStringList& a) {
            return ErrorClause{tr("what was encrypted could not be opened again, so it was not written"),
                               tr("Your change is kept. Restart the program; if it comes again, test the "
                                  "computer's memory."),
                               at(a, 0)};
        });
    }

    static void addKeychain(ErrorTable& t)
    {
        add(t, "keychain-unavailable", [](const QStringList& a) {
            return ErrorClause{tr("no keychain answers (%1)").arg(at(a, 0)),
                               tr("Use the passphrase or the recovery file."), tr("keychain")};
        });
        add(t, "keychain-locked-or-missing", [](const QStringList&) {
            return ErrorClause{
                tr("is locked, or has no entry for this vault"),
                tr("Unlock the keyring and try again, or use the passphrase or the recovery file."),
                tr("keychain")};
        });
        add(t, "keychain-refused", [](const QStringList& a) {
            return ErrorClause{tr("refused (%1)").arg(at(a, 0)),
                               tr("Unlock the keyring and try again, or choose another way."),
                               tr("keychain")};
        });
        add(t, "keychain-silent", [](const QStringList& a) {
            return ErrorClause{tr("did not answer within %1 s").arg(at(a, 0)),
                               tr("Use the passphrase or the recovery file."), tr("keychain")};
        });
    }

private:
    static QString at(const QStringList& args, int i) { return args.value(i); }
};

} // namespace

void addVaultErrors(ErrorTable& table)
{
    VaultErrorText::addFiles(table);
    VaultErrorText::addKeys(table);
    VaultErrorText::addUse(table);
    VaultErrorText::addKeychain(table);
}

} // namespace text

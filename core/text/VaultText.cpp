// SPDX-License-Identifier: Apache-2.0
#include "core/text/VaultText.h"

#include <QCoreApplication>

namespace text {
namespace {

class VaultText final
{
    Q_DECLARE_TR_FUNCTIONS(text::VaultText)

public:
    static QString state(vault::State state, bool unsaved)
    {
        switch (state) {
        case vault::State::Absent:
            return tr("None yet: there is nothing to keep.");
        case vault::State::BackupOnly:
            return tr("The vault is gone, a backup is there");
        case vault::State::Unusable:
            return tr("Cannot be used");
        case vault::State::Locked:
            return tr("Locked");
        case vault::State::Unlocked:
        case vault::State::SessionOnly:
            break;
        }
        return unsaved ? tr("Open, with changes that could not be saved") : tr("Open");
    }

    static QString source(const vault::Header& header)
    {
        QString passphrase;
        if (header.kdf == vault::PassphraseKdf::Argon256)
            passphrase = tr("a passphrase, by Argon2id (3 passes over 256 MiB)");
        else if (header.kdf == vault::PassphraseKdf::Argon64)
            passphrase = tr("a passphrase, by Argon2id (3 passes over 64 MiB: memory was short)");
        if (!header.keychain)
            return passphrase.isEmpty() ? tr("a key file") : passphrase;
        return passphrase.isEmpty() ? tr("the desktop's keychain: as safe as your login")
                                    : tr("%1; the desktop's keychain has a copy").arg(passphrase);
    }

    static QString cipher() { return tr("XChaCha20-Poly1305, the whole header authenticated"); }
};

} // namespace

QString vaultStateText(const vault::Vault& vault)
{
    return VaultText::state(vault.state(), vault.hasUnsaved());
}

QString keySourceText(const vault::Header& header)
{
    return VaultText::source(header);
}

QString cipherText()
{
    return VaultText::cipher();
}

} // namespace text

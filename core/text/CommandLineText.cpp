// SPDX-License-Identifier: Apache-2.0
#include "core/text/ErrorText.h"

#include "core/text/Format.h"

#include <QCoreApplication>
#include <QHash>

namespace text {
namespace {

/// What to do at the command line, by code, where the window's advice is none there.
class CommandLineText final
{
    Q_DECLARE_TR_FUNCTIONS(text::CommandLineText)

public:
    static const QHash<QString, QString>& hints()
    {
        static const QHash<QString, QString> all{
            {q("output-exists"),
             tr("It was left as it is. Choose another name, or give --force to replace it.")},
            {q("key-file-exists"), tr("It was left as it is. Choose another name.")},
            {q("vault-exists"), tr("“chat-token vault status” says what is known of it.")},
            {q("vault-damaged"), tr("It was left as it is. “chat-token vault restore” takes the backup.")},
            {q("vault-contents-broken"),
             tr("It was left as it is. “chat-token vault restore --force” takes the backup.")},
            {q("vault-replaced"), tr("Nothing was written. Give the command again to use the other one.")},
            {q("vault-changed-elsewhere"), tr("Nothing was written. Give the command again.")},
            {q("vault-lock-busy"),
             tr("Nothing was written. Give the command again; end the other program if it hangs.")},
            {q("vault-self-check"),
             tr("Give the command again; if it comes again, test the computer's memory.")},
            {q("vault-locked"), tr("Give its key with --key-file FILE, or the passphrase with "
                                   "--passphrase-fd N.")},
            {q("no-such-secret"), tr("Give it with “chat-token projects edit NAME --certificate-file -”.")},
            {q("no-certificate"), tr("Give it with “chat-token projects edit NAME --certificate-file -”, or "
                                     "set AGORA_APP_CERTIFICATE.")},
            {q("no-app-id"), tr("Name a project with --project, or set AGORA_APP_ID.")},
            {q("no-host"), tr("Give --host, set AGORA_CHAT_HOST, or store one with “chat-token projects edit "
                              "NAME --host URL”.")},
            {q("no-app"), tr("Set AGORA_ORG_NAME and AGORA_APP_NAME, or store them with “chat-token projects "
                             "edit NAME --app-key ORG#APP”.")},
            {q("not-an-export"), tr("“chat-token projects export FILE --with-certificates” makes one.")},
        };
        return all;
    }
};

} // namespace

Sentence commandLineText(const base::Error& error)
{
    Sentence sentence = errorText(error);
    if (const auto hint = CommandLineText::hints().constFind(q(error.code));
        hint != CommandLineText::hints().constEnd())
        sentence.hint = *hint;
    return sentence;
}

} // namespace text

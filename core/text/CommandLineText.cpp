// SPDX-License-Identifier: Apache-2.0
#include "core/text/ErrorText.h"

#include "core/text/Format.h"

#include <QHash>

namespace text {
namespace {

/// What to do at the command line, by code, where the window's advice is none there. Not translated: the
/// command line speaks English.
const QHash<QString, QString>& hints()
{
    static const QHash<QString, QString> all{
        {QStringLiteral("output-exists"),
         QStringLiteral("It was left as it is. Choose another name, or give --force to replace it.")},
        {QStringLiteral("key-file-exists"), QStringLiteral("It was left as it is. Choose another name.")},
        {QStringLiteral("vault-exists"),
         QStringLiteral("“chat-token vault status” says what is known of it.")},
        {QStringLiteral("vault-damaged"),
         QStringLiteral("It was left as it is. “chat-token vault restore” takes the backup.")},
        {QStringLiteral("vault-contents-broken"),
         QStringLiteral("It was left as it is. “chat-token vault restore --force” takes the backup.")},
        {QStringLiteral("vault-replaced"),
         QStringLiteral("Nothing was written. Give the command again to use the other one.")},
        {QStringLiteral("vault-changed-elsewhere"),
         QStringLiteral("Nothing was written. Give the command again.")},
        {QStringLiteral("vault-lock-busy"),
         QStringLiteral("Nothing was written. Give the command again; end the other program if it hangs.")},
        {QStringLiteral("vault-self-check"),
         QStringLiteral("Give the command again; if it comes again, test the computer's memory.")},
        {QStringLiteral("vault-locked"),
         QStringLiteral("Give its key with --key-file FILE, or the passphrase with "
                        "--passphrase-fd N.")},
        {QStringLiteral("no-such-secret"),
         QStringLiteral("Give it with “chat-token projects edit NAME --certificate-file -”.")},
        {QStringLiteral("no-certificate"),
         QStringLiteral("Give it with “chat-token projects edit NAME --certificate-file -”, or "
                        "set AGORA_APP_CERTIFICATE.")},
        {QStringLiteral("no-app-id"), QStringLiteral("Name a project with --project, or set AGORA_APP_ID.")},
        {QStringLiteral("no-host"),
         QStringLiteral("Give --host, set AGORA_CHAT_HOST, or store one with “chat-token projects edit "
                        "NAME --host URL”.")},
        {QStringLiteral("no-app"),
         QStringLiteral("Set AGORA_ORG_NAME and AGORA_APP_NAME, or store them with “chat-token projects "
                        "edit NAME --app-key ORG#APP”.")},
        {QStringLiteral("not-an-export"),
         QStringLiteral("“chat-token projects export FILE --with-certificates” makes one.")},
    };
    return all;
}

} // namespace

Sentence commandLineText(const base::Error& error)
{
    Sentence sentence = errorText(error);
    if (const auto hint = hints().constFind(q(error.code)); hint != hints().constEnd())
        sentence.hint = *hint;
    return sentence;
}

} // namespace text

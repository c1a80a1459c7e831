// SPDX-License-Identifier: Apache-2.0
#include "core/text/ErrorText.h"

#include "core/text/ErrorTable.h"
#include "core/text/FieldText.h"
#include "core/text/Format.h"

#include <QCoreApplication>

#include <functional>

namespace text {
namespace {

using base::Error;

/// The sentences by code. %1, %2 ... are the error's args in their order.
class ErrorWords final
{
    Q_DECLARE_TR_FUNCTIONS(text::ErrorText)

public:
    using Words = ErrorClause;
    using Table = ErrorTable;

    static const Table& table()
    {
        static const Table all = [] {
            Table t;
            addBase(t);
            addToken(t);
            addProject(t);
            addVaultErrors(t);
            addHttpErrors(t);
            addLocal(t);
            addServerErrors(t);
            addCatalogue(t);
            addRest(t);
            addRestValues(t);
            return t;
        }();
        return all;
    }

private:
    static QString at(const QStringList& args, int i) { return args.value(i); }

    /// A link, a folder ... as a part of a sentence.
    static QString kindOfFile(const QString& word)
    {
        if (word == QLatin1String("link"))
            return tr("a link that is not followed");
        if (word == QLatin1String("folder"))
            return tr("a folder");
        if (word == QLatin1String("pipe"))
            return tr("a pipe");
        if (word == QLatin1String("socket"))
            return tr("a socket");
        return tr("a device");
    }

    static void addBase(Table& t)
    {
        add(t, "bad-duration", [](const QStringList& a) {
            return Words{tr("“%1” is no length of time").arg(at(a, 0)),
                         tr("Write it as 3600, 90s, 1h30m or 24h.")};
        });
        add(t, "duration-too-long", [](const QStringList& a) {
            return Words{tr("“%1” is longer than a token can say").arg(at(a, 0)),
                         tr("The longest is 4294967295 seconds; Agora Chat documents 24h.")};
        });
        add(t, "bad-time", [](const QStringList& a) {
            return Words{tr("“%1” is no time").arg(at(a, 0)),
                         tr("Write Unix seconds, or ISO 8601 such as 2026-11-24T09:30:00Z.")};
        });
        add(t, "bad-json", [](const QStringList& a) {
            return Words{tr("not JSON at byte %1 (%2)").arg(at(a, 0), at(a, 1)),
                         tr("Correct the text there."), tr("JSON")};
        });
        add(t, "json-too-deep", [](const QStringList& a) {
            return Words{tr("nested more than %1 levels deep").arg(at(a, 0)), tr("Flatten the text."),
                         tr("JSON")};
        });
        add(t, "file-read", [](const QStringList& a) {
            return Words{tr("cannot be read: %1").arg(at(a, 1)), tr("Check the name and the permissions."),
                         at(a, 0)};
        });
        add(t, "file-write", [](const QStringList& a) {
            return Words{tr("cannot be written: %1").arg(at(a, 1)),
                         tr("Check the folder, its permissions and the free space. Nothing was changed."),
                         at(a, 0)};
        });
        add(t, "too-few-descriptors", [](const QStringList& a) {
            return Words{
                tr("the system lets this program open too few files and connections (%1)").arg(at(a, 0)),
                tr("Close some, or raise the limit, as with “ulimit -n 1024”.")};
        });
        add(t, "pipe-silent", [](const QStringList& a) {
            return Words{tr("is a pipe, and nobody wrote into it within 5 s"),
                         tr("Start the program that writes there, or name a file."), at(a, 0)};
        });
        add(t, "lock-busy", [](const QStringList& a) {
            return Words{tr("another program holds this lock"),
                         tr("Nothing was changed. Try again; end the other program if it hangs."), at(a, 0)};
        });
        add(t, "not-a-regular-file", [](const QStringList& a) {
            return Words{tr("is %1, no regular file").arg(kindOfFile(at(a, 1))),
                         tr("It was left as it is. Move it away, or choose another name."), at(a, 0)};
        });
        add(t, "output-exists", [](const QStringList& a) {
            return Words{tr("is there already"), tr("It was left as it is. Choose another name."), at(a, 0)};
        });
        add(t, "output-protected", [](const QStringList& a) {
            return Words{tr("is a file that this program needs itself"),
                         tr("It was left as it is. Choose another name, outside the folder of the program."),
                         at(a, 0)};
        });
        add(t, "file-too-large", [](const QStringList& a) {
            return Words{tr("is larger than %1").arg(bytes(at(a, 1).toLongLong())),
                         tr("Choose another file."), at(a, 0)};
        });
    }

    static void addToken(Table& t)
    {
        add(t, "bad-app-id", [](const QStringList& a) {
            return Words{hexFault(a),
                         tr("An App ID is 32 hexadecimal digits; copy it from the Agora Console.")};
        });
        add(t, "bad-certificate", [](const QStringList& a) {
            return Words{hexFault(a), tr("An App Certificate is 32 hexadecimal digits; copy the primary one "
                                         "from the Agora Console.")};
        });
        add(t, "no-services", [](const QStringList&) {
            return Words{tr("the token would grant nothing"), tr("Name at least one service.")};
        });
        const auto tooMany = [](const QStringList& a) {
            return Words{tr("%1 entries, a token can hold %2").arg(at(a, 0), at(a, 1)),
                         tr("Leave some out.")};
        };
        add(t, "too-many-services", tooMany);
        add(t, "too-many-items", tooMany);
        add(t, "string-too-long", [](const QStringList& a) {
            return Words{tr("%1 bytes long, a token can hold %2").arg(at(a, 0), at(a, 1)),
                         tr("User IDs of Agora Chat have at most 64 characters.")};
        });
        add(t, "bad-utf8", [](const QStringList& a) {
            return Words{tr("byte %1 is not UTF-8").arg(at(a, 0)), tr("Save the text as UTF-8.")};
        });
        add(t, "unknown-service-type", [](const QStringList& a) {
            return Words{tr("no SDK defines service type %1").arg(at(a, 0)),
                         tr("Known are 1 RTC, 2 RTM, 3 Streaming, 4 FPA, 5 Chat, 6 FCDN, 7 APaaS, 8 RTM2, 9 "
                            "ConvoAI, 10 STT.")};
        });
        add(t, "duplicate-privilege", [](const QStringList& a) {
            return Words{tr("privilege %1 is given twice").arg(at(a, 0)), tr("Name each privilege once.")};
        });
        add(t, "out-of-range", [](const QStringList& a) {
            return Words{tr("“%1” is no whole number from %2 to %3").arg(at(a, 0), at(a, 1), at(a, 2)),
                         tr("Correct the number.")};
        });
        add(t, "bad-issue-time", [](const QStringList& a) {
            return Words{
                tr("a token cannot be issued at %1, since it counts from 1970 to 2106").arg(at(a, 0)),
                tr("Set the clock of this machine, or name another issue time.")};
        });
        add(t, "empty-user-id", [](const QStringList&) {
            return Words{tr("the user ID is empty"), tr("Name the user who signs in with the token.")};
        });
        add(t, "wrong-json-type", [](const QStringList& a) {
            return Words{tr("expected %1").arg(at(a, 0)), tr("See “chat-token build --help” for the form.")};
        });
        add(t, "missing-field", [](const QStringList&) { return Words{tr("is missing"), tr("Add it.")}; });
        add(t, "unknown-field", [](const QStringList& a) {
            return Words{tr("no such field here"),
                         at(a, 0).isEmpty() ? tr("Leave it out.") : tr("Did you mean “%1”?").arg(at(a, 0))};
        });
        add(t, "cannot-remint", [](const QStringList& a) {
            if (at(a, 0) == QLatin1String("size"))
                return Words{
                    tr("its payload of %1 bytes is larger than any that is minted again").arg(at(a, 1)),
                    tr("No builder makes such a token. Look at its fields.")};
            return Words{at(a, 0) == QLatin1String("format")
                             ? tr("only a 007 token can be minted again")
                             : tr("the token is not whole, so not all of its inputs are known"),
                         tr("Paste a whole token that begins with 007.")};
        });
        add(t, "crypto-failed", [](const QStringList& a) {
            return Words{tr("%1 is not available").arg(at(a, 0)),
                         tr("Check the installation of OpenSSL and zlib.")};
        });
    }

    static void addProject(Table& t)
    {
        add(t, "no-such-project", [](const QStringList& a) {
            return Words{tr("there is no project “%1”").arg(at(a, 0)),
                         at(a, 1).isEmpty() ? tr("The project “sandbox” is always there.")
                                            : tr("Did you mean “%1”?").arg(at(a, 1))};
        });
        add(t, "project-gone", [](const QStringList& a) {
            return Words{
                tr("the project “%1” is not there any more: another program removed it").arg(at(a, 0)),
                tr("Nothing was changed. Add it anew if it is still wanted.")};
        });
        add(t, "home-tightened", [](const QStringList& a) {
            return Words{tr("others could look into this folder (mode %1); now only you can").arg(at(a, 1)),
                         tr("Nothing is to be done, unless it was shared on purpose."), at(a, 0)};
        });
        add(t, "home-open", [](const QStringList& a) {
            return Words{
                tr("others can look into this folder (mode %1), and other things stand in it").arg(at(a, 1)),
                tr("Keep what is yours in a folder of its own, with mode 0700."), at(a, 0)};
        });
        add(t, "name-taken", [](const QStringList& a) {
            return Words{tr("a project “%1” is there already").arg(at(a, 0)), tr("Choose another name.")};
        });
        add(t, "name-missing", [](const QStringList&) {
            return Words{tr("the project has no name"), tr("Give it one; it is shown in the top bar.")};
        });
        add(t, "read-only-project", [](const QStringList& a) {
            return Words{tr("the project “%1” cannot be changed").arg(at(a, 0)),
                         tr("Add a project of your own.")};
        });
        add(t, "bad-host", [](const QStringList& a) {
            return Words{tr("“%1” is no host").arg(at(a, 0)), tr("Write it as https://a41.chat.agora.io.")};
        });
        add(t, "plain-http", [](const QStringList& a) {
            return Words{tr("“%1” would send the token unencrypted").arg(at(a, 0)),
                         tr("Use https://; http:// is for this computer only.")};
        });
        add(t, "bad-app-key-part", [](const QStringList& a) {
            return Words{tr("“%1” has a #, a slash or a blank in it").arg(at(a, 0)),
                         tr("The App Key is OrgName#AppName: put each part into its own field.")};
        });
        add(t, "project-file-broken", [](const QStringList& a) {
            return Words{tr("cannot be understood: %1").arg(at(a, 1)),
                         tr("It was left as it is. Repair it, or move it away to start anew."), at(a, 0)};
        });
        add(t, "project-file-newer", [](const QStringList& a) {
            return Words{tr("was written by a newer version of this program (format %1)").arg(at(a, 1)),
                         tr("It was left as it is. Update this program."), at(a, 0)};
        });
        add(t, "no-certificate", [](const QStringList& a) {
            return Words{
                tr("the App Certificate of “%1” is not at hand").arg(at(a, 0)),
                tr("Enter it on the page Projects, or set AGORA_APP_CERTIFICATE for the command line.")};
        });
        add(t, "no-home", [](const QStringList& a) {
            return Words{at(a, 1).isEmpty()
                             ? tr("is empty or not set, so there is no folder for what is kept")
                             : tr("“%1” is no full path to a folder").arg(at(a, 1)),
                         tr("Name a folder with --home DIR."), at(a, 0)};
        });
        add(t, "user-id-characters", [](const QStringList&) {
            return Words{tr("Agora Chat documents user IDs of a-z 0-9 _ - . only"),
                         tr("The token is made all the same; the service may know no such user.")};
        });
        add(t, "user-id-too-long", [](const QStringList&) {
            return Words{tr("Agora Chat documents user IDs of up to 64 characters"),
                         tr("The token is made all the same; the service may know no such user.")};
        });
        add(t, "user-id-upper-case", [](const QStringList&) {
            return Words{tr("Agora Chat documents no upper case in user IDs: the service may keep the user "
                            "under the lower-case ID, or refuse it"),
                         tr("Register, mint and sign in with one and the same lower-case ID.")};
        });
        add(t, "no-app-id", [](const QStringList&) {
            return Words{tr("there is no App ID"), tr("Choose a project, or set AGORA_APP_ID.")};
        });
        add(t, "bad-environment", [](const QStringList& a) {
            return Words{at(a, 0).isEmpty() ? tr("an environment has no name")
                                            : tr("there are two environments “%1”").arg(at(a, 0)),
                         tr("Give each a name of its own.")};
        });
        add(t, "bad-colour", [](const QStringList& a) {
            return Words{tr("“%1” is no colour of an environment").arg(at(a, 0)),
                         tr("Known are green, blue, violet, amber, orange, red.")};
        });
        add(t, "bad-variable", [](const QStringList& a) {
            return Words{
                tr("“%1” is no name of a variable, or stands there twice").arg(at(a, 0)),
                tr("Write one line each, as in: user = alice. Names have letters, digits, _, . and -.")};
        });
        add(t, "secret-variable", [](const QStringList& a) {
            return Words{
                tr("the variable “%1” looks like a secret").arg(at(a, 0)),
                tr("Variables are stored in the open. Certificates belong into their fields, tokens are "
                   "minted for each call.")};
        });
    }

    static void addLocal(Table& t)
    {
        add(t, "port-in-use", [](const QStringList& a) {
            return Words{tr("port %1 is in use").arg(at(a, 0)),
                         tr("Stop the other program, or choose another port with --port.")};
        });
        add(t, "listen-failed", [](const QStringList& a) {
            return Words{tr("port %1 cannot be opened: %2").arg(at(a, 0), at(a, 1)),
                         tr("Choose another port with --port.")};
        });
    }

    static void addCatalogue(Table& t)
    {
        add(t, "bad-catalogue", [](const QStringList& a) {
            return Words{tr("the entry %1 of the endpoint catalogue is wrong: %2").arg(at(a, 0), at(a, 1)),
                         tr("Correct the file.")};
        });
    }

    static void addRest(Table& t)
    {
        add(t, "no-such-endpoint", [](const QStringList& a) {
            return Words{tr("there is no endpoint “%1”").arg(at(a, 0)),
                         at(a, 1).isEmpty() ? tr("“chat-token rest list” names them all.")
                                            : tr("Did you mean “%1”?").arg(at(a, 1))};
        });
        add(t, "no-host", [](const QStringList&) {
            return Words{tr("the project has no REST host"),
                         tr("Enter it on the page Projects, or give --host or AGORA_CHAT_HOST.")};
        });
        add(t, "no-app", [](const QStringList&) {
            return Words{tr("the project has neither OrgName and AppName nor an App ID"),
                         tr("Enter them on the page Projects, or set AGORA_ORG_NAME and AGORA_APP_NAME.")};
        });
        add(t, "unknown-parameter", [](const QStringList& a) {
            return Words{tr("the call has no field “%1”").arg(at(a, 0)),
                         at(a, 1).isEmpty() ? tr("“chat-token rest show” lists its fields.")
                                            : tr("Did you mean “%1”?").arg(at(a, 1))};
        });
        add(t, "unknown-variable", [](const QStringList& a) {
            return Words{tr("there is no variable “%1” in the environment in use").arg(at(a, 0)),
                         at(a, 1).isEmpty()
                             ? tr("Choose an environment that has it, or add it on the page Projects.")
                             : tr("Did you mean “%1”?").arg(at(a, 1))};
        });
        add(t, "field-missing", [](const QStringList&) {
            return Words{tr("this field is required"), tr("Fill it in.")};
        });
        add(t, "unfilled-placeholder", [](const QStringList&) {
            return Words{tr("a brace or a blank is left in the path"),
                         tr("Fill in the value; a placeholder cannot be sent.")};
        });
        add(t, "bad-path-value", [](const QStringList&) {
            return Words{tr("this value would change the path"), tr("“.” and “..” cannot stand in a path.")};
        });
        add(t, "bad-header-value", [](const QStringList&) {
            return Words{tr("a line break cannot stand in a header"), tr("Take it out.")};
        });
        add(t, "body-not-json", [](const QStringList& a) {
            return Words{tr("the body is not JSON at byte %1 (%2)").arg(at(a, 0), at(a, 1)),
                         tr("Correct it, or send it unchecked.")};
        });
    }

    static QString unit(const QString& word)
    {
        return word == QLatin1String("bytes") ? tr("bytes") : tr("characters");
    }

    static void addRestValues(Table& t)
    {
        add(t, "bad-field-type", [](const QStringList& a) {
            return Words{tr("this is no %1").arg(at(a, 0)), tr("Correct the value, or send it unchecked.")};
        });
        add(t, "not-a-choice", [](const QStringList& a) {
            return Words{tr("this is none of the words that the call takes"),
                         tr("It takes %1.").arg(at(a, 0))};
        });
        add(t, "value-too-short", [](const QStringList& a) {
            return Words{tr("this is shorter than %1 %2").arg(at(a, 0), unit(at(a, 1))),
                         tr("Write more, or send it unchecked.")};
        });
        add(t, "value-too-long", [](const QStringList& a) {
            return Words{tr("this is longer than %1 %2").arg(at(a, 0), unit(at(a, 1))),
                         tr("Shorten it, or send it unchecked.")};
        });
        add(t, "list-too-short", [](const QStringList& a) {
            return Words{tr("fewer than %1 entries").arg(at(a, 0)), tr("Add some, or send it unchecked.")};
        });
        add(t, "list-too-long", [](const QStringList& a) {
            return Words{tr("more than %1 entries").arg(at(a, 0)),
                         tr("Split the call, or send it unchecked.")};
        });
        add(t, "number-out-of-range", [](const QStringList& a) {
            const QString range = at(a, 0).isEmpty()   ? tr("at most %1").arg(at(a, 1))
                                  : at(a, 1).isEmpty() ? tr("at least %1").arg(at(a, 0))
                                                       : tr("from %1 to %2").arg(at(a, 0), at(a, 1));
            return Words{tr("the number is out of range"), tr("Allowed is %1.").arg(range)};
        });
        add(t, "bad-characters", [](const QStringList& a) {
            return Words{tr("a character is not allowed here"), tr("Allowed: %1.").arg(at(a, 0))};
        });
        add(t, "bad-form", [](const QStringList& a) {
            return Words{tr("this is not of the form that the call takes"),
                         tr("The form: %1.").arg(at(a, 0))};
        });
        add(t, "bad-format", [](const QStringList& a) {
            return Words{tr("this is no %1").arg(formatName(at(a, 0))),
                         tr("Write it as %1.").arg(formatExample(at(a, 0)))};
        });
        add(t, "key-too-long", [](const QStringList& a) {
            return Words{tr("a key in it is longer than %1 %2").arg(at(a, 0), unit(at(a, 1))),
                         tr("Shorten it, or send it unchecked.")};
        });
        add(t, "bad-key", [](const QStringList& a) {
            return Words{tr("a key in it has a character that is not allowed"),
                         tr("Allowed: %1.").arg(at(a, 0))};
        });
        add(t, "member-too-long", [](const QStringList& a) {
            return Words{tr("a value in it is longer than %1 %2").arg(at(a, 0), unit(at(a, 1))),
                         tr("Shorten it, or send it unchecked.")};
        });
    }

    static QString hexFault(const QStringList& a)
    {
        if (at(a, 0) == QLatin1String("0"))
            return tr("is empty");
        if (at(a, 1).isEmpty())
            return tr("has %1 characters instead of 32").arg(at(a, 0));
        return tr("character %1 is no hexadecimal digit").arg(at(a, 1).toLongLong() + 1);
    }
};

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// A clause and a sentence: "Why. Hint."
QString withHint(const QString& clause, const QString& hint)
{
    const QString sentence = clause.endsWith(QLatin1Char('.'))
                                 ? clause
                                 : ErrorWords::tr("%1.", "a clause becomes a sentence").arg(clause);
    return hint.isEmpty() ? sentence : ErrorWords::tr("%1 %2", "two sentences").arg(sentence, hint);
}

} // namespace

QString Sentence::heading() const
{
    return what.isEmpty() ? capitalised(why)
                          : ErrorWords::tr("%1: %2", "what is meant, and why it failed").arg(what, why);
}

QString Sentence::explanation() const
{
    return withHint(capitalised(why), hint);
}

QString Sentence::line() const
{
    return withHint(what.isEmpty() ? why : heading(), hint);
}

Sentence errorText(const Error& error)
{
    QStringList args;
    for (const std::string& arg : error.args)
        args << q(arg);
    const auto found = ErrorWords::table().constFind(q(error.code));
    if (found == ErrorWords::table().constEnd())
        return {q(error.field), q(error.detail.empty() ? error.code : error.detail), {}};
    const ErrorWords::Words words = (*found)(args);
    return {error.field.empty() ? words.what : q(error.field), words.why, words.hint};
}

bool hasErrorText(std::string_view code)
{
    return ErrorWords::table().contains(q(code));
}

} // namespace text

// SPDX-License-Identifier: Apache-2.0
#include "core/text/ErrorText.h"

#include "core/text/Format.h"

#include <QCoreApplication>
#include <QHash>

#include <functional>

namespace text {
namespace {

using base::Error;

/// The sentences by code. %1, %2 ... are the error's args in their order.
class ErrorWords final
{
    Q_DECLARE_TR_FUNCTIONS(text::ErrorText)

public:
    struct Words
    {
        QString why;
        QString hint;
        QString what{}; ///< where the error names no field
    };
    using Table = QHash<QString, std::function<Words(const QStringList&)>>;

    static const Table& table()
    {
        static const Table all = [] {
            Table t;
            addBase(t);
            addToken(t);
            return t;
        }();
        return all;
    }

private:
    static QString at(const QStringList& args, int i) { return args.value(i); }

    /// An entry whose sentences need no more than their args filled in.
    static void add(Table& table, const char* code, std::function<Words(const QStringList&)> words)
    {
        table.insert(QLatin1String(code), std::move(words));
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
        add(t, "crypto-failed", [](const QStringList& a) {
            return Words{tr("%1 is not available").arg(at(a, 0)),
                         tr("Check the installation of OpenSSL and zlib.")};
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

} // namespace

QString Sentence::line() const
{
    QString text = what.isEmpty() ? why : what + QStringLiteral(": ") + why;
    if (!text.endsWith(QLatin1Char('.')))
        text += QLatin1Char('.');
    return hint.isEmpty() ? text : text + QLatin1Char(' ') + hint;
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

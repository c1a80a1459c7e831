// SPDX-License-Identifier: Apache-2.0
#include "core/text/DoubtText.h"
#include "core/text/ErrorTable.h"
#include "core/text/Format.h"

#include <QCoreApplication>

namespace text {
namespace {

class HttpErrorText final
{
    Q_DECLARE_TR_FUNCTIONS(text::ErrorText)

public:
    static void addHttp(ErrorTable& t)
    {
        add(t, "bad-url", [](const QStringList& a) {
            return ErrorClause{tr("the address cannot be used (%1)").arg(at(a, 0)),
                               tr("Check the REST host of the project."), tr("URL")};
        });
        add(t, "insecure-url", [](const QStringList& a) {
            return ErrorClause{tr("http:// would send the token unencrypted"),
                               tr("Use https://; http:// is for this computer only."), at(a, 0)};
        });
        add(t, "bad-header", [](const QStringList& a) {
            return ErrorClause{tr("the header cannot be sent"),
                               tr("Take line breaks and control characters out of it."), at(a, 0)};
        });
        add(t, "host-not-found", [](const QStringList& a) {
            return ErrorClause{tr("no such host is known"),
                               tr("Check the spelling of the REST host and the network connection."),
                               at(a, 0)};
        });
        add(t, "connection-refused", [](const QStringList& a) {
            return ErrorClause{tr("nothing listens on port %1").arg(at(a, 1)),
                               tr("Check host and port, and that the server runs."), at(a, 0)};
        });
        add(t, "connection-closed", [](const QStringList& a) {
            return ErrorClause{
                tr("the server closed the connection without an HTTP answer"),
                tr("The request may have been carried out all the same: look before sending it again."),
                at(a, 0)};
        });
        add(t, "network-failed", [](const QStringList& a) {
            return ErrorClause{at(a, 1), tr("Check the network connection."), at(a, 0)};
        });
        add(t, "proxy-failed", [](const QStringList& a) {
            return ErrorClause{tr("the proxy failed: %1").arg(at(a, 0)),
                               tr("Check the proxy settings of the system."), tr("Proxy")};
        });
        add(t, "headers-too-large", [](const QStringList& a) {
            return ErrorClause{tr("the answer's headers have %1, more than %2")
                                   .arg(bytes(at(a, 0).toLongLong()), bytes(at(a, 1).toLongLong())),
                               tr("This is no answer of the Chat service. Check the host.")};
        });
        add(t, "no-headers", [](const QStringList& a) {
            return ErrorClause{
                tr("the answer (status %1) has no header fields: the server sent none, a line that is none, "
                   "or more than Qt takes (100 fields, 100 KiB in one, 256 KiB in all)")
                    .arg(at(a, 0)),
                tr("Where its body ends cannot be known. See it with “curl -i”.")};
        });
        add(t, "interim-answer", [](const QStringList& a) {
            return ErrorClause{
                tr("the server sent the interim status %1, and Qt drops the answer behind it").arg(at(a, 0)),
                tr("The request may have been carried out all the same: look before sending it again.")};
        });
        add(t, "broken-answer", [](const QStringList& a) {
            return ErrorClause{tr("the answer is not proper HTTP: %1").arg(at(a, 0)),
                               tr("Check that host and port are those of the REST service.")};
        });
        add(t, "cancelled", [](const QStringList&) {
            return ErrorClause{tr("the request was cancelled"),
                               tr("It may have reached the server all the same.")};
        });
        add(t, "spool-failed", [](const QStringList& a) {
            return ErrorClause{tr("the body cannot be stored: %1").arg(at(a, 0)),
                               tr("Free some space in the temporary folder, or set TMPDIR to another one.")};
        });
    }

    static void addBodies(ErrorTable& t)
    {
        add(t, "incomplete-body", [](const QStringList& a) {
            QStringList clauses;
            for (const QString& word : a)
                clauses << doubt(word.toStdString());
            return ErrorClause{
                tr("not all of it came, or not as it was: %1").arg(clauses.join(QLatin1String("; "))),
                tr("The request may have been carried out all the same: look before sending it again."),
                tr("Body")};
        });
        add(t, "body-cut", [](const QStringList& a) {
            const QString kept = bytes(at(a, 0).toLongLong());
            if (at(a, 1) == QLatin1String("ratio"))
                return ErrorClause{tr("packed more than 200 to 1, and cut after %1").arg(kept),
                                   tr("This is no answer of the Chat service. Check the host."), tr("Body")};
            return ErrorClause{tr("longer than the limit, and cut after %1").arg(kept),
                               tr("Allow more with --max-body."), tr("Body")};
        });
    }

    static QString phase(const QString& word)
    {
        if (word == QLatin1String("connect"))
            return tr("while connecting");
        return word == QLatin1String("wait") ? tr("while waiting for the answer") : tr("inside the body");
    }

    static QString limit(const QString& milliseconds)
    {
        return spell((milliseconds.toLongLong() + 999) / 1000);
    }

    static QString later()
    {
        return tr(
            "Allow it more time (Settings, --timeout). It may have been carried out: look before sending it "
            "again.");
    }

    static void addDeadlines(ErrorTable& t)
    {
        add(t, "connect-deadline", [](const QStringList& a) {
            return ErrorClause{tr("the connection was not ready within %1").arg(limit(at(a, 0))),
                               tr("Check the host and the network connection."), at(a, 1)};
        });
        add(t, "deadline", [](const QStringList& a) {
            return ErrorClause{tr("not done within %1 (%2)").arg(limit(at(a, 0)), phase(at(a, 1))), later()};
        });
        add(t, "idle-deadline", [](const QStringList& a) {
            // Headers that are not whole and interim answers are bytes, too; Qt does not tell of them.
            const QString seconds = limit(at(a, 0));
            return ErrorClause{at(a, 1) == QLatin1String("body")
                                   ? tr("nothing more of the body came for %1").arg(seconds)
                                   : tr("no whole status line and headers came for %1").arg(seconds),
                               later()};
        });
    }

    static void addRedirects(ErrorTable& t)
    {
        add(t, "redirect-refused", [](const QStringList& a) {
            return ErrorClause{
                tr("the server sends this request on to %1").arg(at(a, 0)),
                tr("It was not followed, as the token would have gone to another server. Check the "
                   "REST host.")};
        });
        add(t, "bad-redirect", [](const QStringList& a) {
            return ErrorClause{tr("the server sends this request on to no proper address (%1)").arg(at(a, 0)),
                               tr("Check the REST host.")};
        });
        add(t, "too-many-redirects", [](const QStringList& a) {
            return ErrorClause{tr("sent on more than %1 times").arg(at(a, 0)), tr("Check the REST host.")};
        });
    }

    static void addTls(ErrorTable& t)
    {
        add(t, "tls-failed", [](const QStringList& a) {
            const QString kind = at(a, 1);
            QString why = tr("no secure connection: %1").arg(at(a, 2));
            if (kind == QLatin1String("self-signed"))
                why = tr("the server's certificate is signed by itself");
            else if (kind == QLatin1String("expired"))
                why = tr("the server's certificate has expired");
            else if (kind == QLatin1String("not-yet-valid"))
                why = tr("the server's certificate is not valid yet");
            else if (kind == QLatin1String("wrong-host"))
                why = tr("the server's certificate is for another host");
            else if (kind == QLatin1String("unknown-authority"))
                why = tr("the server's certificate comes from an unknown authority");
            return ErrorClause{
                why, tr("Nothing was sent. Check the host, and this computer's clock and certificates."),
                at(a, 0)};
        });
    }

private:
    static QString at(const QStringList& args, int i) { return args.value(i); }
};

} // namespace

void addHttpErrors(ErrorTable& table)
{
    HttpErrorText::addHttp(table);
    HttpErrorText::addBodies(table);
    HttpErrorText::addDeadlines(table);
    HttpErrorText::addRedirects(table);
    HttpErrorText::addTls(table);
}

} // namespace text

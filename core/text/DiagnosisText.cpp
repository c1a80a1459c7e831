// SPDX-License-Identifier: Apache-2.0
#include "core/text/DiagnosisText.h"

#include "core/text/Format.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <functional>

namespace text {
namespace {

/// The sentences by code. %1, %2 ... are the args in their order.
class DiagnosisWords final
{
    Q_DECLARE_TR_FUNCTIONS(text::DiagnosisText)

public:
    using Causes = QHash<QString, std::function<Finding(const QStringList&)>>;

    static const Causes& causes()
    {
        static const Causes all = [] {
            Causes t;
            addClocks(t);
            addTokenAnswers(t);
            addRequestAnswers(t);
            addLimits(t);
            addUnknown(t);
            return t;
        }();
        return all;
    }

    static QString evidence(const QString& code, const QStringList& a, bool utc)
    {
        const auto time = [&](int i) { return moment(a.value(i).toLongLong(), utc); };
        if (code == QLatin1String("answer")) {
            const QString head = QStringLiteral("%1 %2").arg(a.value(0), a.value(1)).trimmed();
            return a.value(2).isEmpty() ? tr("The server answered HTTP %1.").arg(head)
                                        : tr("The server answered HTTP %1: “%2”").arg(head, a.value(2));
        }
        if (code == QLatin1String("token-app-id"))
            return tr("App ID in the token: %1").arg(a.value(0));
        if (code == QLatin1String("project-app-id"))
            return tr("App ID of the project “%1”: %2").arg(a.value(0), a.value(1));
        if (code == QLatin1String("token-kind"))
            return kind(a.value(0), a.value(1));
        if (code == QLatin1String("endpoint"))
            return tr("The endpoint %1 takes: %2").arg(a.value(0), auth(a.value(1)));
        if (code == QLatin1String("sign-in-as"))
            return tr("The sign-in is that of user “%1”.").arg(a.value(0));
        if (code == QLatin1String("issued-at"))
            return tr("Issued: %1").arg(time(0));
        if (code == QLatin1String("ends-at"))
            return tr("Ends: %1").arg(time(0));
        if (code == QLatin1String("judged-at"))
            return tr("Judged at: %1").arg(time(0));
        if (code == QLatin1String("server-clock"))
            return tr("The server's clock showed %1; this computer's differs by %2.")
                .arg(time(0), spell(a.value(1).toLongLong()));
        if (code == QLatin1String("signed-by"))
            return a.value(1) == QLatin1String("previous")
                       ? tr("Signed with the previous certificate of the project “%1”.").arg(a.value(0))
                       : tr("Signed with the certificate of the project “%1”.").arg(a.value(0));
        if (code == QLatin1String("signer-not-stored"))
            return tr("Certificates tried: %1; none of them signed it.").arg(a.value(0));
        return code;
    }

    static QString fix(const QString& word, const QStringList& a)
    {
        if (word == QLatin1String("copy-again"))
            return tr("Copy the token again");
        if (word == QLatin1String("mint-app-token"))
            return tr("Mint an app token");
        if (word == QLatin1String("mint-user-token"))
            return a.value(1).isEmpty() ? tr("Mint a user token")
                                        : tr("Mint a token for user “%1”").arg(a.value(1));
        if (word == QLatin1String("switch-project"))
            return tr("Switch to the project “%1”").arg(a.value(0));
        if (word == QLatin1String("store-certificate"))
            return tr("Store the certificate of its project");
        if (word == QLatin1String("edit-project"))
            return tr("Correct the project");
        if (word == QLatin1String("fix-clock"))
            return tr("Set the clock");
        if (word == QLatin1String("raise-expiry"))
            return tr("Mint one that lasts longer");
        if (word == QLatin1String("lower-expiry"))
            return tr("Mint one that lasts an hour");
        if (word == QLatin1String("open-endpoint"))
            return tr("Open the endpoint");
        if (word == QLatin1String("open-console"))
            return tr("Open the Agora Console");
        if (word == QLatin1String("wait-and-retry"))
            return tr("Wait and try again");
        return {};
    }

    static QString signer(const token::Inspection& inspection, bool someLocked)
    {
        if (inspection.signatureCheck == token::SignatureCheck::Invalid)
            return tr("The signature does not fit: another certificate signed it, or it was changed.");
        if (inspection.signatureCheck == token::SignatureCheck::Valid) {
            const QString project = q(inspection.matchedProject.value_or(std::string()));
            if (project.isEmpty())
                return tr("Signed with the certificate given.");
            return inspection.matchedRole == token::CertificateRole::Previous
                       ? tr("Signed with the previous certificate of the project “%1”.").arg(project)
                       : tr("Signed with the certificate of the project “%1”.").arg(project);
        }
        if (someLocked)
            return tr("Not known: stored certificates are in the vault, which is locked.");
        if (inspection.certificatesTried > 0)
            return tr("Signed with a certificate that you have not stored.");
        if (inspection.format == "006")
            return tr("Not checked: that takes the certificate, the channel and the uid.");
        return inspection.is007() ? tr("Not checked: no certificate is at hand.") : tr("Not checked.");
    }

private:
    static QString kind(const QString& word, const QString& user)
    {
        if (word == QLatin1String("user"))
            return tr("It is a user token for “%1”.").arg(user);
        if (word == QLatin1String("app"))
            return tr("It is an app token.");
        if (word == QLatin1String("both"))
            return tr("It grants both the user “%1” and the app.").arg(user);
        return tr("It grants nothing for Chat.");
    }

    static QString auth(const QString& word)
    {
        if (word == QLatin1String("app"))
            return tr("an app token");
        if (word == QLatin1String("user"))
            return tr("a user token");
        return word == QLatin1String("none") ? tr("no token") : tr("an app token or a user token");
    }

    static void add(Causes& t, const char* code, std::function<Finding(const QStringList&)> words)
    {
        t.insert(QLatin1String(code), std::move(words));
    }

    /// The sentence of an answer, followed by what the documents say of it.
    static Finding answer(const QString& message, const QStringList& a, const QString& hint)
    {
        const QString when = a.value(3);
        return {when.isEmpty() ? message : message + QLatin1Char(' ') + when, hint};
    }

    static void addClocks(Causes& t)
    {
        add(t, "clock-skew", [](const QStringList& a) {
            const qint64 ahead = a.value(0).toLongLong();
            return Finding{
                ahead < 0 ? tr("The Chat server's clock is %1 behind the one that issued the token.")
                                .arg(spell(ahead))
                          : tr("The Chat server's clock is %1 ahead of this computer's.").arg(spell(ahead)),
                tr("Set the clock of the computer that mints tokens (NTP). The token itself is sound.")};
        });
        add(t, "clock-suspected", [](const QStringList& a) {
            return Finding{tr("The server calls the token expired; by this computer's clock it has %1 left.")
                               .arg(spell(a.value(0).toLongLong())),
                           tr("Check this computer's clock, and that this very token was sent.")};
        });
        add(t, "signer-unknown", [](const QStringList&) {
            return Finding{
                tr("It was signed with a certificate that you have not stored, so the signature could "
                   "not be checked."),
                tr("Store the certificate of its project and look again.")};
        });
    }

    static void addTokenAnswers(Causes& t)
    {
        add(t, "token-missing", [](const QStringList&) {
            return Finding{tr("The request carried no token."),
                           tr("Send it as “Authorization: Bearer 007...”, with one blank between.")};
        });
        add(t, "token-expired", [](const QStringList&) {
            return Finding{tr("The server calls the token expired or missing."),
                           tr("Mint a new one, and check that it is the one that is sent.")};
        });
        add(t, "token-corrupt", [](const QStringList&) {
            return Finding{
                tr("The server calls the token corrupt, though nothing is wrong with this one."),
                tr("Check that this very token is sent, and in the Agora Console that its certificate "
                   "is still enabled.")};
        });
        add(t, "token-refused", [](const QStringList&) {
            return Finding{
                tr("The server did not accept the token, though nothing is wrong with this one."),
                tr("Check that this very token is sent, and that App Key and host are those of its "
                   "project.")};
        });
        add(t, "registration-closed", [](const QStringList&) {
            return Finding{
                tr("The server took the call for one without an app token; registration as such need "
                   "not be opened."),
                tr("Send an app token as “Authorization: Bearer 007...”.")};
        });
        add(t, "no-permission", [](const QStringList&) {
            return Finding{tr("The token may not do this: a user token may act for its own user only."),
                           tr("Use an app token, or the token of that user.")};
        });
        add(t, "wrong-credentials", [](const QStringList& a) {
            return answer(tr("The sign-in data is wrong."), a, tr("Correct it in the body of the call."));
        });
        add(t, "user-blocked", [](const QStringList& a) {
            return answer(tr("The user is not active."), a, tr("Unban the user first."));
        });
    }

    static void addRequestAnswers(Causes& t)
    {
        add(t, "wrong-app-key", [](const QStringList&) {
            return Finding{
                tr("The server does not know this OrgName and AppName."),
                tr("Check the App Key (org#app) and the REST host: every data centre has its own.")};
        });
        add(t, "bad-request", [](const QStringList& a) {
            return answer(tr("The request has a wrong or missing value."), a,
                          tr("Look at the fields of the endpoint."));
        });
        add(t, "bad-body", [](const QStringList& a) {
            return answer(tr("The server could not read the body."), a,
                          tr("Send JSON with “Content-Type: application/json”."));
        });
        add(t, "wrong-method", [](const QStringList& a) {
            return answer(tr("Path and method do not go together."), a,
                          tr("Compare both with the endpoint's."));
        });
        add(t, "not-found", [](const QStringList& a) {
            return answer(tr("What the call names does not exist."), a,
                          tr("Check the ID in the path; letter case counts."));
        });
        add(t, "already-exists", [](const QStringList& a) {
            return answer(tr("It exists already."), a, tr("Take another ID, or leave the call out."));
        });
        add(t, "forbidden", [](const QStringList& a) {
            return answer(tr("The server does not allow this here."), a,
                          tr("The token is accepted; look at roles and members."));
        });
        add(t, "conflict", [](const QStringList& a) {
            return answer(tr("Two calls changed the same thing at once."), a, tr("Send it once more."));
        });
        add(t, "timeout", [](const QStringList& a) {
            return answer(tr("The request took too long."), a, tr("Send it once more."));
        });
        add(t, "server-fault", [](const QStringList& a) {
            return answer(tr("The fault lies with the server."), a,
                          tr("Wait and send it once more; look at the status page of the service."));
        });
        add(t, "documented-answer", [](const QStringList& a) {
            return answer(tr("The documents of this call know the answer."), a, tr("Look at the endpoint."));
        });
    }

    static void addLimits(Causes& t)
    {
        add(t, "body-too-large", [](const QStringList& a) {
            return answer(tr("What was sent is too large."), a, tr("Send less."));
        });
        add(t, "batch-limit", [](const QStringList& a) {
            return answer(tr("One call names too many."), a, tr("Spread them over several calls."));
        });
        add(t, "count-limit", [](const QStringList& a) {
            return answer(tr("A limit of the application is reached."), a,
                          tr("Remove some, or raise the limit in the Agora Console."));
        });
        add(t, "plan-limit", [](const QStringList& a) {
            return answer(tr("The plan does not allow more."), a,
                          tr("Change the plan in the Agora Console."));
        });
        add(t, "rate-limit", [](const QStringList& a) {
            return answer(tr("Too many calls in a short time."), a,
                          tr("Wait a second and send fewer at once."));
        });
        add(t, "feature-off", [](const QStringList& a) {
            return answer(tr("The feature is not switched on."), a, tr("Switch it on in the Agora Console."));
        });
    }

    static void addUnknown(Causes& t)
    {
        add(t, "unknown-answer", [](const QStringList& a) {
            return Finding{tr("The answer HTTP %1 %2 is not in the documents; what it means is not known.")
                               .arg(a.value(0), a.value(1))
                               .simplified(),
                           tr("Ask the vendor's support with the text of the answer.")};
        });
    }
};

QStringList texts(const std::vector<std::string>& args)
{
    QStringList list;
    for (const std::string& arg : args)
        list << q(arg);
    return list;
}

} // namespace

Finding causeText(std::string_view code, const std::vector<std::string>& args)
{
    const auto& all = DiagnosisWords::causes();
    const auto found = all.find(q(code));
    return found == all.end() ? Finding{q(code), {}} : (*found)(texts(args));
}

QString evidenceText(std::string_view code, const std::vector<std::string>& args, bool utc)
{
    return DiagnosisWords::evidence(q(code), texts(args), utc);
}

QString fixText(std::string_view fix, const std::vector<std::string>& args)
{
    return DiagnosisWords::fix(q(fix), texts(args));
}

QString signerText(const token::Inspection& inspection, bool someLocked)
{
    return DiagnosisWords::signer(inspection, someLocked);
}

} // namespace text

// SPDX-License-Identifier: Apache-2.0
#include "core/text/ProblemText.h"

#include "core/text/Format.h"

#include <QCoreApplication>

namespace text {
namespace {

using token::Problem;
using token::ProblemCode;

/// Makes the sentences. One function per stage of looking at a token, as the codes are ranked by stage.
class ProblemWords final
{
    Q_DECLARE_TR_FUNCTIONS(text::ProblemText)

public:
    static Finding ofText(const Problem& p)
    {
        switch (p.code) {
        case ProblemCode::Empty:
            return {tr("There is nothing here."), tr("Paste a token.")};
        case ProblemCode::SecretPasted:
            return {tr("This is an App Certificate, not a token."),
                    tr("It is a secret that mints any token of the project: keep it out of chats, logs and "
                       "tickets.")};
        case ProblemCode::ForeignToken:
            return ofAnotherMaker(arg(p, 0));
        case ProblemCode::NotAToken:
            return arg(p, 0) == QLatin1String("hex-id")
                       ? Finding{tr("These 32 hexadecimal digits are an App ID or an App Certificate, not a "
                                    "token."),
                                 tr("If it is the certificate, treat it as a secret. A token begins with "
                                    "007.")}
                       : Finding{
                             tr("This is not an Agora token."),
                             tr("A token begins with 007, followed by Base64 text of about 140 characters.")};
        case ProblemCode::TooLarge:
            return {tr("This is too large for a token: %1 characters, of which %2 are looked at.")
                        .arg(arg(p, 0), arg(p, 1)),
                    tr("A token of Agora Chat has about 150 characters.")};
        case ProblemCode::UnknownVersion:
            return {tr("“%1” is no token version.").arg(arg(p, 0)),
                    tr("A token begins with the digits 007. The first characters may have been lost in "
                       "copying.")};
        case ProblemCode::BadLegacy:
            return {tr("The body does not fit the version %1.").arg(arg(p, 0)),
                    tr("The version may have been changed by hand. Copy the token again.")};
        case ProblemCode::BadBase64:
            return {tr("The character “%1” cannot stand in a token.").arg(arg(p, 0)),
                    tr("The token was changed or two texts were pasted together. Copy it again from where it "
                       "was made.")};
        default:
            break;
        }
        return ofStream(p);
    }

private:
    static QString arg(const Problem& p, std::size_t i)
    {
        return i < p.args.size() ? brief(p.args[i]) : QString();
    }
    static qint64 number(const Problem& p, std::size_t i) { return arg(p, i).toLongLong(); }

    static Finding ofAnotherMaker(const QString& kind)
    {
        if (kind == QLatin1String("JWT"))
            return {tr("This is a JWT, not an Agora token."),
                    tr("Agora tokens begin with 007. Take the one that your token server returned.")};
        if (kind == QLatin1String("dt"))
            return {tr("This is a token of Easemob's own form (dt-), not an Agora token."),
                    tr("Agora Chat takes tokens that begin with 007. Build one with AccessToken2.")};
        if (kind == QLatin1String("signalling"))
            return {tr("This is a token of the old Signalling service, not of Agora Chat."),
                    tr("Use the AccessToken2 builders (ChatTokenBuilder2), which make 007 tokens.")};
        return {tr("This is an access token that the Chat server issued (YWMt...), not an Agora token."),
                tr("Only the server can read it. It works as a Bearer token until it expires.")};
    }

    static Finding ofStream(const Problem& p)
    {
        const QString copyAgain =
            tr("Copy the token again from where it was made, and compare the last characters.");
        switch (p.code) {
        case ProblemCode::Bomb:
            return {tr("The compressed data would grow past %1; stopped there.").arg(bytes(number(p, 0))),
                    tr("No builder makes such a token. Do not pass it on to a parser without a limit.")};
        case ProblemCode::BadZlib:
            return {
                tr("The compressed data is damaged: it is no zlib stream or its checksum is wrong."),
                tr("A character was changed, for example by a tool that lower-cases. Copy the token again.")};
        case ProblemCode::Truncated:
            return arg(p, 0) == QLatin1String("ellipsis")
                       ? Finding{tr("The token was shortened with dots by the program that showed it."),
                                 tr("Take it from a place that shows it whole.")}
                       : Finding{tr("The token ends too early: a part of it is missing."), copyAgain};
        case ProblemCode::TrailingGarbage:
            return {tr("%1 bytes follow the end of the compressed data.").arg(arg(p, 0)),
                    tr("Parsers read over them. Something was appended to the token.")};
        default:
            break;
        }
        return ofStructure(p);
    }

    static Finding ofStructure(const Problem& p)
    {
        const QString notByABuilder =
            tr("No vendor builder writes such a token. Look at the code that made it.");
        switch (p.code) {
        case ProblemCode::BadSignatureLength:
            return {tr("The signature has %1 bytes instead of 32.").arg(arg(p, 0)), notByABuilder};
        case ProblemCode::StringOverrun:
            return {tr("A string of %1 bytes is announced where %2 are left.").arg(arg(p, 0), arg(p, 1)),
                    notByABuilder};
        case ProblemCode::BadAppId:
            return {tr("The App ID in the token, “%1”, is not 32 hexadecimal digits.").arg(arg(p, 0)),
                    tr("Give the builder the App ID from the Agora Console; neither App Key nor project name "
                       "fits.")};
        case ProblemCode::ServiceCount:
            return {tr("The token says %1 service(s), but %2 are there.").arg(arg(p, 0), arg(p, 1)),
                    notByABuilder};
        case ProblemCode::NoServices:
            return {tr("The token grants nothing: there is no service in it."),
                    tr("Add a Chat service to the builder before building.")};
        case ProblemCode::BadUtf8:
            return {tr("“%1” holds bytes that are no UTF-8.").arg(arg(p, 0)),
                    tr("The builder must encode user IDs as UTF-8. In Java, name the charset.")};
        case ProblemCode::EmptyUser:
            return {tr("The token grants the user privilege, but its user ID is empty."),
                    tr("Give the builder the user ID, or build an app token.")};
        case ProblemCode::TrailingPayload:
            return {tr("%1 bytes follow the last service; parsers ignore them.").arg(arg(p, 0)),
                    tr("A user ID over 65,535 bytes makes some builders do this. Check the length of what "
                       "you pass in.")};
        case ProblemCode::UnknownService:
            return {tr("Service type %1 is not known; what follows it cannot be read.").arg(arg(p, 0)),
                    tr("Parsers stop there too, so put known services only into a token.")};
        case ProblemCode::DuplicatePrivilege:
            return {
                tr("Privilege %1 stands in the token twice; parsers differ on which counts.").arg(arg(p, 0)),
                notByABuilder};
        case ProblemCode::UnsortedServices:
            return {tr("Service type %1 stands before %2; builders write them in ascending order.")
                        .arg(arg(p, 0), arg(p, 1)),
                    notByABuilder};
        case ProblemCode::UnsortedPrivileges:
            return {tr("Privilege %1 stands before %2; builders write them in ascending order.")
                        .arg(arg(p, 0), arg(p, 1)),
                    tr("The C# builder does this. Servers accept it.")};
        case ProblemCode::DuplicateService:
            return {tr("The service %1 stands in the token more than once.").arg(arg(p, 0)),
                    tr("Newer SDKs read both; those before July 2026 keep only the last.")};
        default:
            break;
        }
        return ofSignature(p);
    }

    static Finding ofSignature(const Problem& p)
    {
        switch (p.code) {
        case ProblemCode::BadCertificate:
            return {tr("The certificate given is not 32 hexadecimal digits: it has %1 characters.")
                        .arg(arg(p, 0)),
                    tr("Copy the primary certificate from the Agora Console, without blanks.")};
        case ProblemCode::WrongProject:
            return wrongProject(p);
        case ProblemCode::BadSignature:
            return badSignature(arg(p, 0), arg(p, 1));
        case ProblemCode::BadCrc:
            return {tr("The token was not made for %1 “%2”.").arg(arg(p, 0), arg(p, 1)),
                    tr("A 006 token holds checksums of its channel and uid. Check both.")};
        case ProblemCode::Legacy:
            return {tr("This is an old token of version %1; Agora Chat takes 007 only.").arg(arg(p, 0)),
                    tr("Use the AccessToken2 builders (ChatTokenBuilder2), which make 007 tokens.")};
        default:
            break;
        }
        return ofFitness(p);
    }

    static Finding wrongProject(const Problem& p)
    {
        if (arg(p, 3) == QLatin1String("swapped"))
            return {
                tr("The token has the App Certificate where the App ID belongs: the two are swapped."),
                tr("Put them right on the token server, and change the certificate: each such token shows "
                   "it.")};
        if (arg(p, 3) == QLatin1String("signer"))
            return {tr("The App ID in the token is %1, but the certificate of the project “%2” signed it.")
                        .arg(arg(p, 0), arg(p, 4)),
                    tr("App ID and certificate must be those of one project. Look at the variables of the "
                       "token server.")};
        if (arg(p, 2).isEmpty())
            return {tr("The token is for App ID %1, the project has %2.").arg(arg(p, 0), arg(p, 1)),
                    tr("Mint it with the App ID of the project that is called.")};
        return {tr("The token is for App ID %1, that of the project “%3”; this project has %2.")
                    .arg(arg(p, 0), arg(p, 1), arg(p, 2)),
                tr("Switch to that project, or mint the token for this one.")};
    }

    static Finding badSignature(const QString& mistake, const QString& project)
    {
        if (mistake == QLatin1String("other-project"))
            return {
                tr("The signature does not fit the certificate given; that of the project “%1” signed it.")
                    .arg(project),
                tr("Use that project, or mint the token with the certificate that is meant.")};
        if (mistake == QLatin1String("app-id"))
            return {tr("The token was signed with the App ID in place of the App Certificate."),
                    tr("Give the builder the certificate as its second argument.")};
        if (mistake == QLatin1String("letter-case"))
            return {tr("The token was signed with the certificate in another letter case."),
                    tr("The certificate is used as text: take it as the Agora Console shows it.")};
        return {tr("The signature does not fit the certificate given."),
                tr("The token was signed with another certificate, or changed after it was signed. "
                   "Letter case of the certificate counts.")};
    }

    static Finding ofFitness(const Problem& p)
    {
        switch (p.code) {
        case ProblemCode::WrongKind:
            return wrongKind(p);
        case ProblemCode::WrongUser:
            return wrongUser(p);
        case ProblemCode::NoChatService:
            if (arg(p, 1) == QLatin1String("no-privilege"))
                return {
                    tr("The token has a Chat service, but it grants neither the user nor the app privilege."),
                    tr("Add the privilege before building. The Java education builder leaves it out.")};
            return {tr("The token grants nothing for Chat; it holds: %1.").arg(arg(p, 0)),
                    tr("Use the Chat token builder rather than that of RTC or RTM.")};
        case ProblemCode::NotYetValid:
            return {tr("Becomes valid in %1.").arg(spell(number(p, 0))),
                    tr("The issue time lies ahead of this computer's clock. Check the clock of the token "
                       "server.")};
        case ProblemCode::Expired:
            return {number(p, 0) == 0 ? tr("Expired just now.")
                                      : tr("Expired %1 ago.").arg(spell(number(p, 0))),
                    tr("Mint a new token, and renew it before the end.")};
        case ProblemCode::ExpireIsTimestamp:
            return {tr("The lifetime of %1 seconds looks like a date.").arg(arg(p, 0)),
                    tr("The builder wants seconds from now, not a Unix time. 3600 is an hour.")};
        case ProblemCode::Over24h:
            return {tr("Lives for %1; Agora Chat documents 24 h as the longest.").arg(spell(number(p, 0))),
                    tr("Build it with at most 86400 seconds, and renew it.")};
        default:
            break;
        }
        return ofCleaning(p);
    }

    static Finding wrongUser(const Problem& p)
    {
        const QString hint =
            tr("In bytes: %1 against %2. Mint it for the user who signs in.").arg(arg(p, 2), arg(p, 3));
        if (arg(p, 4) == QLatin1String("letter-case"))
            return {tr("The token is for user “%1”, not for “%2”: they differ in letter case.")
                        .arg(arg(p, 0), arg(p, 1)),
                    hint};
        if (arg(p, 4) == QLatin1String("blanks"))
            return {tr("The token is for user “%1”, not for “%2”: they differ in blanks.")
                        .arg(arg(p, 0), arg(p, 1)),
                    hint};
        if (arg(p, 4) == QLatin1String("characters"))
            return {tr("The token is for user “%1”, not for “%2”: characters that look alike may be others.")
                        .arg(arg(p, 0), arg(p, 1)),
                    hint};
        return {tr("The token is for user “%1”, not for “%2”.").arg(arg(p, 0), arg(p, 1)), hint};
    }

    static Finding wrongKind(const Problem& p)
    {
        if (arg(p, 1) == QLatin1String("app"))
            return {arg(p, 0) == QLatin1String("user")
                        ? tr("This is a user token; REST calls need an app token.")
                        : tr("The token has no Chat app privilege, which REST calls need."),
                    tr("Mint an app token of the same project.")};
        return {arg(p, 0) == QLatin1String("app")
                    ? tr("This is an app token; a user signs in with a user token.")
                    : tr("The token has no Chat user privilege, which signing in needs."),
                tr("Mint a user token with the user's ID.")};
    }

    static Finding ofCleaning(const Problem& p)
    {
        switch (p.code) {
        case ProblemCode::Wrapped:
            return {tr("The token was taken out of the text around it."), {}};
        case ProblemCode::Quoted:
            return {tr("Quotes around the token were taken off."), {}};
        case ProblemCode::BearerPrefix:
            return {tr("“Bearer” in front of the token was taken off."), {}};
        case ProblemCode::UrlEncoded:
            return {tr("The token was percent-encoded and has been decoded."),
                    tr("Sent like this, a server refuses it. Decode it once after reading it from a URL.")};
        case ProblemCode::Escaped:
            return {tr("The token was escaped, as in JSON, HTML or source code, and has been restored."),
                    tr("Sent like this, a server refuses it. Send the plain text.")};
        case ProblemCode::Base64Url:
            return {tr("The token uses the URL alphabet (- and _); read as + and /."),
                    tr("The vendor's servers want the standard alphabet.")};
        case ProblemCode::Whitespace:
            return {tr("White space in or around the token was taken off."), {}};
        case ProblemCode::MissingPadding:
            if (arg(p, 0) == QLatin1String("damaged"))
                return {tr("The “=” at the end are missing."), {}};
            return {tr("The “=” at the end are missing; the content is whole."),
                    tr("Some parsers refuse it. Copy the token with its last characters.")};
        default:
            break;
        }
        return {q(token::problemWord(p.code)), {}};
    }
};

} // namespace

Finding problemText(const Problem& problem)
{
    return ProblemWords::ofText(problem);
}

} // namespace text

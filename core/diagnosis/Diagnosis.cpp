// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/Diagnosis.h"

#include "core/base/Time.h"
#include "core/base/Utf8.h"
#include "core/diagnosis/Causes.h"

#include <algorithm>
#include <array>

namespace diagnosis {
namespace {

using catalogue::Auth;
using token::Problem;
using token::ProblemCode;
using token::Severity;

constexpr int kUnauthorized = 401;

/// What an answer's cause speaks of.
enum class Topic { Token, Request };

struct AnswerCause
{
    std::string_view code;
    Topic topic;
    Fix fix;
};

constexpr std::array<AnswerCause, 25> kAnswerCauses{{
    {causes::kTokenMissing, Topic::Token, Fix::OpenEndpoint},
    {causes::kTokenExpired, Topic::Token, Fix::MintAppToken},
    {causes::kTokenCorrupt, Topic::Token, Fix::MintAppToken},
    {causes::kTokenRefused, Topic::Token, Fix::MintAppToken},
    {causes::kRegistrationClosed, Topic::Token, Fix::MintAppToken},
    {causes::kNoPermission, Topic::Token, Fix::MintAppToken},
    {causes::kWrongAppKey, Topic::Request, Fix::EditProject},
    {causes::kWrongCredentials, Topic::Request, Fix::OpenEndpoint},
    {causes::kUserBlocked, Topic::Request, Fix::OpenEndpoint},
    {causes::kBadRequest, Topic::Request, Fix::OpenEndpoint},
    {causes::kBadBody, Topic::Request, Fix::OpenEndpoint},
    {causes::kWrongMethod, Topic::Request, Fix::OpenEndpoint},
    {causes::kNotFound, Topic::Request, Fix::OpenEndpoint},
    {causes::kAlreadyExists, Topic::Request, Fix::OpenEndpoint},
    {causes::kForbidden, Topic::Request, Fix::OpenEndpoint},
    {causes::kTooLarge, Topic::Request, Fix::OpenEndpoint},
    {causes::kBatchLimit, Topic::Request, Fix::OpenEndpoint},
    {causes::kCountLimit, Topic::Request, Fix::OpenConsole},
    {causes::kPlanLimit, Topic::Request, Fix::OpenConsole},
    {causes::kRateLimit, Topic::Request, Fix::WaitAndRetry},
    {causes::kFeatureOff, Topic::Request, Fix::OpenConsole},
    {causes::kConflict, Topic::Request, Fix::WaitAndRetry},
    {causes::kTimeout, Topic::Request, Fix::WaitAndRetry},
    {causes::kServerFault, Topic::Request, Fix::WaitAndRetry},
    {causes::kDocumented, Topic::Request, Fix::OpenEndpoint},
}};

const AnswerCause* answerCause(std::string_view code)
{
    const auto found = std::find_if(kAnswerCauses.begin(), kAnswerCauses.end(),
                                    [&](const AnswerCause& one) { return one.code == code; });
    return found == kAnswerCauses.end() ? nullptr : &*found;
}

/// How a token was pasted says nothing of how it was sent; where the answer calls it corrupt, it may.
bool isDamageInTransit(ProblemCode code)
{
    return code == ProblemCode::Quoted || code == ProblemCode::UrlEncoded || code == ProblemCode::Escaped ||
           code == ProblemCode::Base64Url || code == ProblemCode::Whitespace ||
           code == ProblemCode::MissingPadding;
}

/// What a problem of the token weighs in a refusal; nothing where it is no cause.
std::optional<Severity> weightOf(const Problem& problem)
{
    if (problem.code == ProblemCode::Legacy || problem.code == ProblemCode::NoChatService)
        return Severity::Error; // Agora Chat takes neither
    if (problem.severity() == Severity::Note)
        return std::nullopt;
    return problem.severity();
}

Fix fixOf(const Problem& problem, const token::Inspection& inspection)
{
    switch (problem.code) {
    case ProblemCode::BadBase64:
    case ProblemCode::Bomb:
    case ProblemCode::BadZlib:
    case ProblemCode::Truncated:
    case ProblemCode::TooLarge:
    case ProblemCode::UnknownVersion:
    case ProblemCode::BadLegacy:
    case ProblemCode::TrailingGarbage:
        return Fix::CopyAgain;
    case ProblemCode::BadCertificate:
        return Fix::StoreCertificate;
    case ProblemCode::NotYetValid:
        return Fix::FixClock;
    case ProblemCode::Expired:
        return inspection.effectiveExpiresAt() && inspection.decoded.issueTs &&
                       *inspection.effectiveExpiresAt() <= *inspection.decoded.issueTs
                   ? Fix::RaiseExpiry
                   : Fix::MintAppToken;
    case ProblemCode::ExpireIsTimestamp:
    case ProblemCode::Over24h:
        return Fix::LowerExpiry;
    case ProblemCode::WrongProject:
        return problem.args.size() > 2 && !problem.args[2].empty() ? Fix::SwitchProject : Fix::MintAppToken;
    default:
        return Fix::MintAppToken; // of the kind that is needed
    }
}

class Diagnostician final
{
public:
    Diagnostician(const Case& what, const catalogue::ErrorTable& table)
        : m_case(what)
        , m_table(table)
    {
    }

    Diagnosis run()
    {
        readTheAnswer();
        m_out.inspection = token::inspect(m_case.token, options(m_out.judgedAt));
        judgeToken();
        judgeClock();
        judgeAnswer();
        return std::move(m_out);
    }

private:
    // What was asked

    [[nodiscard]] bool needsApp() const
    {
        return m_case.use.purpose == Purpose::Rest &&
               (!m_case.use.endpoint || m_case.use.endpoint->auth == Auth::App);
    }
    [[nodiscard]] bool needsNoToken() const
    {
        return m_case.use.purpose == Purpose::Rest && m_case.use.endpoint &&
               m_case.use.endpoint->auth == Auth::None;
    }

    [[nodiscard]] token::InspectOptions options(std::int64_t now) const
    {
        token::InspectOptions options;
        options.now = now;
        options.candidates = m_case.candidates;
        options.forRest = needsApp();
        if (m_case.use.purpose == Purpose::SignIn && !m_case.use.userId.empty())
            options.forUser = m_case.use.userId;
        return options;
    }

    /// The status and words, and the time at which the server judged the token.
    void readTheAnswer()
    {
        m_out.judgedAt = m_case.now;
        m_out.skew = m_case.skew;
        if (m_case.received)
            readReceived(*m_case.received);
        if (m_out.skew && m_out.skew->beyond(kSkewWorthTelling))
            m_out.judgedAt = m_out.skew->serverTime(m_case.now);
        else if (m_dateAlone)
            m_out.judgedAt = *m_dateAlone;
    }

    void readReceived(const Received& received)
    {
        m_out.answer = catalogue::readAnswer(received.status, received.body);
        m_out.explanation = catalogue::explain(*m_out.answer, m_case.use.endpoint, &m_table);
        if (received.sentMs != 0 || received.receivedMs != 0) {
            if (const auto skew = estimateSkew(received.date, received.sentMs, received.receivedMs))
                m_out.skew = skew;
        } else if (const auto date = base::parseHttpDate(received.date)) {
            m_dateAlone = *date;
            m_out.skew.reset();
            if (*date > m_case.now) // no answer comes from the future
                m_out.skew = estimateSkew(received.date, m_case.now * 1000, m_case.now * 1000 + 999);
        }
    }

    // What the token itself says

    void judgeToken()
    {
        if (m_case.token.empty() || needsNoToken())
            return;
        for (const Problem& problem : m_out.inspection.problems) {
            const auto weight = weightOf(problem);
            if (!weight || isConsequence(problem))
                continue;
            Cause cause;
            cause.code = token::problemWord(problem.code);
            cause.severity = *weight;
            cause.args = problem.args;
            cause.problem = problem;
            cause.evidence = evidenceOf(problem.code);
            setFix(cause, fixOf(problem, m_out.inspection));
            m_out.causes.push_back(std::move(cause));
        }
        std::stable_sort(m_out.causes.begin(), m_out.causes.end(),
                         [](const Cause& a, const Cause& b) { return a.severity > b.severity; });
        moveToFront(ProblemCode::NoChatService); // it says more than the kind that is missing
        moveToFront(ProblemCode::Legacy);        // whatever else: this version is not taken
    }

    /// A token without any Chat service is of no kind; a version that is not taken has no time left to judge.
    [[nodiscard]] bool isConsequence(const Problem& problem) const
    {
        return problem.code == ProblemCode::WrongKind && !problem.args.empty() && problem.args[0] == "none" &&
               m_out.inspection.has(ProblemCode::NoChatService);
    }

    void moveToFront(ProblemCode code)
    {
        auto& list = m_out.causes;
        const auto found = std::find_if(list.begin(), list.end(), [code](const Cause& cause) {
            return cause.problem && cause.problem->code == code;
        });
        // Faults of the text and the structure stay in front: what was read behind them is not certain.
        const auto at = std::find_if(list.begin(), found, [](const Cause& cause) {
            return !cause.problem || cause.problem->code >= ProblemCode::EmptyUser;
        });
        if (found != list.end())
            std::rotate(at, found, found + 1);
    }

    [[nodiscard]] std::vector<Evidence> evidenceOf(ProblemCode code) const
    {
        const token::Inspection& inspection = m_out.inspection;
        switch (code) {
        case ProblemCode::WrongProject:
        case ProblemCode::BadAppId:
            return projectEvidence();
        case ProblemCode::BadSignature:
            return {
                {std::string(evidence::kSignerNotStored), {std::to_string(inspection.certificatesTried)}}};
        case ProblemCode::WrongKind:
        case ProblemCode::WrongUser:
        case ProblemCode::EmptyUser:
        case ProblemCode::NoChatService:
            return useEvidence();
        case ProblemCode::NotYetValid:
        case ProblemCode::Expired:
        case ProblemCode::ExpireIsTimestamp:
        case ProblemCode::Over24h:
            return timeEvidence();
        default:
            return {};
        }
    }

    [[nodiscard]] std::vector<Evidence> projectEvidence() const
    {
        std::vector<Evidence> list{
            {std::string(evidence::kTokenAppId), {base::visible(m_out.inspection.appId())}}};
        if (m_case.project)
            list.push_back(
                {std::string(evidence::kProjectAppId), {m_case.project->name, m_case.project->appId}});
        if (m_out.inspection.matchedProject)
            list.push_back(
                {std::string(evidence::kSignedBy),
                 {*m_out.inspection.matchedProject,
                  m_out.inspection.matchedRole == token::CertificateRole::Primary ? "primary" : "previous"}});
        return list;
    }

    [[nodiscard]] std::vector<Evidence> useEvidence() const
    {
        static constexpr std::string_view kAuthWords[] = {"none", "app", "user", "app-or-user"};
        const auto [kind, user] = kindOfToken();
        std::vector<Evidence> list{
            {std::string(evidence::kTokenKind), {std::string(kind), base::visible(user)}}};
        if (m_case.use.endpoint)
            list.push_back({std::string(evidence::kEndpoint),
                            {m_case.use.endpoint->id,
                             std::string(kAuthWords[static_cast<std::size_t>(m_case.use.endpoint->auth)])}});
        if (m_case.use.purpose == Purpose::SignIn)
            list.push_back({std::string(evidence::kSignInAs), {base::visible(m_case.use.userId)}});
        return list;
    }

    [[nodiscard]] std::pair<std::string_view, std::string> kindOfToken() const
    {
        const token::Service* chat = m_out.inspection.decoded.service(token::ServiceType::Chat);
        if (!chat)
            return {"none", {}};
        const bool user = chat->privilege(token::kChatPrivilegeUser) != nullptr;
        const bool app = chat->privilege(token::kChatPrivilegeApp) != nullptr;
        return {user && app ? "both" : user ? "user" : app ? "app" : "none", chat->userId};
    }

    [[nodiscard]] std::vector<Evidence> timeEvidence() const
    {
        std::vector<Evidence> list;
        if (const auto issued = m_out.inspection.decoded.issueTs)
            list.push_back({std::string(evidence::kIssuedAt), {std::to_string(*issued)}});
        if (const auto end = m_out.inspection.effectiveExpiresAt())
            list.push_back({std::string(evidence::kEndsAt), {std::to_string(*end)}});
        list.push_back(clockEvidence());
        return list;
    }

    [[nodiscard]] Evidence clockEvidence() const
    {
        if (m_out.skew && m_out.judgedAt != m_case.now)
            return {std::string(evidence::kServerClock),
                    {std::to_string(m_out.judgedAt), std::to_string(m_out.skew->seconds()),
                     std::to_string(m_out.skew->uncertaintyMs)}};
        return {std::string(evidence::kJudgedAt), {std::to_string(m_out.judgedAt)}};
    }

    // What the clocks say

    /// A token that is in time by this computer's clock, and not by the server's, is no fault of the token.
    void judgeClock()
    {
        const auto local = token::inspect(m_case.token, options(m_case.now));
        for (Cause& cause : m_out.causes) {
            if (!cause.problem || (cause.problem->code != ProblemCode::NotYetValid &&
                                   cause.problem->code != ProblemCode::Expired))
                continue;
            const std::int64_t ahead = secondsAhead(cause.problem->code);
            if (ahead == 0 || local.has(cause.problem->code))
                continue;
            cause.code = causes::kClockSkew;
            cause.args = {std::to_string(ahead)};
            cause.problem.reset();
            setFix(cause, Fix::FixClock);
            cause.fixArgs = cause.args;
        }
    }

    /// How far the server is ahead; 0 where that is not known. A token that is issued after its answer tells
    /// it as well.
    [[nodiscard]] std::int64_t secondsAhead(ProblemCode code) const
    {
        if (m_out.skew)
            return m_out.judgedAt != m_case.now ? m_out.skew->seconds() : 0;
        const auto issued = m_out.inspection.decoded.issueTs;
        return code == ProblemCode::NotYetValid && m_dateAlone && issued
                   ? *m_dateAlone - std::int64_t{*issued}
                   : 0;
    }

    // What the answer says

    void judgeAnswer()
    {
        if (!m_out.answer || !m_out.answer->refused())
            return;
        const AnswerCause* known = answerCause(m_out.explanation.cause);
        const bool silent = m_out.answer->error.empty() && m_out.answer->description.empty();
        if (silent && m_out.answer->status == kUnauthorized)
            addOfToken(*answerCause(causes::kTokenRefused)); // the status alone says that it is the token
        else if (!m_out.explanation.documented)
            m_out.causes.push_back(fromAnswer(causes::kUnknownAnswer, Severity::Note, Fix::None));
        else if (!known)
            addOfRequest({causes::kDocumented, Topic::Request, Fix::OpenEndpoint});
        else if (known->topic == Topic::Request)
            addOfRequest(*known);
        else
            addOfToken(*known);
    }

    [[nodiscard]] Cause fromAnswer(std::string_view code, Severity severity, Fix fix) const
    {
        const catalogue::Answer& answer = *m_out.answer;
        Cause cause;
        cause.code = code;
        cause.severity = severity;
        cause.args = {std::to_string(answer.status), base::visible(answer.error),
                      base::visible(answer.description), m_out.explanation.when};
        cause.evidence.push_back(answerEvidence());
        setFix(cause, fix);
        return cause;
    }

    [[nodiscard]] Evidence answerEvidence() const
    {
        const catalogue::Answer& answer = *m_out.answer;
        return {
            std::string(evidence::kAnswer),
            {std::to_string(answer.status), base::visible(answer.error), base::visible(answer.description)}};
    }

    /// The server looked at the request, not at the token: that comes first, whatever the token is like.
    void addOfRequest(const AnswerCause& known)
    {
        m_out.causes.insert(m_out.causes.begin(), fromAnswer(known.code, Severity::Error, known.fix));
    }

    void addOfToken(const AnswerCause& known)
    {
        if (m_case.token.empty()) {
            m_out.causes.insert(m_out.causes.begin(),
                                fromAnswer(causes::kTokenMissing, Severity::Error, Fix::MintAppToken));
            return;
        }
        if (known.code == causes::kTokenExpired)
            moveExpiredToFront();
        if (!m_out.causes.empty() && m_out.causes.front().severity == Severity::Error) {
            m_out.causes.front().evidence.push_back(answerEvidence());
            return;
        }
        addSuspicions(known);
    }

    void moveExpiredToFront()
    {
        const auto found = std::find_if(m_out.causes.begin(), m_out.causes.end(), [](const Cause& cause) {
            return cause.problem && cause.problem->code == ProblemCode::Expired;
        });
        if (found != m_out.causes.end())
            std::rotate(m_out.causes.begin(), found, found + 1);
    }

    /// Nothing is wrong with the token as far as can be seen here, and yet it was refused for itself.
    void addSuspicions(const AnswerCause& known)
    {
        const token::Inspection& inspection = m_out.inspection;
        const bool expired = known.code == causes::kTokenExpired;
        if (const auto end = inspection.effectiveExpiresAt(); expired && end && !m_out.skew) {
            Cause cause = fromAnswer(causes::kClockSuspected, Severity::Warning, Fix::FixClock);
            cause.args = {std::to_string(*end - m_out.judgedAt)};
            cause.evidence.push_back(clockEvidence());
            m_out.causes.push_back(std::move(cause));
        }
        if (!expired) {
            for (const Problem& problem : inspection.problems) {
                if (!isDamageInTransit(problem.code))
                    continue;
                Cause cause = fromAnswer(token::problemWord(problem.code), Severity::Warning, Fix::CopyAgain);
                cause.args = problem.args;
                cause.problem = problem;
                m_out.causes.push_back(std::move(cause));
            }
        }
        if (inspection.signatureCheck == token::SignatureCheck::NotChecked && !expired) {
            Cause cause = fromAnswer(causes::kSignerUnknown, Severity::Warning, Fix::StoreCertificate);
            cause.args = {std::to_string(inspection.certificatesTried)};
            cause.evidence.push_back(
                {std::string(evidence::kSignerNotStored), {std::to_string(inspection.certificatesTried)}});
            m_out.causes.push_back(std::move(cause));
        }
        const bool certain = known.code == causes::kNoPermission ||
                             known.code == causes::kRegistrationClosed || known.code == causes::kTokenMissing;
        m_out.causes.insert(certain ? m_out.causes.begin() : m_out.causes.end(),
                            fromAnswer(known.code, certain ? Severity::Error : Severity::Warning, known.fix));
    }

    // What to do about it

    /// The minting fixes become those of the kind that is needed.
    void setFix(Cause& cause, Fix fix) const
    {
        const std::string project = m_case.project ? m_case.project->name : std::string();
        if (fix == Fix::MintAppToken && needsUser())
            fix = Fix::MintUserToken;
        cause.fix = fix;
        switch (fix) {
        case Fix::MintAppToken:
        case Fix::EditProject:
            cause.fixArgs = {project};
            break;
        case Fix::MintUserToken:
            cause.fixArgs = {project, userNeeded()};
            break;
        case Fix::RaiseExpiry:
        case Fix::LowerExpiry:
            cause.fixArgs = needsUser() ? std::vector{project, userNeeded()} : std::vector{project};
            break;
        case Fix::SwitchProject:
            cause.fixArgs = {cause.args.size() > 2 ? cause.args[2] : std::string()};
            break;
        case Fix::StoreCertificate:
            cause.fixArgs = {base::visible(m_out.inspection.appId())};
            break;
        case Fix::FixClock:
            cause.fixArgs = {m_out.skew ? std::to_string(m_out.skew->seconds()) : std::string()};
            break;
        case Fix::OpenEndpoint:
            cause.fixArgs = {m_case.use.endpoint ? m_case.use.endpoint->id : std::string()};
            break;
        default:
            cause.fixArgs.clear();
            break;
        }
    }

    [[nodiscard]] bool needsUser() const
    {
        switch (m_case.use.purpose) {
        case Purpose::SignIn:
            return true;
        case Purpose::Rest:
            return m_case.use.endpoint && m_case.use.endpoint->auth == Auth::User;
        case Purpose::Unknown:
            break;
        }
        return kindOfToken().first == "user";
    }
    [[nodiscard]] std::string userNeeded() const
    {
        return m_case.use.userId.empty() ? kindOfToken().second : m_case.use.userId;
    }

    const Case& m_case;
    const catalogue::ErrorTable& m_table;
    std::optional<std::int64_t> m_dateAlone; ///< of an answer whose moment is not known
    Diagnosis m_out;
};

} // namespace

std::string_view fixWord(Fix fix)
{
    static constexpr std::string_view kWords[] = {
        "none",           "copy-again",        "mint-app-token", "mint-user-token",
        "switch-project", "store-certificate", "edit-project",   "fix-clock",
        "raise-expiry",   "lower-expiry",      "open-endpoint",  "open-console",
        "wait-and-retry"};
    return kWords[static_cast<std::size_t>(fix)];
}

bool Diagnosis::refused() const
{
    return (answer && answer->refused()) || std::any_of(causes.begin(), causes.end(), [](const Cause& cause) {
               return cause.severity == Severity::Error;
           });
}

Diagnosis diagnose(const Case& what, const catalogue::ErrorTable& table)
{
    return Diagnostician(what, table).run();
}

} // namespace diagnosis

// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/Diagnosis.h"

#include "core/base/Time.h"
#include "core/base/Utf8.h"
#include "core/diagnosis/AnswerCauses.h"
#include "core/diagnosis/Causes.h"
#include "core/diagnosis/Fixes.h"
#include "core/diagnosis/Witness.h"

#include <algorithm>

namespace diagnosis {
namespace {

using catalogue::Auth;
using token::Problem;
using token::ProblemCode;
using token::Severity;

constexpr int kUnauthorized = 401;

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
            cause.evidence = m_witness.of(problem.code);
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
            cause.evidence.push_back(m_witness.ofClocks());
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
        return m_witness.kindOfToken().first == "user";
    }
    [[nodiscard]] std::string userNeeded() const
    {
        return m_case.use.userId.empty() ? m_witness.kindOfToken().second : m_case.use.userId;
    }

    const Case& m_case;
    const catalogue::ErrorTable& m_table;
    std::optional<std::int64_t> m_dateAlone; ///< of an answer whose moment is not known
    Diagnosis m_out;
    const Witness m_witness{m_case, m_out};
};

} // namespace

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

// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/Witness.h"

#include "core/base/Utf8.h"
#include "core/diagnosis/Causes.h"

namespace diagnosis {

using token::ProblemCode;

std::vector<Evidence> Witness::of(ProblemCode code) const
{
    const token::Inspection& inspection = m_found.inspection;
    switch (code) {
    case ProblemCode::WrongProject:
    case ProblemCode::BadAppId:
        return ofProject();
    case ProblemCode::BadSignature:
        return {{std::string(evidence::kSignerNotStored), {std::to_string(inspection.certificatesTried)}}};
    case ProblemCode::WrongKind:
    case ProblemCode::WrongUser:
    case ProblemCode::EmptyUser:
    case ProblemCode::NoChatService:
        return ofUse();
    case ProblemCode::NotYetValid:
    case ProblemCode::Expired:
    case ProblemCode::ExpireIsTimestamp:
    case ProblemCode::Over24h:
        return ofTimes();
    default:
        return {};
    }
}

std::vector<Evidence> Witness::ofProject() const
{
    std::vector<Evidence> list{
        {std::string(evidence::kTokenAppId), {base::visible(m_found.inspection.appId())}}};
    if (m_case.project)
        list.push_back({std::string(evidence::kProjectAppId), {m_case.project->name, m_case.project->appId}});
    if (m_found.inspection.matchedProject)
        list.push_back(
            {std::string(evidence::kSignedBy),
             {*m_found.inspection.matchedProject,
              m_found.inspection.matchedRole == token::CertificateRole::Primary ? "primary" : "previous"}});
    return list;
}

std::vector<Evidence> Witness::ofUse() const
{
    static constexpr std::string_view kAuthWords[] = {"none", "app", "user", "app-or-user"};
    const auto [kind, user] = kindOfToken();
    std::vector<Evidence> list{{std::string(evidence::kTokenKind), {std::string(kind), base::visible(user)}}};
    if (m_case.use.endpoint)
        list.push_back({std::string(evidence::kEndpoint),
                        {m_case.use.endpoint->id,
                         std::string(kAuthWords[static_cast<std::size_t>(m_case.use.endpoint->auth)])}});
    if (m_case.use.purpose == Purpose::SignIn)
        list.push_back({std::string(evidence::kSignInAs), {base::visible(m_case.use.userId)}});
    return list;
}

std::pair<std::string_view, std::string> Witness::kindOfToken() const
{
    const token::Service* chat = m_found.inspection.decoded.service(token::ServiceType::Chat);
    if (!chat)
        return {"none", {}};
    const bool user = chat->privilege(token::kChatPrivilegeUser) != nullptr;
    const bool app = chat->privilege(token::kChatPrivilegeApp) != nullptr;
    return {user && app ? "both" : user ? "user" : app ? "app" : "none", chat->userId};
}

std::vector<Evidence> Witness::ofTimes() const
{
    std::vector<Evidence> list;
    if (const auto issued = m_found.inspection.decoded.issueTs)
        list.push_back({std::string(evidence::kIssuedAt), {std::to_string(*issued)}});
    if (const auto end = m_found.inspection.effectiveExpiresAt())
        list.push_back({std::string(evidence::kEndsAt), {std::to_string(*end)}});
    list.push_back(ofClocks());
    return list;
}

Evidence Witness::ofClocks() const
{
    if (m_found.skew && m_found.judgedAt != m_case.now)
        return {std::string(evidence::kServerClock),
                {std::to_string(m_found.judgedAt), std::to_string(m_found.skew->seconds()),
                 std::to_string(m_found.skew->uncertaintyMs)}};
    return {std::string(evidence::kJudgedAt), {std::to_string(m_found.judgedAt)}};
}

} // namespace diagnosis

// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/Fixes.h"

namespace diagnosis {

using token::Problem;
using token::ProblemCode;

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

std::string_view fixWord(Fix fix)
{
    static constexpr std::string_view kWords[] = {
        "none",           "copy-again",        "mint-app-token", "mint-user-token",
        "switch-project", "store-certificate", "edit-project",   "fix-clock",
        "raise-expiry",   "lower-expiry",      "open-endpoint",  "open-console",
        "wait-and-retry"};
    return kWords[static_cast<std::size_t>(fix)];
}

} // namespace diagnosis

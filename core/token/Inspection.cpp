// SPDX-License-Identifier: Apache-2.0
#include "core/token/Inspector.h"

#include <algorithm>

namespace token {

std::string_view signatureCheckWord(SignatureCheck check)
{
    switch (check) {
    case SignatureCheck::Valid:
        return "valid";
    case SignatureCheck::Invalid:
        return "invalid";
    case SignatureCheck::NotChecked:
        break;
    }
    return "not-checked";
}

std::string_view tokenStateWord(TokenState state)
{
    switch (state) {
    case TokenState::Valid:
        return "valid";
    case TokenState::Expired:
        return "expired";
    case TokenState::NotYetValid:
        return "not-yet-valid";
    case TokenState::Refused:
        return "refused";
    case TokenState::Unreadable:
        break;
    }
    return "unreadable";
}

std::optional<std::int64_t> Inspection::expiresAt() const
{
    return is007() ? decoded.expiresAt() : legacy.expiresAt();
}

std::optional<std::int64_t> Inspection::effectiveExpiresAt() const
{
    return is007() ? decoded.effectiveExpiresAt() : legacy.effectiveExpiresAt();
}

bool Inspection::hasError() const
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity() == Severity::Error; });
}

bool Inspection::hasStructuralError() const
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.code < ProblemCode::EmptyUser; });
}

bool Inspection::has(ProblemCode code) const
{
    return std::any_of(problems.begin(), problems.end(),
                       [code](const Problem& problem) { return problem.code == code; });
}

} // namespace token

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/Diagnosis.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace diagnosis {

/// The facts that speak for a cause, from the case and what was found of it so far. Both must outlive it.
class Witness final
{
public:
    Witness(const Case& what, const Diagnosis& found)
        : m_case(what)
        , m_found(found)
    {
    }

    /// For a problem of the token.
    [[nodiscard]] std::vector<Evidence> of(token::ProblemCode code) const;
    /// By which clock the token was judged.
    [[nodiscard]] Evidence ofClocks() const;
    /// "user", "app", "both" or "none", and the user ID.
    [[nodiscard]] std::pair<std::string_view, std::string> kindOfToken() const;

private:
    [[nodiscard]] std::vector<Evidence> ofProject() const;
    [[nodiscard]] std::vector<Evidence> ofUse() const;
    [[nodiscard]] std::vector<Evidence> ofTimes() const;

    const Case& m_case;
    const Diagnosis& m_found;
};

} // namespace diagnosis

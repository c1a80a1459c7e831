// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace project {

/// The colours that an environment can have, in the top bar; there is always the name beside it.
inline constexpr std::array<std::string_view, 6> kColours{"green", "blue",   "violet",
                                                          "amber", "orange", "red"};

/// A named set of values for the calls of a project, such as “staging”: `{{user}}` in a field or a body
/// stands for the value of the variable `user`. Stored in the open with the project, so no secret belongs
/// here.
struct Environment
{
    using Variable = std::pair<std::string, std::string>;

    std::string name;
    std::string colour = std::string(kColours.front());
    std::vector<Variable> variables; ///< in the order of the user, names unique

    bool operator==(const Environment&) const = default;
};

/// A letter or underscore, then letters, digits, `_`, `.` and `-`; at most 64 characters.
[[nodiscard]] bool isVariableName(std::string_view name);

/// One line each, `name = value`; empty lines and those that begin with # are passed over. Error:
/// bad-variable with a line that is no such.
[[nodiscard]] base::Result<std::vector<Environment::Variable>> parseVariables(std::string_view text);
/// The lines that parseVariables reads.
[[nodiscard]] std::string variablesText(const std::vector<Environment::Variable>& variables);

/// Errors: bad-environment (no name, or one that is there twice), bad-colour, bad-variable (its name, or one
/// that is there twice), secret-variable (the value looks like a token, a certificate or a password).
[[nodiscard]] base::Result<> checkEnvironments(const std::vector<Environment>& environments);

} // namespace project

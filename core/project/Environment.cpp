// SPDX-License-Identifier: Apache-2.0
#include "core/project/Environment.h"

#include "core/base/Utf8.h"
#include "core/project/Errors.h"
#include "core/redact/Redactor.h"
#include "core/token/AccessToken2.h"
#include "core/base/Trim.h"

#include <algorithm>
#include <set>

namespace project {
namespace {

using base::fail;
using base::Result;

constexpr std::size_t kMaxName = 64;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// By the redactor's judgement of name and value; 32 hexadecimal digits may be an App ID, but none has to
/// stand here, for the project has it.
bool looksSecret(const Environment::Variable& variable)
{
    const auto& [name, value] = variable;
    return !value.empty() && (redact::isSecretName(name) || token::checkCertificate(value) ||
                              redact::Redactor().value(name, value) != value);
}

Result<> checkVariables(const Environment& environment)
{
    std::set<std::string_view> names;
    for (const Environment::Variable& variable : environment.variables) {
        if (!isVariableName(variable.first) || !names.insert(variable.first).second)
            return fail(errors::kBadVariable, "environments", std::vector{base::visible(variable.first)});
        if (looksSecret(variable))
            return fail(errors::kSecretVariable, "environments", std::vector{variable.first});
    }
    return {};
}

} // namespace

bool isVariableName(std::string_view name)
{
    return !name.empty() && name.size() <= kMaxName && isLetter(name.front()) &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-'; });
}

Result<std::vector<Environment::Variable>> parseVariables(std::string_view text)
{
    std::vector<Environment::Variable> variables;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = base::trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.front() == '#')
            continue;
        const std::size_t equals = line.find('=');
        const std::string_view name = base::trimmed(line.substr(0, equals));
        if (equals == std::string_view::npos || !isVariableName(name))
            return fail(errors::kBadVariable, "environments",
                        std::vector{base::visible(line.substr(0, equals))});
        variables.emplace_back(name, base::trimmed(line.substr(equals + 1)));
    }
    return variables;
}

std::string variablesText(const std::vector<Environment::Variable>& variables)
{
    std::string text;
    for (const auto& [name, value] : variables)
        text += name + " = " + value + '\n';
    return text;
}

Result<> checkEnvironments(const std::vector<Environment>& environments)
{
    std::set<std::string_view> names;
    for (const Environment& environment : environments) {
        if (environment.name.empty() || !names.insert(environment.name).second)
            return fail(errors::kBadEnvironment, "environments",
                        std::vector{base::visible(environment.name)});
        if (std::find(kColours.begin(), kColours.end(), environment.colour) == kColours.end())
            return fail(errors::kBadColour, "environments", std::vector{base::visible(environment.colour)});
        if (auto ok = checkVariables(environment); !ok)
            return ok;
    }
    return {};
}

} // namespace project

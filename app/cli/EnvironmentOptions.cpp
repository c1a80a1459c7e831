// SPDX-License-Identifier: Apache-2.0
#include "app/cli/EnvironmentOptions.h"

#include <algorithm>

namespace cli {
namespace {

using project::Environment;

tl::expected<void, Failure> setVariables(const Context& context, Environment& environment)
{
    for (const std::string& text : context.args.values("--var")) {
        const auto parsed = project::parseVariables(text);
        if (!parsed)
            return failed(parsed.error());
        for (const Environment::Variable& variable : *parsed) {
            auto& all = environment.variables;
            const auto found = std::find_if(all.begin(), all.end(),
                                            [&](const auto& each) { return each.first == variable.first; });
            if (variable.second.empty() && found != all.end())
                all.erase(found);
            else if (found != all.end())
                found->second = variable.second;
            else if (!variable.second.empty())
                all.push_back(variable);
        }
    }
    return {};
}

} // namespace

Failure noSuchEnvironment(const project::Project& project, const std::string& name)
{
    return Failure::usage("no-such-environment", "--env",
                          "the project “" + project.name + "” has no environment “" + name + "”",
                          "“chat-token projects show” names those it has.");
}

tl::expected<project::Project, Failure> withEnvironment(const Context& context, project::Project project)
{
    const Arguments& args = context.args;
    const std::string* name = args.value("--env");
    if (!name) {
        for (const std::string_view option : {"--var", "--colour", "--remove-env", "--use-env"}) {
            if (args.has(option))
                return failed(Failure::usage("missing-option", "--env",
                                             "is missing beside " + std::string(option),
                                             "Name the environment with --env NAME."));
        }
        return project;
    }
    const auto isIt = [&](const Environment& each) { return each.name == *name; };
    if (args.has("--remove-env")) {
        for (const std::string_view other : {"--var", "--colour", "--use-env"}) {
            if (args.has(other))
                return failed(Failure::conflict(other, "--remove-env"));
        }
        if (!project.findEnvironment(*name))
            return failed(noSuchEnvironment(project, *name));
        std::erase_if(project.environments, isIt);
        if (project.environment == *name)
            project.environment.clear();
        return project;
    }
    auto found = std::find_if(project.environments.begin(), project.environments.end(), isIt);
    if (found == project.environments.end())
        found = project.environments.insert(project.environments.end(),
                                            Environment{*name, std::string(project::kColours.front()), {}});
    if (const std::string* colour = args.value("--colour"))
        found->colour = *colour;
    if (auto set = setVariables(context, *found); !set)
        return failed(set.error());
    if (args.has("--use-env"))
        project.environment = *name;
    return project;
}

} // namespace cli

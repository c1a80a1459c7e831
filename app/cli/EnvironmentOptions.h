// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"

namespace cli {

/// `project` with what --env, --var, --colour, --remove-env and --use-env say of its environments. Errors:
/// missing-option, option-conflict, no-such-environment, bad-variable.
[[nodiscard]] tl::expected<project::Project, Failure> withEnvironment(const Context& context,
                                                                      project::Project project);

/// An environment that --env names and the project has not.
[[nodiscard]] Failure noSuchEnvironment(const project::Project& project, const std::string& name);

} // namespace cli

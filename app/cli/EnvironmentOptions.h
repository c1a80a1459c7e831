// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"

namespace cli {

/// `project` with what --env, --var, --colour, --remove-env and --use-env say of its environments. Errors:
/// missing-option, bad-variable.
[[nodiscard]] tl::expected<project::Project, Failure> withEnvironment(const Context& context,
                                                                      project::Project project);

} // namespace cli

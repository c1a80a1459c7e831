// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Project.h"

namespace project {

/// `now` with what an editor has changed: every field, environment and variable in which `after` differs from
/// `before`. What another program has changed elsewhere in it meanwhile stays. Id and the note of the
/// certificate are not the editor's and are never taken.
[[nodiscard]] Project merged(const Project& before, const Project& after, Project now);

} // namespace project

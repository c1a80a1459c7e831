// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/project/Environment.h"
#include "core/rest/Draft.h"

namespace rest {

/// The draft with each `{{name}}` replaced by the variable of that name. In a raw body a value is escaped as
/// inside a JSON string, which changes no number. What is put in is not looked at again. `environment`
/// may be nullptr: then no variable is known. Error: unknown-variable, with the field it stands in.
[[nodiscard]] base::Result<Draft> withVariables(const Draft& draft, const project::Environment* environment);

} // namespace rest

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/Diagnosis.h"

namespace diagnosis {

/// What can be done about a problem of the token, as if an app token were needed.
[[nodiscard]] Fix fixOf(const token::Problem& problem, const token::Inspection& inspection);

} // namespace diagnosis

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/catalogue/Endpoint.h"

namespace catalogue {

/// One entry of the file. Error: bad-catalogue with the entry's id and what is wrong.
[[nodiscard]] base::Result<Endpoint> readEntry(base::JsonValue entry);

} // namespace catalogue

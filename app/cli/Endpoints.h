// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Failure.h"

#include "core/catalogue/Catalogue.h"

#include <string>

namespace cli {

/// The endpoint of that id, or no-such-endpoint with the ids that may be meant.
[[nodiscard]] tl::expected<const catalogue::Endpoint*, Failure>
findEndpoint(const catalogue::Catalogue& catalogue, const std::string& id);

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tokenserver/Routes.h"

#include <string>
#include <string_view>

namespace tokenserver {

/// A line for a shell that sends the request of that route to `url` (http://127.0.0.1:PORT), in the words of
/// the vendor's guide. An access key goes into its header.
[[nodiscard]] std::string curlLine(const Route& route, std::string_view url, std::string_view accessKey);

} // namespace tokenserver

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>

namespace tokenserver {

/// An origin as browsers send it, from what people type: `https://App.example.com/` and
/// `http://localhost:80` become `https://app.example.com` and `http://localhost`. Only http and https, no
/// path, no `*`, no `null`. Error: bad-origin.
[[nodiscard]] base::Result<std::string> normalOrigin(std::string_view text);

} // namespace tokenserver

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace local {

enum class PlusSign { Plus, Blank };

/// %XX decoded. Nothing for a broken escape or an escaped NUL. `+` is a blank in forms and queries only.
[[nodiscard]] std::optional<std::string> percentDecode(std::string_view text, PlusSign plus = PlusSign::Plus);

/// The segments of a path behind its first `/`, split before they are decoded, so that %2F stays within its
/// segment. One trailing slash is left out. Nothing when a segment does not decode.
[[nodiscard]] std::optional<std::vector<std::string>> splitPath(std::string_view path);

/// `a=1&b=2` decoded (also application/x-www-form-urlencoded); pairs that do not decode are kept as they are.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> splitQuery(std::string_view query);

} // namespace local

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace project {

/// Why Agora Chat may know no user of that ID, as the catalogue's `username` has it: 1 to 64 characters of
/// a-z 0-9 _ - . and no upper case. Codes: user-id-characters, user-id-too-long, user-id-upper-case, the
/// first that holds. A token can be minted for any of them. Nothing for an empty ID, which is refused.
[[nodiscard]] std::optional<std::string_view> userIdDoubt(std::string_view userId);

} // namespace project

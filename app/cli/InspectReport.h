// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Io.h"

#include "core/base/Json.h"
#include "core/token/Inspector.h"
#include "core/token/Remint.h"

#include <string>
#include <vector>

namespace cli {

/// The members of `inspect --json`. What was not reached is null.
void writeInspection(Io::ObjectLine& json, const token::Inspection& inspection);

/// The lines for people: the verdict first, then the facts, then the problems with what to do.
[[nodiscard]] std::vector<std::string> inspectionLines(const token::Inspection& inspection, std::int64_t now,
                                                       bool someLocked);

/// A line for each field: its place in the payload, its length, its path and its value.
[[nodiscard]] std::vector<std::string> fieldLines(const token::Inspection& inspection);

/// "Chat user token", "Chat app token", "AccessToken2" or "AccessToken 006".
[[nodiscard]] std::string kindOf(const token::Inspection& inspection);

/// {"outcome","field","producer","differ":[{"path","a","b"}],"summary","token"}
[[nodiscard]] base::JsonValue remintToJson(const token::Reminted& reminted);

/// The list "differ" of a comparison.
[[nodiscard]] base::JsonArray differencesToJson(const std::vector<token::Difference>& differences);

} // namespace cli

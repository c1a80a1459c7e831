// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Options.h"

#include <string>
#include <string_view>

namespace cli {

/// The help of the program, or of the commands of one group.
[[nodiscard]] std::string programHelp(std::string_view group = {});
[[nodiscard]] std::string commandHelp(const CommandSpec& command);

/// "chat-token 1.2.3"
[[nodiscard]] std::string_view versionLine();

} // namespace cli

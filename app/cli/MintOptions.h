// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"

#include "core/project/Mint.h"

namespace cli {

/// Expiry, issue time and salt from the command's options, or their defaults.
[[nodiscard]] tl::expected<project::ChatTokenRequest, Failure> mintOptions(const Context& context);

/// Mints and prints a Chat token.
[[nodiscard]] Outcome mintAndPrint(Context& context, const project::ChatTokenRequest& request);

/// The token alone, or {"token","expires_at"}.
void printToken(Io& io, std::string_view token, std::int64_t expiresAt);

/// Says on stderr that the sandbox's published certificate signed, where nobody chose it.
void noteSandbox(const Context& context, const project::Credentials& credentials);

/// Says on stderr what the documents of Agora Chat do not promise.
void warnOfLifetime(Io& io, std::uint32_t seconds);

} // namespace cli

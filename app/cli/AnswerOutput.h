// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"

#include "core/http/Message.h"

namespace cli {

/// Prints an answer in memory that does not grow with its body: to a pipe or a file as it came, to a terminal
/// the beginning of it, laid out and made safe; with --json as one object, whose body stands in a file of its
/// own where it is large. `request` is what --json shows of the request.
///
/// The outcome: yes or no by the status; body-cut or incomplete-body where bytes are missing for sure;
/// output-failed where stdout takes no more.
[[nodiscard]] Outcome reportAnswer(const Context& context, const catalogue::Endpoint& endpoint,
                                   const catalogue::ErrorTable& table, const base::JsonValue& request,
                                   const http::Response& response);

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/token/Compare.h"
#include "core/token/Inspector.h"
#include "core/token/Producer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace token {

/// What is taken in place of the token's own inputs. Salt and issue time are always the token's.
struct RemintEdits
{
    std::optional<std::string> appId;
    std::optional<std::uint32_t> expire; ///< seconds; privileges that had the token's own number follow it
    std::optional<std::string> userId;   ///< of the Chat service
    std::optional<std::vector<Service>> services; ///< all of them, privileges included
};

enum class RemintOutcome {
    Identical,   ///< the same text
    SamePayload, ///< another deflate made the token: `producer`
    Differs,     ///< `field` is the first that differs
};

struct Reminted
{
    std::string text;
    RemintOutcome outcome = RemintOutcome::Identical;
    Producer producer = Producer::StockZlib; ///< who likely compressed the token that was inspected
    std::string field; ///< Differs: a path, or "certificate" where nothing but the signature differs
    std::vector<Difference> differs; ///< a: the token that was inspected, b: the one minted again
};

/// "identical", "same-payload", "differs".
[[nodiscard]] std::string_view remintWord(RemintOutcome outcome);

/// Mints a token again from what was read of it and compares the two. No network. Errors: cannot-remint with
/// what is missing (format, whole, issue_ts, services) or with size and the bytes of a payload above
/// kMaxBuilt, and those of Builder::build.
[[nodiscard]] base::Result<Reminted> remint(const Inspection& inspection, std::string_view certificate,
                                            const RemintEdits& edits = {});

} // namespace token

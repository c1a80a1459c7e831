// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/base/Json.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace cli {

/// The exit codes of the contract.
inline constexpr int kDone = 0;    ///< done
inline constexpr int kNo = 1;      ///< the answer is no
inline constexpr int kUsage = 2;   ///< wrong usage or input
inline constexpr int kMachine = 3; ///< a file, the network, the machine

/// The word of the failure that stdout takes no more.
inline constexpr std::string_view kOutputFailed = "output-failed";

/// Why a command did not do its work: what is printed on stderr, and the exit code.
struct Failure
{
    int exitCode = kUsage;
    std::string code;  ///< a fixed word
    std::string field; ///< the option, operand or input that is meant; may be empty
    std::string what;  ///< the same for people
    std::string why;   ///< a clause without full stop
    std::string hint;  ///< a sentence with full stop

    /// An error of core in the words of core/text; the exit code by the kind of error.
    [[nodiscard]] static Failure of(const base::Error& error);
    /// Wrong usage (exit 2).
    [[nodiscard]] static Failure usage(std::string_view code, std::string_view field, std::string_view why,
                                       std::string_view hint);

    /// Two options that contradict each other (exit 2).
    [[nodiscard]] static Failure conflict(std::string_view one, std::string_view other);

    /// "what: why. Hint."
    [[nodiscard]] std::string line() const;
    /// {"error":{"code","field","message","hint"}}
    [[nodiscard]] base::JsonValue toJson() const;
};

/// The exit code, or why there is none.
using Outcome = tl::expected<int, Failure>;

[[nodiscard]] inline tl::unexpected<Failure> failed(Failure failure)
{
    return tl::unexpected<Failure>(std::move(failure));
}

[[nodiscard]] inline tl::unexpected<Failure> failed(const base::Error& error)
{
    return failed(Failure::of(error));
}

} // namespace cli

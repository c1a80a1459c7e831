// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace base {

/// A failure as a value. `code` is the word to branch on (each module lists its own in Errors.h); core/text
/// makes the sentence for people from code, field and args. No member ever holds a secret or a whole token.
struct Error
{
    std::string code;              ///< a fixed word such as "bad-app-id"
    std::string field;             ///< which input is meant, in the words of the interface; empty when none
    std::vector<std::string> args; ///< the figures and names that the sentence needs, in its order
    std::string detail;            ///< for the log only, never translated

    bool operator==(const Error&) const = default;
};

inline Error makeError(std::string_view code, std::string_view field = {}, std::vector<std::string> args = {},
                       std::string detail = {})
{
    return Error{std::string(code), std::string(field), std::move(args), std::move(detail)};
}

} // namespace base

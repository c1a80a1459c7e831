// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace catalogue {

/// What an HTTP answer of the Chat service says of itself: the status and, of the error envelope
/// {"error","exception","timestamp","duration","error_description"}, the parts that mean something.
struct Answer
{
    int status = 0;
    std::string error;       ///< the word to branch on; the presence calls have none
    std::string description; ///< error_description; for a body that is no envelope its first line
    bool envelope = false;   ///< the body is JSON with one of the two

    [[nodiscard]] bool refused() const { return status >= 400; }
};

/// The longest body that is read as an envelope, in bytes; none of the service comes near.
inline constexpr std::size_t kAnswerBytes = std::size_t{64} << 10;

/// Reads a body, or the first kAnswerBytes + 1 of it. Never fails.
[[nodiscard]] Answer readAnswer(int status, std::string_view body);

} // namespace catalogue

// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// Reads a body; at most 64 KiB of it are looked at. Never fails.
[[nodiscard]] Answer readAnswer(int status, std::string_view body);

} // namespace catalogue

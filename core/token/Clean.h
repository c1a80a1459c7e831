// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace token {

/// A pasted text with everything taken off that people paste along with a token.
struct Cleaned
{
    std::string text;
    std::vector<ProblemCode> steps; ///< what was taken off, each once, in the order in which it was met
};

/// Takes off white space (Unicode's, zero-width and direction marks, line breaks inside too), quotes,
/// `Bearer `, `Authorization:`, JSON and other text around a token (curl lines, URLs, log lines, a second
/// token), percent-encoding (up to three times) and the escapes of JSON, string literals, HTML, mail and
/// Base64. A blank inside becomes '+' where that makes the zlib stream come out right. Never fails; a text
/// without a token comes back trimmed.
[[nodiscard]] Cleaned clean(std::string_view pasted);

} // namespace token

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Answer.h"
#include "core/project/PastedProject.h"
#include "core/token/Inspector.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace diagnosis {

enum class PasteKind {
    Nothing,     ///< blank
    Token,       ///< a token of any kind, in any wrapping
    Curl,        ///< a curl command
    Headers,     ///< header lines of a request
    ErrorAnswer, ///< the body of a refusal, or a whole HTTP answer with one
    AppId,       ///< 32 hexadecimal digits that are not known to be a certificate
    Certificate, ///< a certificate: a secret, warn
    Project,     ///< labelled values of a project
    Other,
};

/// What a pasted text is, and the parts of it that a page can begin with. What is not there is empty.
struct Paste
{
    PasteKind kind = PasteKind::Other;
    std::string token;                                        ///< cleaned
    std::string method;                                       ///< Curl; GET when the command names none
    std::string url;                                          ///< Curl
    std::vector<std::pair<std::string, std::string>> headers; ///< Curl, Headers, a whole answer
    std::string body;                                         ///< Curl: what is sent; ErrorAnswer: what came
    catalogue::Answer answer;                                 ///< ErrorAnswer; status 0 when it is not told
    std::string appId;                                        ///< AppId
    std::string knownProject;                                 ///< AppId: the project whose App ID it is
    project::PastedProject project;                           ///< Project
    bool holdsSecret = false; ///< a certificate is among it: say so, and keep it out of history

    /// The value of a header, letter case aside; "" when there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Sorts a pasted text. `candidates` are the projects and certificates that are known. At most 1 MiB is
/// looked at. Pure; never fails.
[[nodiscard]] Paste classify(std::string_view text, std::span<const token::Candidate> candidates);

} // namespace diagnosis

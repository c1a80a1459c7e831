// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/ProblemText.h"
#include "core/token/Inspector.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace text {

/// The sentence of a cause that is no problem of the token's (diagnosis/Causes.h). A code without one gives
/// itself.
[[nodiscard]] Finding causeText(std::string_view code, const std::vector<std::string>& args);

/// A fact that speaks for a cause, as one sentence. Moments are in UTC where `utc`.
[[nodiscard]] QString evidenceText(std::string_view code, const std::vector<std::string>& args, bool utc);

/// What a button says that does this (diagnosis::fixWord); "" for "none".
[[nodiscard]] QString fixText(std::string_view fix, const std::vector<std::string>& args);

/// Who signed a token, in a sentence: the project, or that its certificate is not stored.
[[nodiscard]] QString signerText(const token::Inspection& inspection, bool someLocked = false);

} // namespace text

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Problem.h"

#include <QString>

namespace text {

/// A finding in plain words: what is the matter, and what to do about it.
struct Finding
{
    QString message; ///< one sentence with its full stop
    QString hint;    ///< what to do; may be empty for notes
};

[[nodiscard]] Finding problemText(const token::Problem& problem);

} // namespace text

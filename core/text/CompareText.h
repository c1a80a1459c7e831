// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Compare.h"
#include "core/token/Remint.h"

#include <QString>

namespace text {

/// A comparison in one sentence: "These differ only in salt, issue time and signature."
[[nodiscard]] QString compareText(const token::Comparison& comparison);

/// What minting again came to, in one or two sentences; the first field that differs with both values.
[[nodiscard]] QString remintText(const token::Reminted& reminted);

/// "C++, Python, PHP or another user of stock zlib"; "" when it is not known.
[[nodiscard]] QString producerText(token::Producer producer);

} // namespace text

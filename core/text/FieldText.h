// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Endpoint.h"

#include <QString>

namespace text {

/// A format of the catalogue in words: "user ID", "date", "Unix time in milliseconds"; the word itself where
/// it is not known.
[[nodiscard]] QString formatName(const QString& format);

/// How a value of that format is written, such as 2026-01-31; empty where that goes without saying.
[[nodiscard]] QString formatExample(const QString& format);

/// What the documents ask of a value: its choices, limits with their units, and what it is.
/// Empty where they ask nothing.
[[nodiscard]] QString limitsText(const catalogue::Field& field);

} // namespace text

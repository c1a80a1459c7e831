// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/token/Inspector.h"
#include "ui/widgets/Banner.h"

#include <QString>

#include <optional>

namespace ui {

[[nodiscard]] Tone toneOf(token::Severity severity);

/// A field's value in one line, nothing hidden or obeyed; "none" where a token has no such field.
[[nodiscard]] QString shownValue(const std::optional<base::JsonValue>& value);

/// "mine, previous certificate".
[[nodiscard]] QString certificateName(const QString& project, token::CertificateRole role);

} // namespace ui

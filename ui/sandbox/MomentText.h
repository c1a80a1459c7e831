// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/Format.h"

#include <cstdint>

namespace ui {

/// Local time in a form that also sorts: "2026-11-24 15:00:03 UTC+2".
[[nodiscard]] inline QString momentText(std::int64_t timeMs)
{
    return text::moment(timeMs / 1000, false);
}

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Describe.h"
#include "core/msync/Frames.h"
#include "core/msync/Outline.h"

namespace msync {

/// name, and where they are known @domain and /resource.
[[nodiscard]] std::string jidText(const Jid& jid);

/// Adds the envelope and what it carries; returns what it is, as a title has it.
[[nodiscard]] std::string describeMeta(const Meta& meta, Direction direction, Outline& out);

} // namespace msync

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/Diagnosis.h"

#include <string_view>

namespace diagnosis {

/// What an answer's cause speaks of.
enum class Topic { Token, Request };

struct AnswerCause
{
    std::string_view code;
    Topic topic;
    Fix fix;
};

/// What the error table's word for a cause (Causes.h) speaks of, and what can be done; nullptr for a word
/// that is no answer's.
[[nodiscard]] const AnswerCause* answerCause(std::string_view code);

} // namespace diagnosis

// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/Answer.h"

#include "core/base/Json.h"

namespace catalogue {

Answer readAnswer(int status, std::string_view body)
{
    constexpr std::size_t kShown = 200; // bytes of a body that is no envelope
    Answer answer;
    answer.status = status;
    if (body.size() <= kAnswerBytes) {
        if (const auto json = base::JsonValue::parse(body)) {
            answer.error = json->text("error");
            answer.description = json->text("error_description");
            if (answer.description.empty())
                answer.description = json->text("message");
            answer.envelope = !answer.error.empty() || !answer.description.empty();
        }
    }
    if (answer.description.empty() && !answer.envelope)
        answer.description = body.substr(0, std::min(kShown, body.find('\n')));
    return answer;
}

} // namespace catalogue

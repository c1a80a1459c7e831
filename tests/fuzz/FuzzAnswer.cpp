// SPDX-License-Identifier: Apache-2.0
// Answers of a server: the body, its place in the documents, the Date header. The first byte chooses the
// status.
#include "core/base/Time.h"
#include "core/catalogue/ErrorTable.h"
#include "core/diagnosis/ClockSkew.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto table = catalogue::ErrorTable::load(
        R"([{"status":401,"error":"unauthorized","says":"expired","cause":"token-expired","when":"w"},
            {"status":502,"error":"*","cause":"server-fault","when":"w"}])");
    if (size == 0 || !table)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const catalogue::Answer answer = catalogue::readAnswer(400 + data[0] % 200, text);
    const catalogue::Explanation explanation = catalogue::explain(answer, nullptr, &*table);
    if (explanation.documented == explanation.cause.empty())
        std::abort();
    static_cast<void>(catalogue::fitsText(text, answer.description));
    static_cast<void>(catalogue::fitsText(answer.description, text));
    static_cast<void>(catalogue::ErrorTable::load(text));
    const auto skew = diagnosis::estimateSkew(text, 0, 1000);
    if (skew && !base::parseHttpDate(text))
        std::abort();
    return 0;
}

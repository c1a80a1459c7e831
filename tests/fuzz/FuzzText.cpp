// SPDX-License-Identifier: Apache-2.0
// Texts from outside: JSON (what parses must be the same after writing and parsing), durations, times, pasted
// project blocks.
#include "core/base/Duration.h"
#include "core/base/Json.h"
#include "core/base/Time.h"
#include "core/base/Utf8.h"
#include "core/project/PastedProject.h"
#include "core/token/TokenJson.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto json = base::JsonValue::parse(text)) {
        const auto again = base::JsonValue::parse(json->toJson());
        if (!again || !(*again == *json))
            std::abort();
        const auto pretty = base::JsonValue::parse(base::prettyJson(text));
        if (!pretty || !(*pretty == *json))
            std::abort();
        static_cast<void>(token::tokenInputFromJson(*json, {}));
    }
    if (const auto duration = base::parseDuration(text)) {
        if (*base::parseDuration(base::formatDuration(*duration)) != *duration)
            std::abort();
    }
    if (const auto time = base::parseTime(text)) {
        if (*base::parseTime(base::formatTimeUtc(*time)) != *time)
            std::abort();
    }
    if (base::firstInvalidUtf8(base::visible(text)) != std::string_view::npos)
        std::abort();
    static_cast<void>(project::parsePastedProject(text));
    return 0;
}

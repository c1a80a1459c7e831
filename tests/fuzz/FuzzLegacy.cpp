// SPDX-License-Identifier: Apache-2.0
// The bodies of 006 and 005 behind Base64, and the columns of 001 to 004: the input is the body.
#include "core/token/Base64.h"
#include "core/token/Legacy.h"

#include <cstdlib>

namespace {

void check(std::string_view version, const std::string& text)
{
    const token::Legacy legacy = token::decodeLegacy(version, text);
    std::size_t at = 0;
    for (const token::Field& field : legacy.fields) {
        if (field.offset != at)
            std::abort();
        at += field.length;
        static_cast<void>(token::fieldPath(field));
        static_cast<void>(token::fieldValue(field, legacy.payload));
    }
    if (at != legacy.payload.size() && !legacy.fields.empty())
        std::abort();
    if (legacy.problems.empty()) // that it is old, at least
        std::abort();
    static_cast<void>(legacy.effectiveExpiresAt());
    static_cast<void>(token::verify006(legacy, "5CFd2fd1755d40ecb72977518be15d3b", "chan", "1"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    std::string text = "006970CA35de60c44645bbae8a215061b33";
    token::appendBase64(body, text);
    check("006", text);
    text = "005";
    token::appendBase64(body, text);
    check("005", text);
    for (const std::string_view version : {"004", "003", "002", "001"})
        check(version, std::string(version >= "003" ? version : "") + std::string(body));
    static_cast<void>(token::legacyVersion(body));
    return 0;
}

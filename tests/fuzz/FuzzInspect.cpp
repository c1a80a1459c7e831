// SPDX-License-Identifier: Apache-2.0
// Whatever is pasted: cleaning, 007, 006 and older. Beside not crashing, the fields must cover the payload
// once, and their characters lie in the text, in order.
#include "core/token/Compare.h"
#include "core/token/Inspector.h"
#include "core/token/TextMap.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static const token::Candidate candidate{"p", "", "5CFd2fd1755d40ecb72977518be15d3b", true};
    token::InspectOptions options;
    options.now = 1713400910;
    options.candidates = {&candidate, 1};
    options.forRest = true;
    options.channel = "chan";
    options.uid = "1";
    const token::Inspection inspection = token::inspect(text, options);

    const token::TextMap map(inspection);
    std::size_t at = 0;
    std::size_t character = 0;
    for (const token::Field& field : inspection.fields()) {
        if (field.offset != at)
            std::abort();
        at += field.length;
        const token::Span span = map.charactersOf({field.offset, field.length});
        if (span.end() > inspection.text.size() || (span.length > 0 && span.offset < character))
            std::abort();
        character = span.length > 0 ? span.offset : character;
    }
    if (map.size() > inspection.payload().size())
        std::abort();
    if (at != inspection.payload().size() && !inspection.fields().empty())
        std::abort();
    if (!inspection.is007() && inspection.problems.empty())
        std::abort();
    if (!token::compare(inspection, inspection).empty())
        std::abort();
    return 0;
}

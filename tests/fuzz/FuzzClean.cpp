// SPDX-License-Identifier: Apache-2.0
// What is taken off a pasted text, and what a pasted text is taken for. A clean token must come out of any of
// its wrappings; cleaning never makes a text longer than it was, and cleaning twice takes nothing more off a
// token.
#include "core/diagnosis/Paste.h"
#include "core/diagnosis/ShellWords.h"
#include "core/token/Clean.h"
#include "core/token/Producer.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static const token::Candidate candidate{"p", "970CA35de60c44645bbae8a215061b33",
                                            "5CFd2fd1755d40ecb72977518be15d3b", false};
    const token::Cleaned cleaned = token::clean(text);
    if (cleaned.text.size() > text.size())
        std::abort();
    auto steps = cleaned.steps;
    std::sort(steps.begin(), steps.end());
    if (std::adjacent_find(steps.begin(), steps.end()) != steps.end())
        std::abort();
    static_cast<void>(token::likelyProducer(cleaned.text));

    static constexpr std::string_view kToken = "007eJxTYPBc2vlooryH0bRM8ZlebzU/ehhIvdssri6VobX78gyVV/"
                                               "sUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yNfXMU0gT4"
                                               "GBiu7FvBysjAysAIhCA+G0NiTmZyqgEAt6EdCA==";
    const std::string digitsOnly = [&] { // prose that can hold no token of its own
        std::string out;
        for (const char c : text.substr(0, 64))
            out += static_cast<char>('a' + static_cast<unsigned char>(c) % 26);
        return out;
    }();
    if (token::clean(digitsOnly + " " + std::string(kToken) + " " + digitsOnly).text != kToken)
        std::abort();

    const diagnosis::Paste paste = diagnosis::classify(text, {&candidate, 1});
    if (paste.kind == diagnosis::PasteKind::Token && paste.token.empty())
        std::abort();
    if (paste.kind == diagnosis::PasteKind::Certificate && !paste.holdsSecret)
        std::abort();
    for (const std::string& word : diagnosis::shellWords(text)) {
        if (word.size() > text.size())
            std::abort();
    }
    return 0;
}

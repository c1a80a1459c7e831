// SPDX-License-Identifier: Apache-2.0
#include "core/local/Url.h"

#include "core/base/Hex.h"

#include <algorithm>

namespace local {

std::optional<std::string> percentDecode(std::string_view text, PlusSign plus)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c != '%') {
            out += c == '+' && plus == PlusSign::Blank ? ' ' : c;
            continue;
        }
        if (i + 2 >= text.size() || !base::isHexDigit(text[i + 1]) || !base::isHexDigit(text[i + 2]))
            return std::nullopt;
        const int value = base::hexValue(text[i + 1]) * 16 + base::hexValue(text[i + 2]);
        if (value == 0)
            return std::nullopt;
        out += static_cast<char>(value);
        i += 2;
    }
    return out;
}

std::optional<std::vector<std::string>> splitPath(std::string_view path)
{
    std::vector<std::string> segments;
    if (path.starts_with('/'))
        path.remove_prefix(1);
    if (path.ends_with('/'))
        path.remove_suffix(1);
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        auto segment = percentDecode(path.substr(0, slash));
        if (!segment)
            return std::nullopt;
        segments.push_back(std::move(*segment));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return segments;
}

std::vector<std::pair<std::string, std::string>> splitQuery(std::string_view query)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    const auto decoded = [](std::string_view text) {
        return percentDecode(text, PlusSign::Blank).value_or(std::string(text));
    };
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty())
            continue;
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos)
            pairs.emplace_back(decoded(pair), "");
        else
            pairs.emplace_back(decoded(pair.substr(0, equals)), decoded(pair.substr(equals + 1)));
    }
    return pairs;
}

} // namespace local

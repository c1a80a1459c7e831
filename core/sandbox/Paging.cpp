// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Paging.h"

#include "core/sandbox/Digest.h"
#include "core/token/Base64.h"

#include <algorithm>
#include <charconv>

namespace sandbox {
namespace {

constexpr std::string_view kCursorMark = "after:";

template<class Number>
bool readNumber(std::string_view text, Number& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

const catalogue::Field* queryField(const Call& call, std::string_view name)
{
    const auto& fields = call.endpoint.queryFields;
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const catalogue::Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

bool isNoCursor(std::string_view text)
{
    return text == "undefined" || text == "null";
}

} // namespace

std::optional<Fault> outOfRange(const Call& call, std::string_view name, std::size_t value)
{
    const catalogue::Field* field = queryField(call, name);
    if (!field || !field->constraints.max)
        return std::nullopt;
    const std::int64_t least = field->constraints.min.value_or(1);
    const std::int64_t most = *field->constraints.max;
    if (value >= static_cast<std::size_t>(least) && value <= static_cast<std::size_t>(most))
        return std::nullopt;
    return illegalArgument(std::string(name) + " must be between " + std::to_string(least) + " and " +
                           std::to_string(most));
}

std::string makeCursor(std::uint64_t after)
{
    return base64Url(std::string(kCursorMark) + std::to_string(after));
}

tl::expected<PageQuery, Fault> readPageQuery(const Call& call, std::size_t usual, std::size_t most,
                                             std::string_view limitName)
{
    PageQuery page{usual, 0};
    if (const std::string* limit = call.queryValue(limitName)) {
        if (!readNumber(*limit, page.limit))
            page.limit = 0; // outside any range
        if (auto fault = outOfRange(call, limitName, page.limit))
            return tl::unexpected(*std::move(fault));
        if (page.limit < 1)
            return tl::unexpected(illegalArgument(std::string(limitName) + " must be a number from 1"));
        const catalogue::Field* field = queryField(call, limitName);
        if (!field || !field->constraints.max)
            page.limit = std::min(page.limit, most);
    }
    const std::string* cursor = call.queryValue("cursor");
    if (cursor && !isNoCursor(*cursor)) {
        std::string text;
        (void)token::decodeBase64(*cursor, text);
        const bool ours = text.starts_with(kCursorMark) &&
                          readNumber(std::string_view(text).substr(kCursorMark.size()), page.after) &&
                          makeCursor(page.after) == *cursor;
        if (!ours)
            return tl::unexpected(illegalArgument("cursor is invalid"));
    }
    return page;
}

tl::expected<NumberedPage, Fault> readNumberedPage(const Call& call, std::size_t usual, std::size_t most,
                                                   std::size_t first, Excess excess)
{
    if (call.queryValue("limit") || call.queryValue("cursor")) {
        const auto page = readPageQuery(call, usual, most);
        if (!page)
            return tl::unexpected(page.error());
        return NumberedPage{page->limit, static_cast<std::size_t>(page->after), true};
    }
    std::size_t number = first;
    std::size_t size = usual;
    const std::string* pagenum = call.queryValue("pagenum");
    const std::string* pagesize = call.queryValue("pagesize");
    if ((pagenum && !readNumber(*pagenum, number)) || (pagesize && !readNumber(*pagesize, size)))
        return tl::unexpected(illegalArgument("pagenum and pagesize must be numbers"));
    if (auto fault =
            pagesize && excess == Excess::Refused ? outOfRange(call, "pagesize", size) : std::nullopt)
        return tl::unexpected(*std::move(fault));
    size = std::min(size, most);
    const std::size_t before = number > first ? number - first : 0;
    return NumberedPage{size, std::min<std::size_t>(before, 1'000'000) * size, false};
}

} // namespace sandbox

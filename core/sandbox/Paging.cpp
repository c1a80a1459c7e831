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

} // namespace

std::string makeCursor(std::uint64_t after)
{
    return base64Url(std::string(kCursorMark) + std::to_string(after));
}

tl::expected<PageQuery, Fault> readPageQuery(const Call& call, std::size_t usual, std::size_t most)
{
    PageQuery page{usual, 0};
    if (const std::string* limit = call.queryValue("limit")) {
        if (!readNumber(*limit, page.limit) || page.limit < 1)
            return tl::unexpected(illegalArgument("limit must be a number from 1"));
        page.limit = std::min(page.limit, most);
    }
    if (const std::string* cursor = call.queryValue("cursor")) {
        std::string text;
        (void)token::decodeBase64(*cursor, text);
        const bool ours = text.starts_with(kCursorMark) &&
                          readNumber(std::string_view(text).substr(kCursorMark.size()), page.after) &&
                          makeCursor(page.after) == *cursor;
        if (!ours)
            return tl::unexpected(illegalArgument("cursor is not valid"));
    }
    return page;
}

} // namespace sandbox

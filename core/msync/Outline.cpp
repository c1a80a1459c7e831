// SPDX-License-Identifier: Apache-2.0
#include "core/msync/Outline.h"

#include "core/base/Utf8.h"
#include "core/msync/Frames.h"

#include <array>
#include <utility>

namespace msync {
namespace {

constexpr std::size_t kMaxShown = 200;     // bytes
constexpr std::size_t kShortestToken = 24; // shorter than any that is one
constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kMoreLines = "…\n";
/// Of every format that the vendor has had, those that the service issues, and Easemob's own.
constexpr std::array<std::string_view, 8> kTokenStarts{"003", "004",  "005",  "006",
                                                       "007", "YWMt", "ZHQt", "$t$"};

/// What tokens are made of, also inside JSON or a URL.
bool isTokenByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("+/=-_$%\\").find(c) != std::string_view::npos;
}

std::size_t tokenAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && isTokenByte(text[end]))
        ++end;
    return end - at;
}

/// A token may stand behind anything, as in access_token=007...: each place may begin one.
std::string withoutTokens(std::string_view text)
{
    std::string out;
    std::size_t at = 0;
    while (at < text.size() && out.size() <= kMaxShown) {
        std::size_t length = 0;
        for (const std::string_view start : kTokenStarts) {
            if (text.substr(at).starts_with(start))
                length = tokenAt(text, at);
        }
        if (length >= kShortestToken || (length > kAuthPrefix.size() && text[at] == '$')) {
            out += tokenLength(text.substr(at, length));
            at += length;
        } else {
            out += text[at++];
        }
    }
    return at < text.size() ? out + std::string(kEllipsis) : out;
}

} // namespace

std::string cut(std::string text, std::size_t size)
{
    if (text.size() <= size)
        return text;
    std::size_t end = size - kEllipsis.size();
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    text.resize(end);
    return text + std::string(kEllipsis);
}

std::string shown(std::string_view text)
{
    return cut(base::visible(withoutTokens(text)), kMaxShown);
}

std::string tokenLength(std::string_view token)
{
    if (token.starts_with(kAuthPrefix))
        token.remove_prefix(kAuthPrefix.size());
    return "token of " + std::to_string(token.size()) + " characters";
}

void Outline::text(std::string_view name, std::string_view value)
{
    if (!value.empty())
        add(name, shown(value));
}

void Outline::add(std::string_view name, std::string_view value)
{
    if (m_full)
        return;
    std::string line(m_level * 2, ' ');
    line += name;
    if (!value.empty()) {
        line += ": ";
        line += value;
    }
    line += '\n';
    m_full = m_text.size() + line.size() + kMoreLines.size() > m_size;
    m_text += m_full ? kMoreLines : std::string_view(line);
}

} // namespace msync

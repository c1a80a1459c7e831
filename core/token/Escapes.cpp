// SPDX-License-Identifier: Apache-2.0
#include "core/token/Escapes.h"

#include "core/base/Hex.h"

#include <algorithm>
#include <array>

namespace token {
namespace {

constexpr std::size_t npos = std::string_view::npos;

Escape hexEscape(std::string_view text, std::size_t head, std::size_t digits)
{
    if (text.size() < head + digits || base::firstNonHex(text.substr(head, digits)) != npos)
        return {};
    int value = 0;
    for (const char c : text.substr(head, digits))
        value = value << 4 | base::hexValue(c);
    return value < 0x80 ? Escape{head + digits, static_cast<char>(value)} : Escape{};
}

/// Escapes of JSON and of string literals: `\/` `\u003d` `\x3d` `\n`, and a backslash that ends a line.
Escape literalEscape(std::string_view text)
{
    if (text.size() < 2)
        return {1, '\0'};
    switch (text[1]) {
    case 'u':
        return hexEscape(text, 2, 4);
    case 'x':
        return hexEscape(text, 2, 2);
    case 'n':
    case 'r':
    case 't':
    case '\n':
        return {2, '\0'};
    case '\r':
        return {text.substr(2).starts_with('\n') ? std::size_t{3} : std::size_t{2}, '\0'};
    case ' ':
        return {1, '\0'}; // the end of a line, whose break became a blank
    case '/':
    case '\\':
    case '"':
    case '\'':
        return {2, text[1]};
    default:
        return {};
    }
}

/// `&#43;` `&#x2B;` and the entities that have a name.
Escape htmlEscape(std::string_view text)
{
    static constexpr std::pair<std::string_view, char> kNamed[] = {
        {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''},  {"&lt;", '<'},    {"&gt;", '>'},
        {"&sol;", '/'}, {"&plus;", '+'}, {"&equals;", '='}, {"&nbsp;", '\0'}, {"&#x200B;", '\0'}};
    for (const auto& [name, meaning] : kNamed) {
        if (text.starts_with(name))
            return {name.size(), meaning};
    }
    const std::size_t end = text.substr(0, 8).find(';');
    if (!text.starts_with("&#") || end == npos || end < 3)
        return {};
    std::string_view digits = text.substr(2, end - 2);
    const bool hex = digits.front() == 'x' || digits.front() == 'X';
    digits.remove_prefix(hex ? 1 : 0);
    int value = 0;
    for (const char c : digits) {
        const int digit = base::hexValue(c);
        if (digit < 0 || (!hex && digit > 9))
            return {};
        value = value * (hex ? 16 : 10) + digit;
    }
    return value > 0 && value < 0x80 ? Escape{end + 1, static_cast<char>(value)} : Escape{};
}

/// Quoted-printable, as mail programs send it: `=3D`, and a '=' that ends a line.
Escape mailEscape(std::string_view text)
{
    if (text.starts_with("=3D") || text.starts_with("=3d"))
        return {3, '='};
    if (text.starts_with("=\r\n"))
        return {3, '\0'};
    return text.starts_with("=\n") ? Escape{2, '\0'} : Escape{};
}

/// The terminal's colours.
Escape colourEscape(std::string_view text)
{
    const std::size_t end = text.substr(0, 12).find('m');
    return text.starts_with("\x1B[") && end != npos ? Escape{end + 1, '\0'} : Escape{};
}

} // namespace

Escape escapeAt(std::string_view text, std::size_t at)
{
    switch (text[at]) {
    case '\\':
        return literalEscape(text.substr(at));
    case '&':
        return htmlEscape(text.substr(at));
    case '=':
        return mailEscape(text.substr(at));
    case '\x1B':
        return colourEscape(text.substr(at));
    default:
        return {};
    }
}

std::size_t literalJoint(std::string_view text, std::size_t at)
{
    const char quote = text[at];
    if (quote != '"' && quote != '\'')
        return 0;
    std::size_t i = at + 1;
    const auto skipBlanks = [&] {
        while (i < text.size() && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '\n'))
            ++i;
    };
    skipBlanks();
    if (i < text.size() && (text[i] == '+' || text[i] == '.' || text[i] == '\\')) {
        ++i;
        skipBlanks();
    }
    return i > at + 1 && i < text.size() && text[i] == quote ? i + 1 - at : 0;
}

std::string unescaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (const Escape escape = escapeAt(text, i); escape.length > 0) {
            if (escape.meaning != '\0')
                out += escape.meaning;
            i += escape.length;
        } else if (const std::size_t joint = literalJoint(text, i)) {
            i += joint;
        } else {
            out += text[i++];
        }
    }
    return out;
}

std::string percentDecoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && base::isHexDigit(text[i + 1]) &&
            base::isHexDigit(text[i + 2])) {
            out += static_cast<char>(base::hexValue(text[i + 1]) << 4 | base::hexValue(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace token

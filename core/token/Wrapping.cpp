// SPDX-License-Identifier: Apache-2.0
#include "core/token/Wrapping.h"

#include "core/base/Hex.h"
#include "core/token/Escapes.h"

#include <algorithm>
#include <array>

namespace token {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kShortestHex = 90; // characters of a 001 token, all of them hexadecimal digits

} // namespace

std::size_t blankLength(std::string_view text, std::size_t at)
{
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r') ? 1 : 0;
    static constexpr std::array<std::string_view, 42> kBlanks{
        "\u0085", "\u00A0", "\u00AD", "\u061C", "\u1680", "\u180E", "\u2000", "\u2001", "\u2002",
        "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B",
        "\u200C", "\u200D", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C",
        "\u202D", "\u202E", "\u202F", "\u205F", "\u2060", "\u2061", "\u2062", "\u2063", "\u2064",
        "\u2066", "\u2067", "\u2068", "\u2069", "\u3000", "\uFEFF"};
    for (const std::string_view blank : kBlanks) {
        if (text.substr(at, blank.size()) == blank)
            return blank.size();
    }
    return 0;
}

bool isBase64Char(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/' || c == '-' || c == '_' || c == '=';
}

bool isVersion(std::string_view text)
{
    return text.size() >= 3 && text[0] == '0' && text[1] == '0' && text[2] >= '1' && text[2] <= '7';
}

bool startsWithIgnoringCase(std::string_view text, std::string_view prefix)
{
    return text.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
           });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = blankLength(text, 0);
        if (length == 0)
            break;
        text.remove_prefix(length);
    }
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80)
            --last;
        if (blankLength(text, last) != text.size() - last)
            break;
        text.remove_suffix(text.size() - last);
    }
    return text;
}

bool isForeign(std::string_view text)
{
    return text.starts_with("YWMt") || text.starts_with("eyJ") || text.starts_with("ZHQt");
}

const std::string* tokenIn(const base::JsonValue& json)
{
    if (const std::string* text = json.string()) {
        const std::string_view inner = trimmed(*text);
        const bool token = isVersion(inner) || isForeign(inner) || startsWithIgnoringCase(inner, "bearer ");
        return token && inner.size() > kShortestBody ? text : nullptr;
    }
    if (const base::JsonArray* array = json.array()) {
        for (const base::JsonValue& item : *array) {
            if (const std::string* found = tokenIn(item))
                return found;
        }
    }
    if (const base::JsonObject* object = json.object()) {
        for (const base::JsonMember& member : *object) {
            if (const std::string* found = tokenIn(member.second))
                return found;
        }
    }
    return nullptr;
}

std::size_t runEnd(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size()) {
        if (isBase64Char(text[end]) || text[end] == '%')
            ++end;
        else if (const Escape escape = escapeAt(text, end); escape.length > 1 && isBase64Char(escape.meaning))
            end += escape.length;
        else if (const std::size_t joint = literalJoint(text, end); joint > 2)
            end += joint;
        else
            break;
    }
    return end;
}

std::string_view embedded(std::string_view text)
{
    const auto isWordBefore = [&](std::size_t at) {
        return at > 0 && isBase64Char(text[at - 1]) && text[at - 1] != '=';
    };
    for (std::size_t at = text.find("00"); at != npos; at = text.find("00", at + 1)) {
        if (isWordBefore(at) || !isVersion(text.substr(at)))
            continue;
        const std::string_view run = text.substr(at, runEnd(text, at) - at);
        const bool isHexId = run.size() < kShortestHex && base::firstNonHex(run) == npos;
        if (run.size() >= 3 + kShortestBody && !isHexId)
            return run;
    }
    for (const std::string_view head : {"YWMt", "eyJ", "ZHQt"}) {
        for (std::size_t at = text.find(head); at != npos; at = text.find(head, at + 1)) {
            std::size_t end = at;
            while (end < text.size() && (isBase64Char(text[end]) || text[end] == '.'))
                ++end;
            if (!isWordBefore(at) && end - at >= 2 * kShortestBody)
                return text.substr(at, end - at);
        }
    }
    return {};
}

} // namespace token

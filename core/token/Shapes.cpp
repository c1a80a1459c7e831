// SPDX-License-Identifier: Apache-2.0
#include "core/token/Shapes.h"

#include "core/base/Hex.h"
#include "core/token/AccessToken2.h"
#include "core/token/Base64.h"

#include <algorithm>

namespace token {
namespace {

/// The older RTM's token: `1:<App ID>:<end>:<MD5>`.
bool isSignallingToken(std::string_view text)
{
    constexpr std::size_t kEndAt = 2 + kIdSize + 1;
    return text.size() >= kEndAt + 11 + kIdSize && text.starts_with("1:") &&
           isHexId(text.substr(2, kIdSize)) && text[kEndAt - 1] == ':' &&
           text[text.size() - kIdSize - 1] == ':' && isHexId(text.substr(text.size() - kIdSize));
}

} // namespace

bool isHexId(std::string_view text)
{
    return text.size() == kIdSize && base::firstNonHex(text) == std::string_view::npos;
}

bool looksLikeABody(std::string_view text)
{
    constexpr std::size_t kShortest = 40;
    const auto isBodyChar = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
               c == '/';
    };
    std::size_t end = text.size();
    while (end > 0 && text[end - 1] == '=')
        --end;
    std::size_t start = end;
    while (start > 0 && isBodyChar(text[start - 1]))
        --start;
    const std::string_view body = text.substr(start, end - start);
    // In front of it at most a version that was spelt with other characters (full-width digits are 9 bytes).
    return body.size() >= kShortest && start <= 9 && text.front() != '=' &&
           base::firstNonHex(body) != std::string_view::npos;
}

std::string_view foreignKind(std::string_view text)
{
    if (text.starts_with("YWMt"))
        return "YWMt";
    if (text.starts_with("eyJ") && std::count(text.begin(), text.end(), '.') == 2)
        return "JWT";
    if (isSignallingToken(text))
        return "signalling";
    std::string bytes;
    if (text.starts_with("ZHQt"))
        static_cast<void>(decodeBase64(text, bytes));
    return bytes.starts_with("dt-") ? "dt" : "";
}

std::string withCase(std::string_view text, bool upper)
{
    std::string out(text);
    for (char& c : out) {
        if (upper ? c >= 'a' && c <= 'f' : c >= 'A' && c <= 'F')
            c = static_cast<char>(upper ? c - 32 : c + 32);
    }
    return out;
}

std::string withLowerCase(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    }
    return out;
}

std::string_view likeness(std::string_view a, std::string_view b)
{
    if (withLowerCase(a) == withLowerCase(b))
        return "letter-case";
    const auto bare = [](std::string_view text) {
        std::string out;
        for (const char c : text) {
            if (static_cast<unsigned char>(c) > ' ')
                out += c;
        }
        return out;
    };
    if (bare(a) == bare(b))
        return "blanks";
    const auto isAscii = [](std::string_view text) {
        return std::all_of(text.begin(), text.end(),
                           [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    };
    return isAscii(a) && isAscii(b) ? "" : "characters";
}

} // namespace token

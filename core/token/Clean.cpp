// SPDX-License-Identifier: Apache-2.0
#include "core/token/Clean.h"

#include "core/base/Hex.h"
#include "core/base/Json.h"
#include "core/base/Utf8.h"
#include "core/token/Base64.h"
#include "core/token/Decoder.h"
#include "core/token/Zlib.h"

#include <algorithm>
#include <array>

namespace token {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kShortestBody = 16; // base64 characters behind a version that make a token of it
constexpr int kMaxRounds = 8;             // layers of wrapping that are taken off

/// Unicode white space and zero-width characters that stand in front of `text[at]`: their length, or 0.
std::size_t blankLength(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    static constexpr std::array<std::string_view, 24> kBlanks{
        "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
        "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B", "\u200C", "\u200D",
        "\u2028", "\u2029", "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF", "\u00AD"};
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

/// The first string in a JSON value that looks like a token; the depth is bounded by the parser.
const std::string* tokenIn(const base::JsonValue& json)
{
    if (const std::string* text = json.string()) {
        const std::string_view inner = trimmed(*text);
        const bool token = isVersion(inner) || inner.starts_with("YWMt") || inner.starts_with("eyJ") ||
                           startsWithIgnoringCase(inner, "bearer ");
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

/// The token-like run inside a longer text (a curl line, a URL, a log line): "007" or "006" with a body, not
/// in the middle of a word.
std::string_view embedded(std::string_view text)
{
    for (std::size_t at = text.find("00"); at != npos; at = text.find("00", at + 1)) {
        if ((at > 0 && isBase64Char(text[at - 1]) && text[at - 1] != '=') || !isVersion(text.substr(at)))
            continue;
        std::size_t end = at;
        while (end < text.size() && (isBase64Char(text[end]) || text[end] == '%'))
            ++end;
        if (end - at >= 3 + kShortestBody)
            return text.substr(at, end - at);
    }
    return {};
}

/// One pass of percent-decoding; the text unchanged where there is nothing to decode.
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

/// Takes layers off until none is left.
class Cleaner final
{
public:
    explicit Cleaner(std::string_view pasted)
        : m_text(pasted.substr(0, kMaxTokenText))
    {
    }

    Cleaned run()
    {
        for (int round = 0; round < kMaxRounds; ++round) {
            const std::string before = m_text;
            trim();
            unwrapJson();
            dropHeader();
            unquote();
            decodePercent();
            if (m_text == before)
                unwrapText(); // the coarsest step, when no finer one applies
            if (m_text == before)
                break;
        }
        dropBlanksInside();
        return {std::move(m_text), std::move(m_steps)};
    }

private:
    void step(ProblemCode code)
    {
        if (std::find(m_steps.begin(), m_steps.end(), code) == m_steps.end())
            m_steps.push_back(code);
    }
    void become(std::string_view text, ProblemCode code)
    {
        if (text != m_text) {
            m_text = std::string(text);
            step(code);
        }
    }
    void trim() { become(trimmed(m_text), ProblemCode::Whitespace); }

    void unwrapJson()
    {
        if (m_text.empty() || (m_text[0] != '{' && m_text[0] != '['))
            return;
        if (const auto json = base::JsonValue::parse(m_text)) {
            if (const std::string* token = tokenIn(*json))
                become(std::string(*token), ProblemCode::Wrapped);
        }
    }

    void dropHeader()
    {
        std::string_view rest = m_text;
        if (startsWithIgnoringCase(rest, "authorization:"))
            rest = trimmed(rest.substr(14));
        if (startsWithIgnoringCase(rest, "bearer ")) {
            rest = trimmed(rest.substr(7));
            become(std::string(rest), ProblemCode::BearerPrefix);
        }
    }

    void unquote()
    {
        std::string_view rest = m_text;
        while (rest.size() > 1 && (rest.back() == ',' || rest.back() == ';'))
            rest.remove_suffix(1);
        const bool quoted = rest.size() >= 2 && rest.front() == rest.back() &&
                            (rest.front() == '"' || rest.front() == '\'' || rest.front() == '`');
        if (quoted)
            become(std::string(rest.substr(1, rest.size() - 2)), ProblemCode::Quoted);
    }

    void decodePercent()
    {
        if (m_percentRounds < 2 && isVersion(m_text) && m_text.find('%') != std::string::npos) {
            ++m_percentRounds;
            become(percentDecoded(m_text), ProblemCode::UrlEncoded);
        }
    }

    /// Text around the token: only where the text does not begin with one itself.
    void unwrapText()
    {
        if (isVersion(m_text) || m_text.size() < 3 + kShortestBody)
            return;
        const std::string_view token = embedded(m_text);
        if (token.empty())
            return;
        const auto at = static_cast<std::size_t>(token.data() - m_text.data());
        const bool bearer =
            at >= 7 && startsWithIgnoringCase(std::string_view(m_text).substr(at - 7), "bearer ");
        become(std::string(token), ProblemCode::Wrapped);
        if (bearer)
            step(ProblemCode::BearerPrefix);
    }

    /// White space inside a token: line breaks go; a blank may be a '+' that form decoding took away.
    void dropBlanksInside()
    {
        if (!isVersion(m_text))
            return;
        std::string without;
        std::string withPlus;
        for (std::size_t i = 0; i < m_text.size();) {
            if (const std::size_t length = blankLength(m_text, i)) {
                if (m_text[i] == ' ')
                    withPlus += '+';
                i += length;
            } else {
                without += m_text[i];
                withPlus += m_text[i];
                ++i;
            }
        }
        if (without.size() == m_text.size())
            return;
        const bool plus = withPlus.size() != without.size() && !inflates(without) && inflates(withPlus);
        become(plus ? withPlus : without, plus ? ProblemCode::UrlEncoded : ProblemCode::Whitespace);
    }

    static bool inflates(std::string_view text)
    {
        std::string bytes;
        std::string out;
        return decodeBase64(text.substr(3), bytes).badAt == Base64Decoded::npos &&
               Inflater().inflate(bytes, kMaxPayload, out).end == InflateEnd::Complete;
    }

    std::string m_text;
    std::vector<ProblemCode> m_steps;
    int m_percentRounds = 0;
};

} // namespace

Cleaned clean(std::string_view pasted)
{
    return Cleaner(pasted).run();
}

} // namespace token

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
constexpr std::size_t kShortestHex = 90;  // characters of a 001 token, all of them hexadecimal digits
constexpr int kMaxRounds = 12;            // layers of wrapping that are taken off
constexpr int kMaxLines = 32;             // that a token is folded into
constexpr std::size_t kFoldedToken = std::size_t{64} << 10; // characters
constexpr int kMaxPercent = 3;                              // of them percent-encoding

/// Unicode white space, zero-width and direction marks that stand at `text[at]`: their
/// length, or 0.
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

/// An access token of the Chat server (`YWMt...`), a JWT or Easemob's `dt-` token.
bool isForeign(std::string_view text)
{
    return text.starts_with("YWMt") || text.starts_with("eyJ") || text.starts_with("ZHQt");
}

/// The first string in a JSON value that looks like a token; the depth is bounded by the parser.
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

/// A character that is written as an escape: how long the escape is, and what it stands for ('\0': nothing).
struct Escape
{
    std::size_t length = 0;
    char meaning = '\0';
};

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

/// `"007eJx" + "TYPBc"`: from a closing quote to the opening one of the next piece of the literal, or 0.
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

/// Escapes undone and pieces of a literal joined; the text unchanged where there is nothing to do.
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

/// Where the token-like run that begins at `at` ends; escapes belong to it.
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

/// The token-like run inside a longer text (a curl line, a URL, a log line): a version with a body, or a
/// token of another maker, not in the middle of a word.
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
            dropLineMarks();
            unwrapJson();
            dropHeader();
            unquote();
            cutTail();
            undoEscapes();
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
            m_text = std::string(text); // `text` may be a part of m_text
            step(code);
        }
    }
    void trim()
    {
        become(trimmed(m_text), ProblemCode::Whitespace);
        const std::size_t end = m_text.find_last_not_of('\0') + 1; // a C string with its end
        become(trimmed(std::string_view(m_text).substr(0, end)), ProblemCode::Whitespace);
        const auto nuls = std::count(m_text.begin(), m_text.end(), '\0');
        if (static_cast<std::size_t>(nuls) * 3 > m_text.size()) { // UTF-16 read as bytes
            std::string without(m_text);
            std::erase(without, '\0');
            become(without, ProblemCode::Whitespace);
        }
    }

    void unwrapJson()
    {
        if (m_text.empty() || (m_text[0] != '{' && m_text[0] != '['))
            return;
        if (const auto json = base::JsonValue::parse(m_text)) {
            if (const std::string* token = tokenIn(*json))
                become(std::string(*token), ProblemCode::Wrapped);
        }
    }

    /// `> ` in front of every line, as mail programs quote.
    void dropLineMarks()
    {
        if (m_text.empty() || (m_text[0] != '>' && m_text[0] != '|') || m_text.find('\n') == npos)
            return;
        const char mark = m_text[0];
        std::string out;
        for (std::size_t at = 0; at < m_text.size();) {
            const std::size_t end = std::min(m_text.find('\n', at), m_text.size());
            const std::string_view line = trimmed(std::string_view(m_text).substr(at, end - at));
            if (!line.empty() && line.front() != mark)
                return;
            out += trimmed(line.substr(std::min<std::size_t>(line.size(), 1)));
            out += '\n';
            at = end + 1;
        }
        become(out, ProblemCode::Wrapped);
    }

    void dropHeader()
    {
        std::string_view rest = m_text;
        if (startsWithIgnoringCase(rest, "authorization"))
            rest = afterJoint(rest.substr(13));
        if (!startsWithIgnoringCase(rest, "bearer"))
            return;
        const bool alone = trimmed(rest.substr(6)).empty();
        rest = afterJoint(rest.substr(6));
        if (alone || isVersion(rest) || isForeign(rest) || startsWithIgnoringCase(rest, "bearer") ||
            blankLength(m_text, static_cast<std::size_t>(rest.data() - m_text.data()) - 1) > 0)
            become(std::string(rest), ProblemCode::BearerPrefix);
    }

    /// What stands between a name and its value: blanks, a colon, '=', an encoded blank.
    static std::string_view afterJoint(std::string_view rest)
    {
        for (;;) {
            rest = trimmed(rest);
            if (rest.starts_with(':') || rest.starts_with('=') || rest.starts_with('+'))
                rest.remove_prefix(1);
            else if (rest.starts_with("%20"))
                rest.remove_prefix(3);
            else
                return rest;
        }
    }

    void unquote()
    {
        std::string_view rest = m_text;
        while (rest.size() > 1 && (rest.back() == ',' || rest.back() == ';'))
            rest.remove_suffix(1);
        static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
            {"\"", "\""},         {"'", "'"},
            {"`", "`"},           {"\u201C", "\u201D"},
            {"\u2018", "\u2019"}, {"\u00AB", "\u00BB"},
            {"\u300C", "\u300D"}, {"\\\"", "\\\""},
            {"<", ">"},           {"(", ")"}};
        for (const auto& [open, close] : kPairs) {
            if (rest.size() < open.size() + close.size() || !rest.starts_with(open) || !rest.ends_with(close))
                continue;
            rest = rest.substr(open.size(), rest.size() - open.size() - close.size());
            become(std::string(rest), ProblemCode::Quoted);
            return;
        }
    }

    void undoEscapes()
    {
        if (isVersion(m_text) && m_text.find_first_of("\\&=\x1B\"'") != npos)
            become(unescaped(m_text), ProblemCode::Escaped);
        else if (m_text.starts_with("\x1B["))
            become(unescaped(m_text), ProblemCode::Whitespace);
        else if (m_text.starts_with("MDA3")) { // a token that was Base64-encoded once more
            std::string inner;
            if (decodeBase64(m_text, inner).badAt == Base64Decoded::npos && isVersion(inner) &&
                runEnd(inner, 0) + 1 >= inner.size())
                become(inner, ProblemCode::Escaped);
        }
    }

    void decodePercent()
    {
        if (m_percentRounds < kMaxPercent && isVersion(m_text) && m_text.find('%') != std::string::npos) {
            ++m_percentRounds;
            become(percentDecoded(m_text), ProblemCode::UrlEncoded);
        }
    }

    /// Text around the token: only where the text does not begin with one itself.
    void unwrapText()
    {
        if (isVersion(m_text) || m_text.size() < 3 + kShortestBody)
            return;
        const std::string_view token = acrossLines(embedded(m_text));
        if (token.empty()) {
            unwrapEncodedText();
            return;
        }
        if (token.size() == m_text.size())
            return;
        const auto at = static_cast<std::size_t>(token.data() - m_text.data());
        const bool bearer =
            at >= 7 && startsWithIgnoringCase(std::string_view(m_text).substr(at - 7), "bearer ");
        become(std::string(token), ProblemCode::Wrapped);
        if (bearer)
            step(ProblemCode::BearerPrefix);
    }

    /// The token goes on in the lines below, as YAML and mail programs fold: what makes the stream whole
    /// belongs to it.
    std::string_view acrossLines(std::string_view token) const
    {
        if (token.empty() || inflates(token))
            return token;
        const auto start = static_cast<std::size_t>(token.data() - m_text.data());
        std::size_t end = start + token.size();
        for (int line = 0; line < kMaxLines && end - start < kFoldedToken; ++line) {
            std::size_t next = end;
            while (next < m_text.size() && blankLength(m_text, next) > 0)
                next += blankLength(m_text, next);
            if (std::string_view(m_text).substr(end, next - end).find('\n') == npos)
                break;
            const std::size_t stop = runEnd(m_text, next);
            if (stop == next)
                break;
            end = stop;
            const std::string_view longer = std::string_view(m_text).substr(start, end - start);
            if (inflates(withoutBlanks(longer)))
                return longer;
        }
        return token;
    }

    static std::string withoutBlanks(std::string_view text)
    {
        std::string out;
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t length = blankLength(text, i);
            if (length == 0)
                out += text[i];
            i += std::max<std::size_t>(length, 1);
        }
        return out;
    }

    /// A URL inside a URL: the token shows once the percent-encoding of the whole is undone.
    void unwrapEncodedText()
    {
        if (m_percentRounds >= kMaxPercent || m_text.find('%') == npos)
            return;
        std::string decoded = percentDecoded(m_text);
        if (embedded(decoded).empty() && embedded(percentDecoded(decoded)).empty())
            return;
        ++m_percentRounds;
        become(std::move(decoded), ProblemCode::UrlEncoded);
    }

    /// What follows a whole token: the end of a sentence, another word, a second token.
    void cutTail()
    {
        if (!isVersion(m_text))
            return;
        std::size_t end = 0;
        while (end < m_text.size() && isBase64Char(m_text[end]))
            ++end;
        if (end == m_text.size() || end < 3 + kShortestBody)
            return;
        constexpr std::string_view kEnds = ".,;:!?)]}>\"'`|&<\\";
        const bool parted =
            kEnds.find(m_text[end]) != npos || blankLength(m_text, end) > 0 ||
            static_cast<unsigned char>(m_text[end]) >= 0x80; // a full stop of Chinese, an emoji
        if (parted && inflates(std::string_view(m_text).substr(0, end)))
            become(m_text.substr(0, end), ProblemCode::Wrapped);
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

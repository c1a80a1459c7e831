// SPDX-License-Identifier: Apache-2.0
#include "core/token/Clean.h"

#include "core/base/Hex.h"
#include "core/base/Json.h"
#include "core/base/Utf8.h"
#include "core/token/Base64.h"
#include "core/token/Decoder.h"
#include "core/token/Escapes.h"
#include "core/token/Wrapping.h"
#include "core/token/Zlib.h"

#include <algorithm>
#include <array>

namespace token {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr int kMaxRounds = 12;                              // layers of wrapping that are taken off
constexpr int kMaxLines = 32;                               // that a token is folded into
constexpr std::size_t kFoldedToken = std::size_t{64} << 10; // characters
constexpr int kMaxPercent = 3;                              // of them percent-encoding

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

// SPDX-License-Identifier: Apache-2.0
#include "core/redact/Redactor.h"

#include "core/base/Percent.h"

#include "core/base/Hex.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace redact {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr std::size_t kHint = 6;
constexpr std::size_t kLongestName = 64;

// Joints and case taken out. A name that ends in one of these is a secret's name.
constexpr std::array<std::string_view, 14> kNames{
    "authorization", "password", "passwd",     "passphrase", "secret",    "certificate", "cookie",
    "token",         "apikey",   "privatekey", "pwd",        "secretkey", "credentials", "accesskey"};

// Words that also stand before a colon in plain sentences: there the value must look like a key.
constexpr std::array<std::string_view, 4> kWeakNames{"token", "certificate", "cookie", "secret"};
constexpr std::size_t kWeakLength = 16;

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isTokenChar(char c)
{
    return isAlnum(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_' || c == '.' || c == '~';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWith(std::string_view text, std::string_view word)
{
    return text.substr(0, word.size()) == word;
}

bool endsWith(std::string_view text, std::string_view word)
{
    return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
}

std::string bareName(std::string_view name)
{
    std::string out;
    for (char c : name)
        if (isAlnum(c))
            out += lower(c);
    return out;
}

template<class List>
bool endsWithAny(std::string_view bare, const List& names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return endsWith(bare, name); });
}

bool allHex(std::string_view text)
{
    return base::firstNonHex(text) == std::string_view::npos;
}

bool looksLikeToken(std::string_view run)
{
    if (startsWith(run, "YWMt"))
        return run.size() >= 14;
    if (startsWith(run, "006"))
        return run.size() > 43 && allHex(run.substr(3, 32));
    return startsWith(run, "007") && run.size() >= 23 &&
           std::any_of(run.begin(), run.end(), [](char c) { return isAlnum(c) && !(c >= '0' && c <= '9'); });
}

bool sameWord(std::string_view text, std::string_view word)
{
    return text.size() == word.size() &&
           std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return lower(a) == b; });
}

/// One pass over a text from left to right; nothing is looked at more than a fixed number of times.
class Scanner final
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
        m_out.reserve(text.size());
    }

    std::string run()
    {
        while (m_at < m_text.size()) {
            if (isTokenChar(m_text[m_at]))
                word();
            else
                m_out += m_text[m_at++];
        }
        return std::move(m_out);
    }

private:
    std::size_t endOfRun(std::size_t at) const
    {
        while (at < m_text.size() && isTokenChar(m_text[at]))
            ++at;
        return at;
    }

    std::size_t endOfName(std::size_t at) const
    {
        while (at < m_text.size() && (isAlnum(m_text[at]) || m_text[at] == '_' || m_text[at] == '-'))
            ++at;
        return at;
    }

    std::size_t skip(std::size_t at, std::string_view set) const
    {
        while (at < m_text.size() && set.find(m_text[at]) != std::string_view::npos)
            ++at;
        return at;
    }

    void word();
    bool nameWithValue();
    bool scheme(std::string_view run);
    void certificateOrPlain(std::string_view run);
    std::size_t endOfValue(std::size_t at, char quote, bool wholeLine) const;

    std::string_view m_text;
    std::string m_out;
    std::size_t m_at = 0;
    std::size_t m_runEnd = 0;                        // end of the run of token characters that m_at is in
    std::size_t m_hexEnd = std::string_view::npos;   // end of the last run of 32 hex digits
    std::size_t m_labelEnd = std::string_view::npos; // end of the last word that names a certificate
};

void Scanner::word()
{
    if (nameWithValue())
        return;
    if (m_at >= m_runEnd)
        m_runEnd = endOfRun(m_at);
    const std::string_view run = m_text.substr(m_at, m_runEnd - m_at);
    if (scheme(run))
        return;
    if (looksLikeToken(run)) {
        m_out += maskToken(run);
        m_at += run.size();
        return;
    }
    // `key=YWMt...` and `a/007...` are one run: go on behind the joint, which is looked at again only here.
    const std::size_t joint = run.find_first_of("=/");
    if (joint != std::string_view::npos && joint + 1 < run.size()) {
        certificateOrPlain(run.substr(0, joint));
        m_out += m_text[m_at++];
        return;
    }
    certificateOrPlain(run);
}

void Scanner::certificateOrPlain(std::string_view run)
{
    const std::size_t start = m_at;
    m_at += run.size();
    if (run.size() == 32 && allHex(run)) {
        const bool labelled = m_labelEnd != std::string_view::npos && start - m_labelEnd <= 24;
        const bool second = m_hexEnd != std::string_view::npos && start - m_hexEnd <= 8;
        m_hexEnd = m_at;
        m_labelEnd = std::string_view::npos;
        m_out += labelled || second ? kHidden : run;
        return;
    }
    if (run.size() <= kLongestName) {
        const std::string bare = bareName(run);
        if (endsWith(bare, "certificate") || endsWith(bare, "cert") || endsWith(bare, "secret"))
            m_labelEnd = m_at;
        else if (endsWith(bare, "appid") || endsWith(bare, "id"))
            m_labelEnd = m_hexEnd = std::string_view::npos; // what follows is named otherwise
    }
    m_out += run;
}

bool Scanner::scheme(std::string_view run)
{
    const bool bearer = sameWord(run, "bearer");
    if (!bearer && !sameWord(run, "basic"))
        return false;
    const std::size_t start = skip(m_at + run.size(), " \t");
    const std::size_t end = endOfRun(start);
    if (start == m_at + run.size() || end - start < 8)
        return false; // "basic auth" in a sentence
    const std::string_view value = m_text.substr(start, end - start);
    m_out += m_text.substr(m_at, start - m_at);
    m_out += bearer ? maskToken(value) : std::string(kHidden);
    m_at = end;
    return true;
}

std::size_t Scanner::endOfValue(std::size_t at, char quote, bool wholeLine) const
{
    for (; at < m_text.size(); ++at) {
        const char c = m_text[at];
        if (quote != '\0') {
            if (c == '\\' && at + 1 < m_text.size())
                ++at;
            else if (c == quote)
                break;
        } else if (c == '\n' || c == '\r') {
            break;
        } else if (!wholeLine && (c == ' ' || c == '\t' || c == '&' || c == ',' || c == ';' || c == '"' ||
                                  c == '\'' || c == '}' || c == ')' || c == '|')) {
            break;
        }
    }
    return at;
}

bool Scanner::nameWithValue()
{
    const std::size_t nameEnd = endOfName(m_at);
    const std::string_view name = m_text.substr(m_at, nameEnd - m_at);
    if (name.empty() || name.size() > kLongestName || !isSecretName(name))
        return false;
    // name, perhaps a closing quote (escaped or not), a colon or equals sign, perhaps an opening quote
    std::size_t at = skip(nameEnd, "\\\"'");
    at = skip(at, " \t");
    if (at >= m_text.size() || (m_text[at] != ':' && m_text[at] != '='))
        return false;
    at = skip(at + 1, " \t");
    char quote = '\0';
    std::size_t start = at;
    bool escaped = false;
    if (start + 1 < m_text.size() && m_text[start] == '\\' && m_text[start + 1] == '"') {
        escaped = true;
        start += 2;
    } else if (start < m_text.size() && (m_text[start] == '"' || m_text[start] == '\'')) {
        quote = m_text[start++];
    }
    const std::string bare = bareName(name);
    const bool wholeLine = endsWith(bare, "cookie") || endsWith(bare, "authorization");
    std::size_t end = escaped ? m_text.find('\\', start) : endOfValue(start, quote, wholeLine);
    end = std::min(end, m_text.size());
    const std::string_view value = m_text.substr(start, end - start);
    const bool weak = quote == '\0' && !escaped && endsWithAny(bare, kWeakNames);
    if (value.empty() || (weak && value.size() < kWeakLength))
        return false;
    m_out += m_text.substr(m_at, start - m_at);
    const std::size_t blank = value.find(' ');
    if (endsWith(bare, "authorization") && blank != std::string_view::npos) {
        m_out += value.substr(0, blank + 1);
        m_out += maskToken(value.substr(blank + 1));
    } else {
        m_out += maskToken(value);
    }
    m_at = end;
    m_labelEnd = std::string_view::npos;
    return true;
}

/// glibc's memmem is linear; std::string_view::find is not.
std::string replaceAll(std::string text, std::string_view secret)
{
    const void* hit = ::memmem(text.data(), text.size(), secret.data(), secret.size());
    if (!hit)
        return text;
    const std::string mask = maskToken(secret);
    std::string out;
    std::size_t at = 0;
    while (hit) {
        const auto found = static_cast<std::size_t>(static_cast<const char*>(hit) - text.data());
        out.append(text, at, found - at);
        out += mask;
        at = found + secret.size();
        hit = ::memmem(text.data() + at, text.size() - at, secret.data(), secret.size());
    }
    out.append(text, at);
    base::wipe(text.data(), text.size());
    return out;
}

} // namespace

bool isSecretName(std::string_view name)
{
    if (name.size() > kLongestName)
        return false;
    const std::string bare = bareName(name);
    return endsWithAny(bare, kNames);
}

std::string maskToken(std::string_view token)
{
    if (endsWith(token, kEllipsis) || token == kHidden)
        return std::string(token); // hidden already
    if (!looksLikeToken(token))
        return std::string(kHidden);
    return std::string(token.substr(0, kHint)) + std::string(kEllipsis);
}

void Redactor::addSecret(std::string_view value)
{
    constexpr std::size_t kShortest = 4;
    if (value.size() < kShortest)
        return;
    m_secrets.emplace_back(value);
    std::string other = base::percentEncoded(value);
    if (other != value)
        m_secrets.emplace_back(other);
    base::wipe(other.data(), other.size());
    std::string quoted;
    base::appendJsonString(quoted, value);
    const std::string_view escaped = std::string_view(quoted).substr(1, quoted.size() - 2);
    if (escaped != value)
        m_secrets.emplace_back(escaped);
    base::wipe(quoted.data(), quoted.size());
    // Longest first, so that a secret inside another leaves no rest of the longer one.
    std::stable_sort(m_secrets.begin(), m_secrets.end(),
                     [](const auto& a, const auto& b) { return a.view().size() > b.view().size(); });
}

std::string Redactor::text(std::string_view text) const
{
    std::string out(text);
    for (const base::SecretBytes& secret : m_secrets)
        out = replaceAll(std::move(out), secret.view());
    return Scanner(out).run();
}

std::string Redactor::value(std::string_view name, std::string_view value) const
{
    if (value.empty() || !isSecretName(name))
        return text(value);
    const std::size_t blank = value.find(' ');
    if (endsWith(bareName(name), "authorization") && blank != std::string_view::npos)
        return std::string(value.substr(0, blank + 1)) + maskToken(value.substr(blank + 1));
    return maskToken(value);
}

base::JsonValue Redactor::json(const base::JsonValue& value) const
{
    if (const std::string* string = value.string())
        return base::JsonValue(text(*string));
    if (const base::JsonArray* array = value.array()) {
        base::JsonArray out;
        out.reserve(array->size());
        for (const base::JsonValue& item : *array)
            out.push_back(json(item));
        return base::JsonValue(std::move(out));
    }
    const base::JsonObject* object = value.object();
    if (!object)
        return value;
    base::JsonObject out;
    out.reserve(object->size());
    for (const auto& [name, member] : *object) {
        const bool hide = isSecretName(name);
        if (hide && member.string())
            out.emplace_back(name, base::JsonValue(this->value(name, *member.string())));
        else if (hide && member.number())
            out.emplace_back(name, base::JsonValue(kHidden));
        else
            out.emplace_back(name, json(member));
    }
    return base::JsonValue(std::move(out));
}

} // namespace redact

// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/ShellWords.h"

namespace diagnosis {
namespace {

class Splitter final
{
public:
    explicit Splitter(std::string_view text)
        : m_text(text)
    {
    }

    std::vector<std::string> run()
    {
        while (m_at < m_text.size())
            step();
        endWord();
        return std::move(m_words);
    }

private:
    void step()
    {
        const char c = m_text[m_at++];
        switch (c) {
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            endWord();
            break;
        case '\'':
            m_inWord = true;
            quoted('\'');
            break;
        case '"':
            m_inWord = true;
            quoted('"');
            break;
        case '\\':
        case '^':
            escaped(c);
            break;
        case '$':
            if (m_at < m_text.size() && m_text[m_at] == '\'') // $'...' of browsers' "copy as cURL"
                break;
            [[fallthrough]];
        default:
            put(c);
            break;
        }
    }

    void quoted(char quote)
    {
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            char c = m_text[m_at++];
            if (c == '\\' && quote == '"' && m_at < m_text.size() &&
                (m_text[m_at] == '"' || m_text[m_at] == '\\' || m_text[m_at] == '$' || m_text[m_at] == '`'))
                c = m_text[m_at++];
            m_word += c;
        }
        ++m_at;
    }

    void escaped(char mark)
    {
        if (m_text.substr(m_at).starts_with("\r\n"))
            m_at += 2;
        else if (m_text.substr(m_at).starts_with("\n"))
            ++m_at;
        else if (mark == '\\' && m_at < m_text.size())
            put(m_text[m_at++]);
        else
            put(mark);
    }

    void put(char c)
    {
        m_inWord = true;
        m_word += c;
    }
    void endWord()
    {
        if (m_inWord)
            m_words.push_back(std::move(m_word));
        m_word.clear();
        m_inWord = false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_word;
    bool m_inWord = false;
    std::vector<std::string> m_words;
};

} // namespace

std::vector<std::string> shellWords(std::string_view command)
{
    return Splitter(command).run();
}

} // namespace diagnosis

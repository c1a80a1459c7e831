// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace msync {

/// A text from outside on one line: tokens by their length only, hidden characters visible, cut short.
[[nodiscard]] std::string shown(std::string_view text);

/// The text in at most `size` bytes, whole characters, with an ellipsis where something is missing.
[[nodiscard]] std::string cut(std::string text, std::size_t size);

/// `token of N characters`, without counting the `$t$` before it.
[[nodiscard]] std::string tokenLength(std::string_view token);

/// Lines of `name: value`, each level two blanks further in, up to a size.
class Outline final
{
public:
    explicit Outline(std::size_t size)
        : m_size(size)
    {
    }

    void heading(std::string_view name) { add(name, {}); }
    /// Written by this program.
    void fact(std::string_view name, std::string_view value) { add(name, value); }
    void number(std::string_view name, std::int64_t value) { add(name, std::to_string(value)); }
    void number(std::string_view name, std::uint64_t value) { add(name, std::to_string(value)); }
    /// From outside. An empty one is left out.
    void text(std::string_view name, std::string_view value);

    /// What is added while it lives stands one level further in.
    class Level final
    {
    public:
        explicit Level(Outline& outline)
            : m_outline(outline)
        {
            ++m_outline.m_level;
        }
        ~Level() { --m_outline.m_level; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

    private:
        Outline& m_outline;
    };

    [[nodiscard]] const std::string& result() const { return m_text; }

private:
    void add(std::string_view name, std::string_view value);

    std::size_t m_size;
    std::size_t m_level = 0;
    std::string m_text;
    bool m_full = false;
};

} // namespace msync

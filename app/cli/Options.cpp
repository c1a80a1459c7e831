// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Options.h"

#include "core/base/Nearest.h"

#include <algorithm>

namespace cli {
namespace {

/// The candidate that begins with the word, else the one that a typing error separates from it.
std::string didYouMean(std::string_view word, const std::vector<std::string_view>& names,
                       std::string_view otherwise)
{
    const auto begins = [&](std::string_view name) { return name.starts_with(word); };
    const auto found = std::find_if(names.begin(), names.end(), begins);
    const std::string_view nearest = found != names.end() ? *found : base::nearest(word, names);
    return nearest.empty() ? std::string(otherwise) : "Did you mean “" + std::string(nearest) + "”?";
}

bool isOption(std::string_view word)
{
    return word.size() > 1 && word.front() == '-';
}

/// The two short forms that everybody tries.
std::string_view longForm(std::string_view name)
{
    return name == "-h" ? "--help" : name == "-V" ? "--version" : name;
}

const OptionSpec* findIn(std::span<const OptionSpec> options, std::string_view name)
{
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const OptionSpec& option) { return option.name == name; });
    return found == options.end() ? nullptr : &*found;
}

} // namespace

const OptionSpec* findOption(std::string_view name)
{
    if (const OptionSpec* option = findIn(globalOptions(), name))
        return option;
    for (const CommandSpec& command : commands()) {
        if (const OptionSpec* option = findIn(command.options, name))
            return option;
    }
    return nullptr;
}

std::vector<std::string_view> plainWords(std::span<const std::string> words)
{
    std::vector<std::string_view> plain;
    bool ended = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (!ended && word == "--") {
            ended = true;
        } else if (!ended && isOption(word)) {
            const OptionSpec* option = findOption(longForm(word.substr(0, word.find('='))));
            if (option && !option->value.empty() && word.find('=') == std::string_view::npos)
                ++i;
        } else {
            plain.push_back(word);
        }
    }
    return plain;
}

const CommandSpec* commandOf(std::span<const std::string_view> plain)
{
    if (plain.empty())
        return nullptr;
    const CommandSpec* single = findCommand(plain[0]);
    return single || plain.size() < 2 ? single
                                      : findCommand(std::string(plain[0]) + ' ' + std::string(plain[1]));
}

class Parser final
{
public:
    explicit Parser(std::span<const std::string> words)
        : m_words(words)
    {
    }

    tl::expected<Arguments, Failure> run()
    {
        const auto plain = plainWords(m_words);
        std::size_t used = 0;
        if (!plain.empty()) {
            auto found = chooseCommand(plain);
            if (!found)
                return failed(found.error());
            used = *found;
        }
        if (auto taken = take(used); !taken)
            return failed(taken.error());
        return std::move(m_out);
    }

private:
    /// Sets the command and returns how many plain words name it.
    tl::expected<std::size_t, Failure> chooseCommand(const std::vector<std::string_view>& plain)
    {
        const std::string first(plain[0]);
        m_out.command = commandOf(plain);
        if (m_out.command)
            return m_out.command->name == first ? 1 : 2;
        const auto inGroup = [&](const CommandSpec& command) {
            return command.name.starts_with(first + ' ');
        };
        const auto table = commands();
        if (std::none_of(table.begin(), table.end(), inGroup))
            return failed(unknownCommand(first));
        m_out.group = first;
        return plain.size() == 1 ? tl::expected<std::size_t, Failure>(1)
                                 : failed(unknownCommand(first + ' ' + std::string(plain[1])));
    }

    /// "list, show or call"
    static std::string secondWords(const std::string& group)
    {
        std::vector<std::string_view> words;
        for (const CommandSpec& command : commands()) {
            if (!command.hidden && command.name.starts_with(group + ' '))
                words.push_back(command.name.substr(group.size() + 1));
        }
        std::string text;
        for (std::size_t i = 0; i < words.size(); ++i)
            text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + std::string(words[i]);
        return text;
    }

    static Failure unknownCommand(const std::string& word)
    {
        std::vector<std::string_view> names;
        for (const CommandSpec& command : commands()) {
            if (!command.hidden)
                names.push_back(command.name);
        }
        return Failure::usage("unknown-command", word, "there is no such command",
                              didYouMean(word, names, "“chat-token --help” names them all."));
    }

    tl::expected<void, Failure> take(std::size_t commandWords)
    {
        bool ended = false;
        for (m_at = 0; m_at < m_words.size(); ++m_at) {
            const std::string_view word = m_words[m_at];
            if (!ended && word == "--") {
                ended = true;
            } else if (!ended && isOption(word)) {
                if (auto taken = takeOption(word); !taken)
                    return taken;
            } else if (commandWords > 0) {
                --commandWords;
            } else {
                m_out.operands.emplace_back(word);
            }
        }
        return m_out.has("--help") || m_out.has("--version") ? tl::expected<void, Failure>()
                                                             : checkOperands();
    }

    tl::expected<void, Failure> takeOption(std::string_view word)
    {
        const std::size_t equals = word.find('=');
        const std::string_view name = longForm(word.substr(0, equals));
        const OptionSpec* option = findIn(globalOptions(), name);
        if (!option && m_out.command)
            option = findIn(m_out.command->options, name);
        if (!option)
            return failed(unknownOption(name));
        if (!option->repeatable && m_out.has(name))
            return failed(Failure::usage("option-twice", name, "is given twice", "Give it once."));
        std::string value;
        if (equals != std::string_view::npos) {
            if (option->value.empty())
                return failed(
                    Failure::usage("unexpected-value", name, "takes no value", "Leave the value out."));
            value = word.substr(equals + 1);
        } else if (!option->value.empty()) {
            if (m_at + 1 == m_words.size() || findOption(m_words[m_at + 1]))
                return failed(
                    Failure::usage("missing-value", name, "needs a value",
                                   "Write " + std::string(name) + ' ' + std::string(option->value) + '.'));
            value = m_words[++m_at];
        }
        m_out.m_options.emplace_back(option->name, std::move(value));
        return {};
    }

    [[nodiscard]] Failure unknownOption(std::string_view name) const
    {
        std::vector<std::string_view> names;
        const auto add = [&names](std::span<const OptionSpec> options) {
            for (const OptionSpec& option : options) {
                if (!option.hidden)
                    names.push_back(option.name);
            }
        };
        add(globalOptions());
        if (m_out.command)
            add(m_out.command->options);
        const std::string help = m_out.command ? "chat-token " + std::string(m_out.command->name) + " --help"
                                               : "chat-token --help";
        return Failure::usage("unknown-option", name, "there is no such option",
                              didYouMean(name, names, "“" + help + "” names them all."));
    }

    [[nodiscard]] tl::expected<void, Failure> checkOperands() const
    {
        if (!m_out.command) {
            if (m_out.group.empty())
                return failed(Failure::usage("no-command", "", "no command is given",
                                             "“chat-token --help” names them all."));
            return failed(Failure::usage("no-command", m_out.group,
                                         "needs a second word: " + secondWords(m_out.group),
                                         "See “chat-token " + m_out.group + " --help”."));
        }
        const auto& wanted = m_out.command->operands;
        const bool many = !wanted.empty() && wanted.back().many;
        if (m_out.operands.size() > wanted.size() && !many)
            return failed(Failure::usage("extra-operand", m_out.operands[wanted.size()].substr(0, 40),
                                         "one word too many", "Put quotes around what belongs together."));
        if (m_out.operands.size() < wanted.size() && wanted[m_out.operands.size()].required)
            return failed(
                Failure::usage("missing-operand", wanted[m_out.operands.size()].name, "is missing",
                               "See “chat-token " + std::string(m_out.command->name) + " --help”."));
        return {};
    }

    std::span<const std::string> m_words;
    std::size_t m_at = 0;
    Arguments m_out;
};

bool Arguments::has(std::string_view option) const
{
    return value(option) != nullptr;
}

const std::string* Arguments::value(std::string_view option) const
{
    const auto found = std::find_if(m_options.begin(), m_options.end(),
                                    [&](const auto& given) { return given.first == option; });
    return found == m_options.end() ? nullptr : &found->second;
}

std::vector<std::string> Arguments::values(std::string_view option) const
{
    std::vector<std::string> all;
    for (const auto& [name, text] : m_options) {
        if (name == option)
            all.push_back(text);
    }
    return all;
}

const std::string* Arguments::operand(std::size_t index) const
{
    return index < operands.size() ? &operands[index] : nullptr;
}

tl::expected<Arguments, Failure> Arguments::parse(std::span<const std::string> words)
{
    return Parser(words).run();
}

bool wantsJson(std::span<const std::string> words)
{
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::find(words.begin(), end, "--json") != end;
}

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace cli {
namespace {

/// A command of two words ("rest call") under its first word.
struct Word
{
    std::string first;
    std::string second;
    const CommandSpec* spec;
};

std::vector<Word> visibleCommands()
{
    std::vector<Word> words;
    for (const CommandSpec& command : commands()) {
        if (command.hidden)
            continue;
        const std::string name(command.name);
        const std::size_t blank = name.find(' ');
        words.push_back(
            {name.substr(0, blank), blank == std::string::npos ? "" : name.substr(blank + 1), &command});
    }
    return words;
}

std::string joined(const std::set<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::set<std::string> firstWords()
{
    std::set<std::string> words;
    for (const Word& word : visibleCommands())
        words.insert(word.first);
    return words;
}

/// The words that stand second, by the first word of their group.
std::map<std::string, std::set<std::string>> groups()
{
    std::map<std::string, std::set<std::string>> groups;
    for (const Word& word : visibleCommands()) {
        if (!word.second.empty())
            groups[word.first].insert(word.second);
    }
    return groups;
}

std::string optionNames(std::span<const OptionSpec> options)
{
    std::string text;
    for (const OptionSpec& option : options) {
        if (!option.hidden)
            text += ' ' + std::string(option.name);
    }
    return text;
}

/// One `case` row per command and per group; bash and zsh (through bashcompinit) share the function.
std::string bashScript()
{
    std::string script =
        "# bash completion for chat-token\n"
        "_chat_token() {\n"
        "    local cur=${COMP_WORDS[COMP_CWORD]} first= second= word\n"
        "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
        "        case $word in -*) continue ;; esac\n"
        "        if [ -z \"$first\" ]; then first=$word; elif [ -z \"$second\" ]; then second=$word; fi\n"
        "    done\n"
        "    local words='" +
        optionNames(globalOptions()) + "'\n    case \"$first $second\" in\n";
    for (const Word& word : visibleCommands()) {
        const std::string pattern =
            word.second.empty() ? "'" + word.first + " '*" : "'" + word.first + ' ' + word.second + "'";
        script += "    " + pattern + ") words+='" + optionNames(word.spec->options) + "' ;;\n";
    }
    for (const auto& [first, seconds] : groups())
        script += "    '" + first + " ') words+=' " + joined(seconds) + "' ;;\n";
    script += "    ' ') words+=' " + joined(firstWords()) + "' ;;\n    esac\n" +
              "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -f -- \"$cur\")\n}\n"
              "complete -F _chat_token chat-token\n";
    return script;
}

std::string zshScript()
{
    std::string script =
        "#compdef chat-token\n# zsh completion for chat-token\n_chat_token() {\n"
        "    local -a words_\n    local first= second= word\n"
        "    for word in \"${(@)words[2,CURRENT-1]}\"; do\n"
        "        [[ $word == -* ]] && continue\n"
        "        if [[ -z $first ]]; then first=$word; elif [[ -z $second ]]; then second=$word; fi\n"
        "    done\n    words_=(" +
        optionNames(globalOptions()) + ")\n    case \"$first $second\" in\n";
    for (const Word& word : visibleCommands()) {
        const std::string pattern =
            word.second.empty() ? "'" + word.first + " '*" : "'" + word.first + ' ' + word.second + "'";
        script += "    " + pattern + ") words_+=(" + optionNames(word.spec->options) + ") ;;\n";
    }
    for (const auto& [first, seconds] : groups())
        script += "    '" + first + " ') words_+=(" + joined(seconds) + ") ;;\n";
    script += "    ' ') words_+=(" + joined(firstWords()) + ") ;;\n    esac\n" +
              "    compadd -- $words_\n    _files\n}\n_chat_token \"$@\"\n";
    return script;
}

std::string fishQuoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '\'';
}

std::string_view summaryOf(std::string_view group)
{
    return group == "rest"       ? "The endpoint catalogue"
           : group == "projects" ? "Stored projects"
                                 : "Where certificates are kept";
}

std::string fishScript()
{
    std::string script = "# fish completion for chat-token\n";
    const auto option = [](const OptionSpec& spec, const std::string& condition) {
        return "complete -c chat-token" + condition + " -l " + std::string(spec.name.substr(2)) +
               (spec.value.empty() ? "" : " -r") + " -d " + fishQuoted(spec.help) + '\n';
    };
    for (const OptionSpec& spec : globalOptions())
        script += option(spec, "");
    std::set<std::string> told;
    for (const Word& word : visibleCommands()) {
        if (told.insert(word.first).second)
            script += "complete -c chat-token -n __fish_use_subcommand -a " + word.first + " -d " +
                      fishQuoted(word.second.empty() ? word.spec->summary : summaryOf(word.first)) + '\n';
        std::string condition = " -n '__fish_seen_subcommand_from " + word.first + '\'';
        if (!word.second.empty()) {
            script += "complete -c chat-token" + condition + " -a " + word.second + " -d " +
                      fishQuoted(word.spec->summary) + '\n';
            condition += " -n '__fish_seen_subcommand_from " + word.second + '\'';
        }
        for (const OptionSpec& spec : word.spec->options) {
            if (!spec.hidden)
                script += option(spec, condition);
        }
    }
    return script;
}

} // namespace

Outcome runCompletion(Context& context)
{
    const std::string& shell = *context.args.operand(0);
    if (shell == "bash")
        context.io.line(bashScript());
    else if (shell == "zsh")
        context.io.line(zshScript());
    else if (shell == "fish")
        context.io.line(fishScript());
    else
        return failed(Failure::usage("unknown-shell", "SHELL", "“" + shell + "” is none of bash, zsh, fish",
                                     "Name one of them."));
    return kDone;
}

} // namespace cli

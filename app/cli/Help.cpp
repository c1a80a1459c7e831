// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Help.h"

#include <algorithm>

namespace cli {
namespace {

std::string optionTerm(const OptionSpec& option)
{
    return std::string(option.name) + (option.value.empty() ? "" : ' ' + std::string(option.value));
}

/// Terms and their explanations in two columns.
std::string columns(const std::vector<std::pair<std::string, std::string_view>>& rows)
{
    std::size_t width = 0;
    for (const auto& [term, text] : rows)
        width = std::max(width, term.size());
    std::string out;
    for (const auto& [term, text] : rows)
        out += "  " + term + std::string(width - term.size() + 2, ' ') + std::string(text) + '\n';
    return out;
}

std::string optionColumns(std::span<const OptionSpec> options)
{
    std::vector<std::pair<std::string, std::string_view>> rows;
    for (const OptionSpec& option : options) {
        if (!option.hidden)
            rows.emplace_back(optionTerm(option), option.help);
    }
    return columns(rows);
}

std::string usageOf(const CommandSpec& command)
{
    std::string usage = "chat-token " + std::string(command.name);
    for (const OperandSpec& operand : command.operands) {
        usage += operand.required ? ' ' + std::string(operand.name) : " [" + std::string(operand.name) + ']';
        usage += operand.many ? "..." : "";
    }
    for (const OptionSpec& option : command.options) {
        if (!option.hidden)
            usage += " [" + optionTerm(option) + (option.repeatable ? "]..." : "]");
    }
    return usage;
}

std::string indented(std::string_view lines)
{
    std::string out = "  ";
    for (const char c : lines)
        out += c == '\n' ? std::string("\n  ") : std::string(1, c);
    return out + '\n';
}

} // namespace

std::string programHelp(std::string_view group)
{
    std::vector<std::pair<std::string, std::string_view>> rows;
    for (const CommandSpec& command : commands()) {
        if (!command.hidden && (group.empty() || command.name.starts_with(std::string(group) + ' ')))
            rows.emplace_back(std::string(command.name), command.summary);
    }
    std::string out = "Mints, checks and uses the tokens of Agora Chat.\n\n"
                      "Usage: chat-token [--home DIR] [--project NAME] [--json] COMMAND ...\n\nCommands:\n";
    out += columns(rows) + "\nOptions, before or after the command:\n" + optionColumns(globalOptions());
    if (group.empty())
        out += "\nCredentials, the first that is set: --project NAME; the variables AGORA_APP_ID and\n"
               "AGORA_APP_CERTIFICATE; the default project.\n"
               "Exit: 0 done, 1 the answer is no, 2 wrong usage or input, 3 the machine failed.\n"
               "“chat-token COMMAND --help” says more about a command; chat-token(1) says all.\n";
    return out;
}

std::string_view versionLine()
{
    return "chat-token " CHATTOKEN_VERSION;
}

std::string commandHelp(const CommandSpec& command)
{
    std::string out = std::string(command.summary) + ".\n\nUsage: " + usageOf(command) + '\n';
    if (!command.details.empty())
        out += '\n' + std::string(command.details) + '\n';
    if (const std::string options = optionColumns(command.options); !options.empty())
        out += "\nOptions:\n" + options;
    out += "\nOptions of every command:\n" + optionColumns(globalOptions());
    if (!command.examples.empty())
        out += "\nExamples:\n" + indented(command.examples);
    return out;
}

} // namespace cli

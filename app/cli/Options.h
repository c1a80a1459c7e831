// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Failure.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cli {

struct Context;

struct OptionSpec
{
    std::string_view name;  ///< with its two dashes
    std::string_view value; ///< the placeholder of its value; empty for a switch
    std::string_view help;
    bool repeatable = false;
    bool hidden = false; ///< not in help and completions
};

struct OperandSpec
{
    std::string_view name;
    bool required = true;
    bool many = false; ///< the last one: takes all words that are left
};

/// One row of the table from which dispatch, help and completions come.
struct CommandSpec
{
    std::string_view name; ///< one word, or two as in "rest call"
    std::vector<OperandSpec> operands;
    std::vector<OptionSpec> options;
    std::string_view summary;
    std::string_view details;  ///< further paragraphs of the help, laid out
    std::string_view examples; ///< lines
    Outcome (*run)(Context&) = nullptr;
    bool hidden = false;
};

/// The table, in the order of the help.
[[nodiscard]] std::span<const CommandSpec> commands();
[[nodiscard]] std::span<const OptionSpec> globalOptions();
/// By its full name, or nullptr.
[[nodiscard]] const CommandSpec* findCommand(std::string_view name);

/// A command line taken apart.
class Arguments final
{
public:
    const CommandSpec* command = nullptr; ///< nullptr with --help or --version alone
    std::string group;                    ///< the first word of a group asked about with --help
    std::vector<std::string> operands;

    [[nodiscard]] bool has(std::string_view option) const;
    /// The value of an option given once; nullptr when it is not there.
    [[nodiscard]] const std::string* value(std::string_view option) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
    [[nodiscard]] const std::string* operand(std::size_t index) const;

    /// Takes `words` (without the program's name) apart. Options of the program and of the command stand in
    /// any place, as `--name value` or `--name=value`; `--` ends them. Anything unknown is refused with the
    /// nearest known word.
    [[nodiscard]] static tl::expected<Arguments, Failure> parse(std::span<const std::string> words);

private:
    std::vector<std::pair<std::string_view, std::string>> m_options;
    friend class Parser;
};

/// The command that the plain words begin with, one word or two; nullptr where they name none (yet).
[[nodiscard]] const CommandSpec* commandOf(std::span<const std::string_view> plain);

/// The words of a command line that are neither options nor values of options.
[[nodiscard]] std::vector<std::string_view> plainWords(std::span<const std::string> words);

/// An option of whatever command, or nullptr; all commands agree on which of them have values.
[[nodiscard]] const OptionSpec* findOption(std::string_view name);

/// Whether --json stands among the words, for errors of the parse itself.
[[nodiscard]] bool wantsJson(std::span<const std::string> words);

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/project/ProjectStore.h"
#include "core/rest/FieldIndex.h"

#include <algorithm>
#include <set>

namespace cli {
namespace {

/// What can stand at the end of a command line whose last word has been begun. Nothing here is an error: what
/// cannot be read proposes nothing.
class Completer final
{
public:
    /// `words` without the program's name; the last one, perhaps empty, is what has been begun.
    explicit Completer(std::vector<std::string> words)
        : m_words(std::move(words))
        , m_begun(m_words.back())
    {
        m_words.pop_back();
        m_plain = plainWords(m_words);
        m_command = commandOf(m_plain);
    }

    void run()
    {
        const std::size_t equals = m_begun.find('=');
        if (const OptionSpec* option = optionBefore())
            return values(option->name, option->value, {});
        if (m_begun.starts_with("--") && equals != std::string::npos) {
            if (const OptionSpec* option = findOption(std::string_view(m_begun).substr(0, equals)))
                values(option->name, option->value, m_begun.substr(0, equals + 1));
        } else if (m_begun.starts_with('-')) {
            optionNames();
        } else {
            plainWord();
        }
    }

    void print(Io& io) const
    {
        for (const auto& [text, about] : m_found)
            io.line(about.empty() ? text : text + '\t' + about);
        if (m_files && m_found.empty())
            io.line(std::string_view(":files"));
    }

private:
    void propose(const std::string& text, std::string_view about = {})
    {
        const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
        if (text.starts_with(m_begun) && std::none_of(text.begin(), text.end(), control) &&
            m_told.insert(text).second)
            m_found.emplace_back(text, about);
    }

    /// The option whose value has been begun.
    [[nodiscard]] const OptionSpec* optionBefore() const
    {
        const OptionSpec* option = m_words.empty() ? nullptr : findOption(m_words.back());
        return option && !option->value.empty() ? option : nullptr;
    }

    /// The value of an option, as `--name value` or `--name=value`.
    [[nodiscard]] std::optional<std::string> given(std::string_view name) const
    {
        const std::string joined = std::string(name) + '=';
        for (std::size_t i = m_words.size(); i-- > 0;) {
            if (m_words[i] == name && i + 1 < m_words.size())
                return m_words[i + 1];
            if (m_words[i].starts_with(joined))
                return m_words[i].substr(joined.size());
        }
        return std::nullopt;
    }

    void optionNames()
    {
        const auto add = [this](std::span<const OptionSpec> options) {
            for (const OptionSpec& option : options) {
                if (!option.hidden)
                    propose(std::string(option.name), option.help);
            }
        };
        if (m_command)
            add(m_command->options);
        add(globalOptions());
    }

    void plainWord()
    {
        if (!m_command)
            return commandWords(m_plain);
        const std::size_t used = m_command->name.find(' ') == std::string_view::npos ? 1 : 2;
        const std::size_t at = m_plain.size() - used;
        const auto& operands = m_command->operands;
        if (m_command->name == "help")
            commandWords(std::span(m_plain).subspan(1));
        else if (at < operands.size())
            values({}, operands[at].name, {});
    }

    /// The first word of a command, or the second one of a group.
    void commandWords(std::span<const std::string_view> before)
    {
        for (const CommandSpec& command : commands()) {
            const std::size_t blank = command.name.find(' ');
            const std::string_view first = command.name.substr(0, blank);
            const bool group = blank != std::string_view::npos;
            if (command.hidden || before.size() > 1)
                continue;
            if (before.empty())
                propose(std::string(first), group ? std::string_view() : command.summary);
            else if (group && first == before[0])
                propose(std::string(command.name.substr(blank + 1)), command.summary);
        }
    }

    /// Values of an option, or of an operand where `option` is empty. `head` is the `--name=` that they stand
    /// behind.
    void values(std::string_view option, std::string_view placeholder, const std::string& head)
    {
        const bool stored = m_command && !m_command->name.starts_with("projects add") &&
                            m_command->name.starts_with("projects ") && placeholder == "NAME";
        const bool endpoint =
            m_command && (m_command->name == "rest show" || m_command->name == "rest call") && option.empty();
        if (option == "--project" || option == "--only" || (stored && option.empty()))
            projectNames(head);
        else if (option == "--endpoint" || endpoint)
            endpointIds(head);
        else if (option == "--set")
            fieldNames(head);
        else if (option == "--group")
            groupNames(head);
        else if (option == "--as" || (option.empty() && placeholder == "bash|zsh|fish"))
            choices(placeholder, head);
        else
            m_files = placeholder.find("FILE") != std::string_view::npos || placeholder == "F" ||
                      placeholder == "DIR";
    }

    void choices(std::string_view words, const std::string& head)
    {
        for (std::size_t end = 0; end != std::string_view::npos;) {
            end = words.find('|');
            propose(head + std::string(words.substr(0, end)));
            words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
        }
    }

    void projectNames(const std::string& head)
    {
        propose(head + std::string(project::kSandboxName));
        std::optional<std::string> folder = given("--home");
        if (const auto home = environment("HOME"); folder && folder->starts_with("~/") && home)
            folder->replace(0, 1, *home); // the shell has not replaced it yet
        const auto home = project::Home::at(folder);
        if (!home)
            return;
        project::ProjectStore store(*home);
        if (!store.load())
            return;
        for (const project::Project& project : store.projects())
            propose(head + project.name);
    }

    [[nodiscard]] const catalogue::Catalogue& catalogue()
    {
        if (!m_catalogue)
            m_catalogue = loadCatalogue().value_or(catalogue::Catalogue());
        return *m_catalogue;
    }

    void endpointIds(const std::string& head)
    {
        for (const catalogue::Endpoint& endpoint : catalogue().endpoints())
            propose(head + endpoint.id, endpoint.title);
    }

    void groupNames(const std::string& head)
    {
        for (const std::string& group : catalogue().groups())
            propose(head + group);
    }

    /// NAME= of every field, and NAME=VALUE where the field takes fixed words.
    void fieldNames(const std::string& head)
    {
        const catalogue::Endpoint* endpoint = m_plain.size() > 2 ? catalogue().find(m_plain[2]) : nullptr;
        if (!endpoint)
            return;
        const rest::FieldIndex index(*endpoint, messageType());
        std::multiset<std::string_view> names;
        const auto visit = [&](const auto& use) {
            const auto all = [&](const std::vector<catalogue::Field>& fields, const char* place) {
                for (const catalogue::Field& field : fields)
                    use(field, place);
            };
            all(endpoint->pathFields, "path:");
            all(endpoint->queryFields, "query:");
            all(endpoint->headerFields, "header:");
            for (const catalogue::Field* field : index.bodyFields())
                use(*field, "body:");
        };
        visit([&](const catalogue::Field& field, const char*) { names.insert(field.name); });
        visit([&](const catalogue::Field& field, const char* place) {
            constexpr std::string_view kOfProject[] = {"org_name", "app_name", "Authorization"};
            if (std::find(std::begin(kOfProject), std::end(kOfProject), field.name) != std::end(kOfProject))
                return;
            // A name in two places is told apart by its place; whoever writes the place gets it always.
            if (names.count(field.name) == 1)
                fieldName(head + field.name, field);
            if (names.count(field.name) > 1 || m_begun.starts_with(head + place))
                fieldName(head + place + field.name, field);
        });
    }

    void fieldName(const std::string& name, const catalogue::Field& field)
    {
        if (!m_begun.starts_with(name + '='))
            return propose(name + '=', field.description);
        for (const std::string& choice : field.constraints.choices)
            propose(name + '=' + choice);
        if (field.type == catalogue::FieldType::Boolean)
            choices("true|false", name + '=');
    }

    /// The value of --set type=, which decides between the fields of several kinds of message.
    [[nodiscard]] std::string messageType() const
    {
        constexpr std::string_view kType = "type=";
        for (const std::string& word : m_words) {
            if (word.starts_with(kType))
                return word.substr(kType.size());
        }
        return {};
    }

    std::vector<std::string> m_words;
    std::string m_begun;
    std::vector<std::string_view> m_plain;
    const CommandSpec* m_command = nullptr;
    std::optional<catalogue::Catalogue> m_catalogue;
    std::vector<std::pair<std::string, std::string>> m_found;
    std::set<std::string> m_told;
    bool m_files = false;
};

} // namespace

/// One proposal a line, with what it means behind a tab; ":files" where names of files fit.
Outcome runComplete(Context& context)
{
    Completer completer(context.args.operands);
    completer.run();
    completer.print(context.io);
    return kDone;
}

} // namespace cli

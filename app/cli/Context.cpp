// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Context.h"

#include "app/cli/VaultAccess.h"

#include "core/base/Duration.h"
#include "core/base/Errors.h"
#include "core/base/SafeFile.h"
#include "core/base/Time.h"
#include "core/rest/Errors.h"
#include "core/token/Errors.h"

#include <QFile>

#include <charconv>
#include <cstdlib>
#include <limits>

namespace cli {
namespace {

Failure named(const base::Error& error, std::string_view field)
{
    base::Error copy = error;
    copy.field = field;
    return Failure::of(copy);
}

Failure outOfRange(std::string_view option, const std::string& text, std::uint32_t highest)
{
    return Failure::of(base::makeError(token::errors::kOutOfRange, option,
                                       {text, std::string("0"), std::to_string(highest)}));
}

/// A data file of the program.
tl::expected<std::string, Failure> builtIn(const char* name)
{
    QFile file(QStringLiteral(":/catalogue/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return failed(base::makeError(base::errors::kFileRead, "",
                                      {std::string(name), file.errorString().toStdString()}));
    return file.readAll().toStdString();
}

} // namespace

std::optional<std::string> environment(std::string_view name)
{
    const char* value = std::getenv(std::string(name).c_str());
    return value && *value ? std::optional<std::string>(value) : std::nullopt;
}

tl::expected<project::Home, Failure> Context::home() const
{
    const std::string* folder = args.value("--home");
    auto home = project::Home::at(folder ? std::optional(*folder) : std::nullopt);
    return home ? tl::expected<project::Home, Failure>(std::move(*home)) : failed(home.error());
}

tl::expected<project::ProjectStore, Failure> Context::projects() const
{
    const auto home = this->home();
    if (!home)
        return failed(home.error());
    project::ProjectStore store(*home);
    if (auto loaded = store.load(); !loaded)
        return failed(loaded.error());
    return store;
}

project::Secrets Context::secrets(const project::Home& home) const
{
    project::Secrets secrets(home, clock);
    static_cast<void>(secrets.load()); // see tellTrouble
    for (const base::Error& each : secrets.takeNotices())
        notice(each);
    return secrets;
}

void Context::tellTrouble(const project::Secrets& secrets) const
{
    if (secrets.trouble())
        notice(*secrets.trouble());
}

void Context::notice(const base::Error& error) const
{
    if (!io.json)
        io.note(Failure::of(error).line());
}

base::Output Context::output(const std::string& path) const
{
    base::Output output{path, args.has("--force"), {}};
    if (const auto folder = home()) // without one there is nothing of ours to guard
        output.guard = folder->guard();
    for (const std::string_view option : {"--key-file", "--data"}) {
        if (const std::string* file = args.value(option))
            output.guard.files.push_back(*file);
    }
    return output;
}

tl::expected<project::Credentials, Failure> Context::findCredentials(bool toSign) const
{
    std::optional<std::string> name;
    if (const std::string* given = args.value("--project"))
        name = *given;
    // With credentials in the environment the stored projects are not needed, and may be broken; the built-in
    // ones do without a home.
    if (name ? *name == project::kSandboxName && !home() : environment("AGORA_APP_ID").has_value()) {
        const project::Home none;
        auto found = project::findCredentials(name, environment, project::ProjectStore(none),
                                              project::Secrets(none, clock));
        return found ? tl::expected<project::Credentials, Failure>(std::move(*found)) : failed(found.error());
    }
    auto store = projects();
    if (!store)
        return failed(store.error());
    project::Secrets secrets = this->secrets(store->home());
    auto found = project::findCredentials(name, environment, *store, secrets);
    if (found && found->locked && toSign) {
        if (auto opened = openVault(*this, secrets.vault(), Access::Use); !opened)
            return failed(opened.error());
        found = project::findCredentials(name, environment, *store, secrets);
    }
    if (!found)
        return failed(found.error());
    if (secrets.trouble() && toSign && found->certificate.empty() && found->project.certificateKept)
        return failed(*secrets.trouble());
    tellTrouble(secrets);
    if (!name && environment("AGORA_APP_CERTIFICATE"))
        io.note("AGORA_APP_CERTIFICATE: is not used without AGORA_APP_ID. The project in force is “" +
                found->project.name + "”.");
    io.redactor.addSecret(found->certificate.view());
    return std::move(*found);
}

tl::expected<project::Credentials, Failure> Context::credentials() const
{
    return findCredentials(false);
}

tl::expected<project::Credentials, Failure> Context::signingCredentials() const
{
    auto found = findCredentials(true);
    if (!found)
        return found;
    if (auto ok = project::checkCanSign(*found); !ok)
        return failed(ok.error());
    return found;
}

tl::expected<std::uint32_t, Failure> Context::duration(std::string_view option, std::uint32_t otherwise) const
{
    const std::string* text = args.value(option);
    if (!text)
        return otherwise;
    const auto seconds = base::parseDuration(*text);
    return seconds ? tl::expected<std::uint32_t, Failure>(*seconds) : failed(named(seconds.error(), option));
}

tl::expected<std::uint32_t, Failure> Context::number(std::string_view option, std::uint32_t otherwise,
                                                     std::uint32_t highest) const
{
    const std::string* text = args.value(option);
    if (!text)
        return otherwise;
    std::uint32_t number = 0;
    const char* end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, number);
    if (error != std::errc{} || stop != end || number > highest)
        return failed(outOfRange(option, *text, highest));
    return number;
}

tl::expected<std::int64_t, Failure> Context::issueTime(std::string_view option) const
{
    constexpr std::uint32_t kMax = std::numeric_limits<std::uint32_t>::max();
    const std::string* text = args.value(option);
    if (!text)
        return clock.now();
    const auto seconds = base::parseTime(*text);
    if (!seconds)
        return failed(named(seconds.error(), option));
    if (*seconds < 0 || *seconds > kMax)
        return failed(outOfRange(option, *text, kMax));
    return *seconds;
}

tl::expected<std::string, Failure> Context::tokenText() const
{
    const std::string* operand = args.operand(0);
    if (operand && *operand != "-")
        return *operand;
    if (!operand && Io::inIsTerminal())
        return failed(Failure::usage("missing-operand", "TOKEN", "is missing",
                                     "Give the token, or pipe it into the command."));
    return Io::readAll(kMaxInput);
}

tl::expected<std::int64_t, Failure> Context::judgedAt() const
{
    const std::string* at = args.value("--at");
    if (!at)
        return clock.now();
    const auto time = base::parseTime(*at);
    return time ? tl::expected<std::int64_t, Failure>(*time) : failed(named(time.error(), "--at"));
}

tl::expected<std::string, Failure> Context::literalOrFile(const std::string& text)
{
    if (text == "-")
        return input("-");
    return text.starts_with('@') ? input(base::expandHome(text.substr(1)))
                                 : tl::expected<std::string, Failure>(text);
}

tl::expected<std::string, Failure> Context::input(const std::string& file)
{
    if (file != "-") {
        auto text = base::readFile(file, kMaxInput);
        return text ? tl::expected<std::string, Failure>(std::move(*text)) : failed(text.error());
    }
    auto text = Io::readAll(kMaxInput + 1);
    if (text && text->size() > kMaxInput)
        return failed(base::makeError(base::errors::kFileTooLarge, "stdin",
                                      {std::string("standard input"), std::to_string(kMaxInput)}));
    return text;
}

tl::expected<catalogue::Catalogue, Failure> loadCatalogue()
{
    const auto bytes = builtIn("endpoints.json");
    if (!bytes)
        return failed(bytes.error());
    auto loaded = catalogue::Catalogue::load(*bytes);
    return loaded ? tl::expected<catalogue::Catalogue, Failure>(std::move(*loaded)) : failed(loaded.error());
}

tl::expected<catalogue::Catalogue, Failure> loadSandboxRoutes()
{
    auto catalogue = loadCatalogue();
    const auto bytes = catalogue ? builtIn("sdk.json") : failed(catalogue.error());
    if (!bytes)
        return failed(bytes.error());
    if (const auto added = catalogue->add(*bytes); !added)
        return failed(added.error());
    return catalogue;
}

tl::expected<catalogue::ErrorTable, Failure> loadErrorTable()
{
    const auto bytes = builtIn("errors.json");
    if (!bytes)
        return failed(bytes.error());
    auto loaded = catalogue::ErrorTable::load(*bytes);
    return loaded ? tl::expected<catalogue::ErrorTable, Failure>(std::move(*loaded)) : failed(loaded.error());
}

} // namespace cli

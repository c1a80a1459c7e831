// SPDX-License-Identifier: Apache-2.0
#include "app/cli/ProjectOptions.h"

#include "app/cli/SecretInput.h"

#include "core/project/ProjectFile.h"
#include "core/project/SeenVaults.h"
#include "core/vault/Errors.h"

namespace cli {
namespace {

/// A text field of a project under the option that sets it.
struct FieldOption
{
    OptionSpec spec;
    std::string project::Project::*member;
};

constexpr FieldOption kFields[] = {
    {{"--app-id", "ID", "App ID, 32 hexadecimal digits"}, &project::Project::appId},
    {{"--org", "ORG", "OrgName"}, &project::Project::orgName},
    {{"--app", "APP", "AppName"}, &project::Project::appName},
    {{"--host", "URL", "REST host"}, &project::Project::restHost},
    {{"--websocket-host", "HOST", "WebSocket address"}, &project::Project::webSocketHost}};

} // namespace

std::vector<OptionSpec> projectFieldOptions()
{
    std::vector<OptionSpec> options;
    for (const FieldOption& field : kFields)
        options.push_back(field.spec);
    options.push_back({"--app-key", "ORG#APP", "OrgName and AppName in one"});
    options.push_back({"--production", "", "Writes touch real users: be careful with it"});
    options.push_back({"--use", "", "Make it the default project"});
    return options;
}

std::vector<OptionSpec> certificateOptions()
{
    return {{"--certificate-file", "FILE|-", "Primary App Certificate, kept in the vault"},
            {"--certificate-fd", "N", "The same from an open descriptor"},
            {"--previous-certificate-file", "FILE|-", "Secondary App Certificate, for verifying"}};
}

tl::expected<project::Project, Failure> withOptions(const Context& context, project::Project project)
{
    const Arguments& args = context.args;
    for (const FieldOption& field : kFields) {
        if (const std::string* text = args.value(field.spec.name))
            project.*field.member = *text;
    }
    if (const std::string* key = args.value("--app-key")) {
        for (const std::string_view part : {"--org", "--app"}) {
            if (args.has(part))
                return failed(Failure::conflict(part, "--app-key"));
        }
        const std::size_t mark = key->find('#');
        if (mark == std::string::npos)
            return failed(Failure::usage("bad-app-key", "--app-key", "“" + *key + "” has no #",
                                         "Write OrgName and AppName as ORG#APP."));
        project.orgName = key->substr(0, mark);
        project.appName = key->substr(mark + 1);
    }
    if (args.has("--production") && args.has("--no-production"))
        return failed(Failure::conflict("--no-production", "--production"));
    if (args.has("--production"))
        project.production = true;
    if (args.has("--no-production"))
        project.production = false;
    return project;
}

tl::expected<project::SecretList, Failure> givenCertificates(const Context& context)
{
    project::SecretList secrets;
    auto primary = certificateFrom(context, "--certificate-file", "--certificate-fd");
    if (!primary)
        return failed(primary.error());
    if (!primary->empty())
        secrets.emplace_back(vault::kCertificate, std::move(*primary));
    auto previous = certificateFrom(context, "--previous-certificate-file", {});
    if (!previous)
        return failed(previous.error());
    if (!previous->empty())
        secrets.emplace_back(vault::kPreviousCertificate, std::move(*previous));
    return secrets;
}

tl::expected<Stores, Failure> openStores(const Context& context)
{
    auto store = context.projects();
    if (!store)
        return failed(store.error());
    project::Secrets secrets = context.secrets(store->home());
    return Stores{std::move(*store), std::move(secrets)};
}

tl::expected<void, Failure> needVault(const Context& context, Stores& stores, Access access)
{
    vault::Vault& vault = stores.secrets.vault();
    switch (vault.state()) {
    case vault::State::Absent:
        return failed({kMachine, "no-vault", "vault", stores.projects.home().vaultFile(),
                       "there is no vault yet to keep a certificate in",
                       "Make one: chat-token vault init, or with --write-key-file FILE where nobody types."});
    case vault::State::Unusable:
        if (stores.secrets.trouble())
            return failed(*stores.secrets.trouble());
        [[fallthrough]];
    case vault::State::BackupOnly:
        return failed({kMachine, "vault-unusable", "vault", stores.projects.home().vaultFile(),
                       "cannot be used as it is",
                       "“chat-token vault status” says what is known of it, “chat-token vault restore” takes "
                       "the backup."});
    default:
        return openVault(context, vault, access);
    }
}

base::Result<> saveVault(Stores& stores)
{
    constexpr int kTries = 20; // as many programs at the same moment are none of a person's
    vault::Vault& vault = stores.secrets.vault();
    auto saved = vault.save();
    for (int tries = 1; !saved && saved.error().code == vault::errors::kChangedElsewhere && tries < kTries;
         ++tries) {
        if (auto reloaded = vault.reload(); !reloaded)
            return reloaded;
        saved = vault.save();
    }
    if (saved)
        project::SeenVaults(stores.projects.home()).note(vault.info());
    return saved;
}

base::Result<> keep(Stores& stores, project::Project& project, const project::SecretList& secrets)
{
    vault::Vault& vault = stores.secrets.vault();
    for (const auto& [role, value] : secrets) {
        if (auto staged = vault.stagePut(project.id, role, value); !staged)
            return staged;
    }
    if (auto saved = vault.hasUnsaved() ? saveVault(stores) : base::Result<>(); !saved)
        return saved;
    if (vault.isOpen())
        project.certificateKept = vault.has(project.id, vault::kCertificate);
    return {};
}

std::string_view certificateWord(const Stores& stores, const project::Project& project)
{
    switch (stores.secrets.place(project)) {
    case project::Place::Vault:
        return "stored";
    case project::Place::Session:
        return "session";
    case project::Place::None:
        break;
    }
    return "none";
}

base::JsonObject projectJson(const Stores& stores, const project::Project& project)
{
    return {{"name", project.name},
            {"app_id", project.appId},
            {"app_key", project.appKey()},
            {"host", project.restHost},
            {"certificate", certificateWord(stores, project)},
            {"production", project.production}};
}

void printProject(Context& context, const Stores& stores, const project::Project& project)
{
    const bool isDefault = stores.projects.active().id == project.id;
    if (context.io.json) {
        base::JsonObject json = projectJson(stores, project);
        json.emplace_back("org_name", project.orgName);
        json.emplace_back("app_name", project.appName);
        json.emplace_back("websocket_host", project.webSocketHost);
        json.emplace_back("default", isDefault);
        json.emplace_back("environments", project::environmentsToJson(project.environments));
        json.emplace_back("environment", project.environment);
        return context.io.object(std::move(json));
    }
    const auto line = [&](std::string_view title, std::string_view value) {
        if (!value.empty())
            context.io.line(std::string(title) + ": " + std::string(value));
    };
    line("Name", project.name);
    line("App ID", project.appId);
    line("OrgName", project.orgName);
    line("AppName", project.appName);
    line("REST host", project.restHost);
    line("WebSocket address", project.webSocketHost);
    const std::string_view certificate = certificateWord(stores, project);
    line("App Certificate", project.isSandbox()       ? "published"
                            : certificate == "stored" ? "kept in the vault"
                                                      : certificate);
    line("Production", project.production ? "yes" : "no");
    line("Default project", isDefault ? "yes" : "no");
    for (const project::Environment& each : project.environments) {
        context.io.line("Environment: " + each.name + " (" + each.colour +
                        (each.name == project.environment ? ", in use)" : ")"));
        for (const auto& [name, value] : each.variables)
            context.io.line("  " + name + " = " + value);
    }
}

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
#include "core/project/Credentials.h"

#include "core/project/Errors.h"
#include "core/token/AccessToken2.h"
#include "core/vault/Errors.h"

namespace project {

using base::fail;
using base::Result;

namespace {

Result<Credentials> fromEnvironment(std::string appId, const EnvironmentLookup& environment)
{
    const auto value = [&](std::string_view name) { return environment(name).value_or(std::string()); };
    Credentials credentials;
    credentials.chosen = true;
    credentials.certificate = base::SecretBytes(value("AGORA_APP_CERTIFICATE"));
    credentials.project = Project{.id = "environment",
                                  .name = "environment",
                                  .appId = std::move(appId),
                                  .orgName = value("AGORA_ORG_NAME"),
                                  .appName = value("AGORA_APP_NAME"),
                                  .restHost = value("AGORA_CHAT_HOST"),
                                  .webSocketHost = {},
                                  .production = false};
    if (auto ok = checkProject(credentials.project); !ok)
        return fail(ok.error());
    if (!credentials.project.restHost.empty())
        credentials.project.restHost = *normaliseHost(credentials.project.restHost);
    return credentials;
}

} // namespace

Credentials credentialsOf(Project project, const Secrets& secrets, bool chosen)
{
    auto certificate = secrets.get(project);
    const bool locked = !certificate && certificate.error().code == vault::errors::kLocked;
    return {std::move(project), certificate ? std::move(*certificate) : base::SecretBytes(), chosen, locked};
}

Credentials sandboxCredentials()
{
    return {sandboxProject(), base::SecretBytes(sandboxCertificate()), true, false};
}

Credentials activeCredentials(const ProjectStore& store, const Secrets& secrets)
{
    return credentialsOf(store.active(), secrets, true);
}

Result<Credentials> findCredentials(const std::optional<std::string>& projectName,
                                    const EnvironmentLookup& environment, const ProjectStore& store,
                                    const Secrets& secrets)
{
    if (!projectName) {
        if (auto appId = environment("AGORA_APP_ID"); appId && !appId->empty())
            return fromEnvironment(std::move(*appId), environment);
    }
    auto project = projectName ? store.find(*projectName) : Result<Project>(store.active());
    if (!project)
        return fail(project.error());
    return credentialsOf(std::move(*project), secrets, projectName.has_value());
}

Result<> checkCanSign(const Credentials& credentials)
{
    if (credentials.project.appId.empty())
        return fail(errors::kNoAppId, "app_id");
    if (credentials.locked)
        return fail(vault::errors::kLocked);
    if (credentials.certificate.empty())
        return fail(errors::kNoCertificate, "app_certificate", std::vector{credentials.project.name});
    return token::checkCertificate(credentials.certificate.view());
}

} // namespace project
